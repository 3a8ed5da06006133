/** One item with its evidence: what it is and why it stands as it does, the records that speak of it, each field with the words it
 *  comes from, its due moments, and every entry of the ledger that made it so. */
import { api } from '../api/client.ts';
import type { Closing, Field, Item, Link, Place, SourceRecord } from '../api/shapes.ts';
import { element, type Child } from '../page/element.ts';
import {
    actor,
    byText,
    dateElement,
    dueOf,
    heading,
    itemLink,
    kindBadge,
    momentText,
    note,
    paragraph,
    recordAddress,
    sourceWords,
    statusBadges,
    table,
} from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import { ByteOffsets } from '../text/offsets.ts';
import { recurrenceText, timeText } from '../words/dates.ts';
import { reasonText } from '../words/reasons.ts';
import { language, wordFor, words } from '../words/words.ts';
import { entryTable } from './ledger.ts';

/** The records that an item's fields come from, to show their very words. One that cannot be had leaves its places without words. */
type Sources = Map<string, { record: SourceRecord; offsets: ByteOffsets }>;
async function fetchSources(item: Item): Promise<Sources> {
    const names = new Set([item.record, ...item.fields.flatMap((field) => field.record ?? [])]);
    const found = await Promise.all([...names].map((name) => api.record(name, {}).catch(() => null)));
    return new Map(
        found.flatMap((record) => (record ? [[record.record, { record, offsets: new ByteOffsets(record.text) }] as const] : [])),
    );
}
function wordsAt(sources: Sources, { record, start, end }: Field): string | undefined {
    const source = sources.get(record ?? '');
    return source && source.record.text.slice(source.offsets.unitAt(start ?? 0), source.offsets.unitAt(end ?? 0));
}

function whyPart(item: Item): HTMLElement {
    return note(
        item.status === 'overdue' ? 'warning' : item.status === 'delivered' ? 'ok' : 'info',
        element(
            'p',
            { class: 'utrecht-paragraph' },
            element('strong', {}, `${words('why')}: `),
            reasonText(language() === 'nl' ? item.why_nl : item.why),
        ),
    );
}

/** An actor, and the way to all items of the same one. */
function others(role: 'issuer' | 'addressee' | 'actor', id: string | undefined): Child {
    return id && link(href(['items'], { [role]: id }), {}, actor(id));
}

function summary(item: Item): HTMLElement {
    const rows: [string, Child][] = [
        [words('issuer'), others('issuer', item.issuer_id)],
        [words('addressee'), others('addressee', item.addressee_id)],
        [words('actor'), others('actor', item.actor_id)],
        [words('due'), item.due || item.due_text ? dueOf(item) : words('due_none')],
        [words('recurrence'), item.recurrence && recurrenceText(item.recurrence)],
        [words('field_condition'), item.condition],
        [words('field_label'), item.label],
        [words('since_when'), dateElement(item.status_since)],
    ];
    return element(
        'dl',
        { class: 'facts' },
        rows
            .filter(([, value]) => value)
            .map(([name, value]) => element('div', { class: 'facts__row' }, element('dt', {}, name), element('dd', {}, value))),
    );
}

function evidence(name: Child, linked: Link | Closing, lang: string | undefined): HTMLElement {
    const day = 'on' in linked ? linked.on : undefined;
    return element(
        'li',
        { class: `evidence${linked.proposed ? ' evidence--proposed' : ''}` },
        element(
            'p',
            { class: 'moment__line' },
            element('strong', {}, name),
            'kind' in linked && linked.kind && kindBadge(linked.kind),
            element('span', { class: 'quiet' }, dateElement(day)),
            linked.proposed && element('span', { class: 'utrecht-data-badge status status--waiting' }, words('proposed')),
        ),
        linked.record && sourceWords(linked, lang),
        element(
            'p',
            { class: 'quiet evidence__by' },
            linked.by && `${words('by')} ${byText(linked.by)}`,
            linked.confidence !== undefined && `, ${words('confidence', { percent: Math.round(linked.confidence * 100) })}`,
            linked.reason && `. ${words('reason')}: ${reasonText(linked.reason)}`,
        ),
    );
}

function evidencePart(item: Item, lang: string | undefined): HTMLElement {
    // A closing by a statement is also a link of the same entry: it is shown once, with what it closed the item as.
    const closedAs = new Map(item.closings.map((closing) => [closing.entry, closing.as]));
    const linked = new Set(item.links.map((one) => one.entry));
    const closing = (as: string): Child => [' → ', wordFor('status_', as)];
    const all = [
        evidence(words('opened'), { ...item.opened_by, relation: 'opens', on: item.opened }, lang),
        ...item.links
            .filter((one) => one.relation !== 'opens')
            .map((one) =>
                evidence([wordFor('relation_', one.relation), closedAs.has(one.entry) && closing(closedAs.get(one.entry)!)], one, lang),
            ),
        ...item.closings
            .filter((one) => !linked.has(one.entry))
            .map((one) => evidence([wordFor('status_', one.as), one.other && [': ', itemLink(one.other)]], one, lang)),
    ];
    return element(
        'section',
        { class: 'part' },
        heading(2, words('evidence')),
        element('ol', { class: 'evidences' }, all),
        all.length === 1 && paragraph(words('evidence_none')),
    );
}

function fieldValue({ field, value }: Field): Child {
    if (/^(due|target_date|due_value)$/.test(field)) return dateElement(value);
    if (/^(issuer|addressee|actor)_id$/.test(field)) return actor(value);
    if (field === 'recurrence') return recurrenceText(value);
    if (field === 'kind') return kindBadge(value);
    return value;
}

/** The words of a field without words of its own are those of the statement, which stand under Evidence. */
function isWhole(field: Field, item: Item): boolean {
    return field.record === item.opened_by.record && field.start === item.opened_by.start && field.end === item.opened_by.end;
}

function fieldsPart(item: Item, sources: Sources): HTMLElement | null {
    if (!item.fields.length) return null;
    return element(
        'section',
        { class: 'part' },
        heading(2, words('fields')),
        table<Field>(
            words('fields'),
            [
                { name: words('field'), cell: (field) => wordFor('field_', field.field.replace(/_id$/, '')) },
                { name: words('value'), cell: fieldValue, main: true },
                {
                    name: words('source_words'),
                    cell: (field) =>
                        field.record && field.end
                            ? isWhole(field, item)
                                ? link(recordAddress(field as Place), {}, words('whole_statement'))
                                : sourceWords(
                                      { ...field, record: field.record, text: wordsAt(sources, field) },
                                      sources.get(field.record)?.record.lang,
                                  )
                            : words('no_source', { by: byText(field.by) }),
                },
            ],
            item.fields,
        ),
    );
}

function momentsPart(item: Item): HTMLElement | null {
    if (item.moments.length < 2) return null;
    return element(
        'section',
        { class: 'part' },
        heading(2, words('moments')),
        element(
            'ol',
            { class: 'moment-list' },
            item.moments.map(({ due }) => element('li', {}, due && momentText(due))),
        ),
    );
}

function notesPart(item: Item): HTMLElement | null {
    if (!item.notes.length) return null;
    return element(
        'section',
        { class: 'part' },
        heading(2, words('notes')),
        item.notes.map((one) =>
            note('info', paragraph(one.text), element('p', { class: 'quiet' }, `${byText(one.by)}, ${timeText(one.at)}`)),
        ),
    );
}

export async function itemView({ path, query }: Address): Promise<View> {
    const item = await api.item(path[1]!, { as_of: query.get('as_of') ?? undefined });
    const sources = await fetchSources(item);
    const lang = sources.get(item.record)?.record.lang;
    return {
        title: `${item.item} ${item.title}`,
        body: element(
            'div',
            { class: 'item' },
            element('p', { class: 'pre-heading' }, `${words('item')} ${item.item} `, kindBadge(item.kind), ' ', statusBadges(item)),
            element('h1', { class: 'utrecht-heading-1 item__title', lang }, item.title),
            whyPart(item),
            summary(item),
            evidencePart(item, lang),
            notesPart(item),
            fieldsPart(item, sources),
            momentsPart(item),
            item.history.length > 0 &&
                element('section', { class: 'part' }, heading(2, words('history')), entryTable(words('history'), item.history)),
        ),
    };
}
