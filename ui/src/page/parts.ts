/** What several views show in the same way: badges, dates, items in a table, words of a record with their place. */
import type { DueMoment, ItemRow, Kind, Place, Status } from '../api/shapes.ts';
import { actorText } from '../words/actors.ts';
import { dateText, rangeText } from '../words/dates.ts';
import { numberText, wordFor, words } from '../words/words.ts';
import { element, type Child } from './element.ts';
import { href, link } from './router.ts';

export const settledStatuses: Status[] = ['delivered', 'superseded', 'lapsed', 'refused', 'withdrawn'];
export const contextKinds: Kind[] = ['position', 'report'];

export function heading(level: 1 | 2 | 3, ...children: Child[]): HTMLHeadingElement {
    return element(`h${level}`, { class: `utrecht-heading-${level}` }, ...children);
}
export function paragraph(...children: Child[]): HTMLParagraphElement {
    return element('p', { class: 'utrecht-paragraph' }, ...children);
}
export function statusBadge(status: string): HTMLElement {
    return element('span', { class: `utrecht-data-badge status status--${status}` }, wordFor('status_', status));
}
/** A status, and what holds an open item up. */
export function statusBadges(row: { status: string; waiting?: boolean; stale?: boolean }): Child[] {
    return [statusBadge(row.status), row.waiting && [' ', statusBadge('waiting')], row.stale && [' ', statusBadge('stale')]];
}
export function kindBadge(kind: string): HTMLElement {
    return element('span', { class: `kind kind--${kind}` }, wordFor('kind_', kind));
}
export function dateElement(value: string | null | undefined, none: Child = null): Child {
    if (!value) return none;
    const text = dateText(value);
    return /^\d{4}(-\d\d){0,2}$/.test(value)
        ? element('time', { datetime: value }, text)
        : element('span', { title: value === text ? undefined : value }, text);
}
/** An actor by name; pointing at it shows the identifier that the register uses. */
export function actor(id: string | null | undefined): HTMLElement | null {
    return id ? element('span', { class: 'actor', title: id }, actorText(id)) : null;
}
export function recordAddress(place: { record: string; start?: number; end?: number }): string {
    return href(['records', place.record], {}, place.start !== undefined && place.end ? `#${place.start}-${place.end}` : '');
}
export function itemLink(item: string, ...children: Child[]): HTMLAnchorElement {
    return link(href(['items', item]), {}, ...(children.length ? children : [element('span', { class: 'number' }, item)]));
}
export function recordLink(record: string, ...children: Child[]): HTMLAnchorElement {
    return link(href(['records', record]), {}, ...(children.length ? children : [record]));
}
/** Who said it and to whom, or who is to act: "minister van Defensie aan Tweede Kamer". */
export function parties(row: { issuer_id?: string; addressee_id?: string; actor_id?: string }): Child[] {
    const other = row.addressee_id ?? row.actor_id;
    return [
        actor(row.issuer_id),
        row.issuer_id && row.addressee_id ? ` ${words('to_whom')} ` : row.issuer_id && other && ' · ',
        actor(other),
    ];
}
/** Who entered something: a person's name, or the rule that concluded it. */
export function byText(by: string | null | undefined): string {
    return by?.startsWith('rule:') ? words('rule', { name: by.slice(5) }) : (by ?? '');
}
/** The very words, and the way to where they stand. */
export function sourceWords(place: Place, lang?: string | null): HTMLElement {
    return element(
        'blockquote',
        { class: 'utrecht-blockquote source-words' },
        place.text && element('p', { class: 'utrecht-blockquote__content', lang: lang ?? undefined }, place.text),
        element(
            'p',
            { class: 'source-words__place' },
            link(
                recordAddress(place),
                {},
                place.record,
                place.end ? element('span', { class: 'bytes' }, ` ${place.start}–${place.end}`) : null,
            ),
        ),
    );
}
/** When: the day, the season or stretch of days, the event with what is known of its date, else the record's own words. */
export function momentText(moment: DueMoment): string | null {
    const range =
        moment.from && moment.to && moment.from !== moment.to ? rangeText(moment.from, moment.to) : moment.to ? dateText(moment.to) : '';
    if (moment.event) return range ? `${moment.event} (${range})` : moment.event;
    return range || null;
}
export function dueOf(row: { due?: string; due_text?: string; due_value?: string; due_moment?: DueMoment }): Child {
    const text = row.due_moment && momentText(row.due_moment);
    if (!text) return row.due_text ?? null;
    const shown = row.due && text === dateText(row.due) ? element('time', { datetime: row.due }, text) : text;
    return row.due_text ? element('span', { title: `“${row.due_text}”` }, shown) : shown;
}

/** `columns` are laid out as a table when there is room, and as a card a row when there is not (theme/page.css). */
export interface Column<Row> {
    name: string;
    cell: (row: Row) => Child;
    main?: boolean;
}
export function table<Row>(caption: string, columns: Column<Row>[], rows: Row[]): HTMLElement {
    return element(
        'table',
        { class: 'utrecht-table rows', role: 'table' },
        element('caption', { class: 'utrecht-table__caption visually-hidden' }, caption),
        element(
            'thead',
            { class: 'utrecht-table__header', role: 'rowgroup' },
            element(
                'tr',
                { class: 'utrecht-table__row', role: 'row' },
                columns.map((column) =>
                    element('th', { class: 'utrecht-table__header-cell', scope: 'col', role: 'columnheader' }, column.name),
                ),
            ),
        ),
        element(
            'tbody',
            { class: 'utrecht-table__body', role: 'rowgroup' },
            rows.map((row) =>
                element(
                    'tr',
                    { class: 'utrecht-table__row', role: 'row' },
                    columns.map((column) =>
                        element(
                            'td',
                            { class: `utrecht-table__cell${column.main ? ' rows__main' : ''}`, role: 'cell' },
                            element('span', { class: 'rows__label', 'aria-hidden': 'true' }, column.name),
                            element('div', { class: 'rows__value' }, column.cell(row)),
                        ),
                    ),
                ),
            ),
        ),
    );
}
export function itemTable(caption: string, rows: ItemRow[]): HTMLElement {
    return table<ItemRow>(
        caption,
        [
            { name: words('number'), cell: (row) => element('span', { class: 'number' }, row.item) },
            {
                name: words('title'),
                cell: (row) => link(href(['items', row.item]), { class: 'utrecht-link utrecht-link--html-a quiet' }, row.title),
                main: true,
            },
            { name: words('kind'), cell: (row) => kindBadge(row.kind) },
            { name: words('issuer'), cell: (row) => actor(row.issuer_id) },
            { name: words('to_or_by'), cell: (row) => actor(row.addressee_id ?? row.actor_id) },
            { name: words('due'), cell: (row) => dueOf(row) },
            { name: words('status'), cell: statusBadges },
        ],
        rows,
    );
}
/** The way to the pages of a list before and after this one. */
export function pageLinks(path: string[], query: URLSearchParams, offset: number, size: number, total: number): HTMLElement | null {
    if (total <= size) return null;
    const to = (start: number) => href(path, { ...Object.fromEntries(query), offset: start ? String(start) : '' });
    return element(
        'nav',
        { class: 'pages', 'aria-label': words('pages') },
        offset > 0 && link(to(Math.max(0, offset - size)), { rel: 'prev' }, words('page_previous')),
        element('span', {}, `${numberText(offset + 1)}–${numberText(Math.min(total, offset + size))} / ${numberText(total)}`),
        offset + size < total && link(to(offset + size), { rel: 'next' }, words('page_next')),
    );
}
export function note(kind: 'info' | 'ok' | 'warning' | 'error', ...children: Child[]): HTMLElement {
    return element(
        'div',
        { class: `utrecht-alert utrecht-alert--${kind}` },
        element('div', { class: 'utrecht-alert__content' }, element('div', { class: 'utrecht-alert__message' }, ...children)),
    );
}
