/** A record: its text with the statements marked, and beside each paragraph a note for every statement in it.
 *
 *  A statement's number in the text leads to its note and back; pointing at either lights up both. The marks follow the text byte by
 *  byte, nested ones inside each other, so what is marked is exactly what the register holds. */
import { api } from '../api/client.ts';
import type { ItemRow, SourceRecord, Statement, Touch } from '../api/shapes.ts';
import { element, type Child } from '../page/element.ts';
import { actor, contextKinds, dateElement, dueOf, itemLink, kindBadge, note, paragraph, statusBadge } from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import { alignNotes, keepNotesAligned } from '../text/margin.ts';
import { ByteOffsets } from '../text/offsets.ts';
import { cutParagraphs, cutSegments, type Range } from '../text/segments.ts';
import { dateText } from '../words/dates.ts';
import { numberText, wordFor, words } from '../words/words.ts';

/** A statement with its place in units of the string, its number on the page, the item it opened and those it is evidence for. */
interface Mark extends Range {
    statement: Statement;
    number: number;
    row?: ItemRow;
    touches: Touch[];
}

function numberMarks(record: SourceRecord, withContext: boolean): Mark[] {
    const offsets = new ByteOffsets(record.text);
    return record.statement_list
        .filter((statement) => withContext || !contextKinds.includes(statement.kind))
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .map((statement, index) => ({
            start: offsets.unitAt(statement.start),
            end: offsets.unitAt(statement.end),
            statement,
            number: index + 1,
            row: record.register.items.find((row) => row.item === statement.item),
            touches: record.register.links.filter((touch) => touch.statement === statement.id && touch.item !== statement.item),
        }));
}

const markId = (mark: Mark) => `s${mark.number}`;
const noteId = (mark: Mark) => `n${mark.number}`;

function markedText(text: string, range: Range, marks: Mark[], placed: Range | undefined): Child[] {
    const layers: (Range & { mark?: Mark })[] = marks.map((mark) => ({ start: mark.start, end: mark.end, mark }));
    if (placed) layers.push(placed);
    return cutSegments(range.start, range.end, layers).map((segment) => {
        const within = segment.marks.flatMap((layer) => layer.mark ?? []);
        const here = segment.marks.length > within.length;
        const numbers = segment.begins
            .flatMap((layer) => layer.mark ?? [])
            .map((mark) =>
                element(
                    'a',
                    {
                        class: 'mark-number',
                        id: markId(mark),
                        href: `#${noteId(mark)}`,
                        'aria-label': words('note_of', { number: mark.number }),
                    },
                    mark.number,
                ),
            );
        const words_ = text.slice(segment.start, segment.end);
        if (!within.length && !here) return [numbers, words_];
        const inner = within[within.length - 1];
        const piece = element(
            'span',
            {
                class: ['mark', inner && `mark--${inner.statement.kind}`, within.length > 1 && 'mark--nested', here && 'mark--here']
                    .filter(Boolean)
                    .join(' '),
                'data-marks': within.map((mark) => mark.number).join(' '),
            },
            words_,
        );
        return [numbers, piece];
    });
}

function marginNote(mark: Mark, depth: number): HTMLElement {
    const { statement } = mark;
    return element(
        'li',
        {
            class: `note note--${statement.kind}${depth > 0 ? ' note--nested' : ''}`,
            id: noteId(mark),
            'data-mark': markId(mark),
            'data-marks': mark.number,
        },
        element(
            'p',
            { class: 'note__line' },
            element(
                'a',
                { class: 'note__number', href: `#${markId(mark)}`, 'aria-label': words('back_to_text', { number: mark.number }) },
                mark.number,
            ),
            kindBadge(statement.kind),
            statement.item && itemLink(statement.item),
            statement.status && statusBadge(statement.status),
        ),
        mark.touches.map((touch) =>
            element(
                'p',
                { class: 'note__line' },
                element('span', {}, wordFor('relation_', touch.relation)),
                itemLink(touch.item),
                touch.proposed && statusBadge('proposed'),
            ),
        ),
        mark.row?.due || statement.due
            ? element('p', { class: 'note__line note__due' }, `${words('due')}: `, mark.row?.due ? dueOf(mark.row) : statement.due?.text)
            : null,
    );
}

function paragraphPart(text: string, range: Range, marks: Mark[], placed: Range | undefined, lang: string | undefined): HTMLElement {
    const starting = marks.filter((mark) => mark.start >= range.start && mark.start < range.end);
    const depthOf = (mark: Mark) => marks.filter((other) => other !== mark && other.start <= mark.start && mark.end <= other.end).length;
    return element(
        'div',
        { class: 'paragraph' },
        element('p', { class: 'paragraph__text', lang }, markedText(text, range, marks, placed)),
        starting.length > 0 &&
            element(
                'ul',
                { class: 'paragraph__notes', 'aria-label': words('margin_label') },
                starting.map((mark) => marginNote(mark, depthOf(mark))),
            ),
    );
}

function facts(record: SourceRecord): HTMLElement {
    const rows: [string, Child][] = [
        [words('record'), record.record],
        [words('issuer'), actor(record.issuer_id)],
        [words('date'), dateElement(record.date)],
        [words('genre'), record.genre && wordFor('genre_', record.genre)],
        [words('sources'), record.source],
        [words('bytes'), record.bytes ? numberText(record.bytes) : null],
        [words('fingerprint'), record.sha256 && element('code', { class: 'hash' }, record.sha256)],
    ];
    return element(
        'dl',
        { class: 'facts' },
        rows
            .filter(([, value]) => value)
            .map(([name, value]) => element('div', { class: 'facts__row' }, element('dt', {}, name), element('dd', {}, value))),
    );
}

/** Pointing at a mark or its note, or reaching one with the keyboard, lights up both. */
function lightTogether(article: HTMLElement): void {
    const light = (event: Event) => {
        const numbers = (event.target as Element).closest<HTMLElement>('[data-marks]')?.dataset.marks?.split(' ') ?? [];
        const on = event.type === 'pointerover' || event.type === 'focusin' ? numbers[numbers.length - 1] : undefined;
        for (const part of article.querySelectorAll<HTMLElement>('[data-marks]'))
            part.classList.toggle('lit', on !== undefined && part.dataset.marks!.split(' ').includes(on));
    };
    for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout']) article.addEventListener(type, light);
}

function legend(withContext: boolean): HTMLElement {
    return element(
        'p',
        { class: 'utrecht-paragraph legend' },
        element('span', { class: 'mark mark--decision' }, words('legend_tracked')),
        element('span', { class: 'mark mark--discharge' }, words('legend_linking')),
        withContext && element('span', { class: 'mark mark--report' }, words('legend_context')),
    );
}

function contextSwitch(address: Address, on: boolean): HTMLElement {
    const to = href(address.path, { context: on ? '' : '1' });
    return element(
        'p',
        { class: 'utrecht-paragraph no-print' },
        link(
            to,
            { role: 'switch', 'aria-checked': on ? 'true' : 'false', class: 'utrecht-link utrecht-link--html-a switch' },
            words('show_context'),
        ),
    );
}

export async function recordView(address: Address): Promise<View> {
    const record = await api.record(address.path[1]!, { as_of: address.query.get('as_of') ?? undefined });
    const withContext = address.query.get('context') === '1';
    const marks = numberMarks(record, withContext);
    const offsets = new ByteOffsets(record.text);
    const placed = address.place && { start: offsets.unitAt(address.place.start), end: offsets.unitAt(address.place.end) };
    const article = element(
        'article',
        { class: 'record-text', 'aria-label': words('text_of') },
        cutParagraphs(record.text).map((range) => paragraphPart(record.text, range, marks, placed, record.lang)),
    );
    lightTogether(article);
    const followed = record.statement_list.filter((statement) => !contextKinds.includes(statement.kind)).length;
    const intro =
        record.genre && record.date ? words('from_record', { genre: wordFor('genre_', record.genre), date: dateText(record.date) }) : null;
    return {
        title: record.title || record.record,
        body: element(
            'div',
            { class: 'record' },
            intro && element('p', { class: 'pre-heading' }, intro),
            element('h1', { class: 'utrecht-heading-1', lang: record.lang }, record.title || record.record),
            facts(record),
            paragraph(words('record_count', { count: numberText(record.statement_list.length), tracked: numberText(followed) })),
            contextSwitch(address, withContext),
            legend(withContext),
            record.text ? article : note('info', paragraph(words('no_text'))),
        ),
        ready: () => {
            alignNotes(article);
            keepNotesAligned(article);
            article.querySelector('.mark--here')?.scrollIntoView({ block: 'center' });
        },
    };
}
