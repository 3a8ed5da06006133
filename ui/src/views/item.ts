/** One item with its evidence: what it is and why it stands as it does, each field with the words it comes from, the records that
 *  speak of it later, its due moments, and every entry of the ledger that made it so. */
import { api } from '../api/client.ts';
import type { Field, Item, Link } from '../api/shapes.ts';
import { element, type Child } from '../page/element.ts';
import { actor, byText, dateElement, dueOf, heading, kindBadge, note, paragraph, sourceWords, statusBadge, table } from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import { dateText, recurrenceText } from '../words/dates.ts';
import { language, wordFor, words } from '../words/words.ts';
import { entryTable } from './ledger.ts';

function whyPart(item: Item): HTMLElement {
    const why = typeof item.why === 'string' ? item.why : item.why?.[language()];
    return note(item.status === 'overdue' ? 'warning' : item.status === 'delivered' ? 'ok' : 'info',
        element('p', { class: 'utrecht-paragraph' }, element('strong', {}, `${words('why')}: `), why ?? wordFor('status_', item.status), item.status_since && ` (${words('since', { date: dateText(item.status_since) })})`));
}

/** An actor, and the way to all items of the same one. */
function others(role: 'issuer' | 'addressee' | 'actor', id: string | undefined): Child {
    return id && link(href(['items'], { [role]: id }), {}, actor(id));
}

function summary(item: Item): HTMLElement {
    const rows: [string, Child][] = [
        [words('issuer'), others('issuer', item.issuer_id)], [words('addressee'), others('addressee', item.addressee_id)], [words('actor'), others('actor', item.actor_id)],
        [words('due'), item.due || item.due_text ? dueOf(item) : words('due_none')], [words('recurrence'), item.recurrence && recurrenceText(item.recurrence)], [words('field_condition'), item.condition],
    ];
    return element('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([name, value]) => element('div', { class: 'facts__row' }, element('dt', {}, name), element('dd', {}, value))));
}

function fieldValue({ field, value }: Field): Child {
    if (field === 'due' || field === 'target_date') return dateElement(value);
    if (field === 'recurrence') return recurrenceText(value);
    if (/^(issuer|addressee|actor)_id$/.test(field)) return actor(value);
    if (field === 'kind') return kindBadge(value);
    return value;
}

function fieldsPart(item: Item): HTMLElement | null {
    if (!item.fields.length) return null;
    return element('section', { class: 'part' }, heading(2, words('fields')), table<Field>(words('fields'), [
        { name: words('field'), cell: (field) => wordFor('field_', field.field.replace(/_id$/, '')) },
        { name: words('value'), cell: fieldValue, main: true },
        { name: words('source_words'), cell: (field) => field.record && field.end ? sourceWords({ record: field.record, start: field.start ?? 0, end: field.end, text: field.text }, item.lang) : byText(field.by) },
    ], item.fields));
}

function evidence(linked: Link, item: Item): HTMLElement {
    return element('li', { class: `evidence${linked.proposed ? ' evidence--proposed' : ''}` },
        element('p', { class: 'moment__line' }, element('strong', {}, wordFor('relation_', linked.relation)), linked.kind && kindBadge(linked.kind), element('span', { class: 'quiet' }, dateElement(linked.date)),
            linked.proposed && element('span', { class: 'utrecht-data-badge status status--waiting' }, words('proposed'))),
        sourceWords(linked, linked.lang ?? item.lang),
        element('p', { class: 'quiet evidence__by' }, linked.by && `${words('by')} ${byText(linked.by)}`, linked.confidence !== undefined && `, ${words('confidence', { percent: Math.round(linked.confidence * 100) })}`,
            linked.reason && `. ${words('reason')}: ${linked.reason}`));
}

function evidencePart(item: Item): HTMLElement {
    const opened: Link[] = item.opened_by ? [{ ...item.opened_by, relation: 'opens', by: item.opened_by.by ?? item.by ?? '' }] : [];
    const all = [...opened, ...item.links.filter((linked) => linked.relation !== 'opens')];
    return element('section', { class: 'part' }, heading(2, words('evidence')),
        element('ol', { class: 'evidences' }, all.map((linked) => evidence(linked, item))), all.length <= 1 && paragraph(words('evidence_none')));
}

function momentsPart(item: Item): HTMLElement | null {
    if (item.moments.length < 2) return null;
    return element('section', { class: 'part' }, heading(2, words('moments')),
        element('ol', { class: 'moments' }, item.moments.map((moment) => element('li', {}, dateElement(moment.due), ' ', moment.status && statusBadge(moment.status)))));
}

export async function itemView({ path, query }: Address): Promise<View> {
    const item = await api.item(path[1]!, { as_of: query.get('as_of') ?? undefined });
    return {
        title: `${item.item} ${item.title}`,
        body: element('div', { class: 'item' },
            element('p', { class: 'pre-heading' }, `${words('item')} ${item.item} `, kindBadge(item.kind), ' ', statusBadge(item.status)),
            element('h1', { class: 'utrecht-heading-1', lang: item.lang }, item.title),
            whyPart(item), summary(item), evidencePart(item), fieldsPart(item), momentsPart(item),
            item.history.length > 0 && element('section', { class: 'part' }, heading(2, words('history')), entryTable(words('history'), item.history))),
    };
}
