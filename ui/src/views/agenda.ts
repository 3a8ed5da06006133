/** What falls due, in order of time: what is past its date first, then what is coming, by year and month. */
import { api } from '../api/client.ts';
import type { ItemRow } from '../api/shapes.ts';
import { element } from '../page/element.ts';
import { dueOf, heading, itemLink, kindBadge, paragraph, parties, statusBadges } from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import { dateText } from '../words/dates.ts';
import { words } from '../words/words.ts';

function moment(row: ItemRow): HTMLElement {
    return element(
        'li',
        { class: 'moment' },
        element('p', { class: 'moment__when' }, dueOf(row)),
        element(
            'div',
            { class: 'moment__what' },
            element('p', { class: 'utrecht-paragraph' }, itemLink(row.item, row.title)),
            element(
                'p',
                { class: 'moment__line' },
                statusBadges(row),
                kindBadge(row.kind),
                element('span', {}, parties(row)),
                element('span', { class: 'quiet' }, row.item),
            ),
        ),
    );
}

/** The month of the last day of a moment, which heads it. */
function monthOf(row: ItemRow): string {
    return dateText((row.due ?? '').slice(0, 7));
}

function months(rows: ItemRow[]): HTMLElement[] {
    const groups = new Map<string, ItemRow[]>();
    for (const row of rows) groups.set(monthOf(row), [...(groups.get(monthOf(row)) ?? []), row]);
    return [...groups].map(([month, within]) =>
        element('section', {}, month && heading(3, month), element('ul', { class: 'moments' }, within.map(moment))),
    );
}

export async function agendaView({ query }: Address): Promise<View> {
    const undated = query.get('undated') === '1';
    const agenda = await api.agenda({ as_of: query.get('as_of') ?? undefined, undated: undated ? 'true' : undefined });
    const day = dateText(agenda.as_of);
    const dated = agenda.items.filter((row) => row.due);
    const parts = [
        { title: words('agenda_past', { date: day }), rows: dated.filter((row) => row.due! < agenda.as_of) },
        { title: words('agenda_coming', { date: day }), rows: dated.filter((row) => row.due! >= agenda.as_of) },
        { title: words('agenda_undated'), rows: agenda.items.filter((row) => !row.due) },
    ].filter((part) => part.rows.length);
    return {
        title: words('agenda'),
        body: element(
            'div',
            {},
            heading(1, words('agenda')),
            paragraph(parts.length ? words('agenda_lead') : words('agenda_empty')),
            paragraph(
                link(
                    href(['agenda'], { undated: undated ? '' : '1' }),
                    {
                        role: 'switch',
                        'aria-checked': undated ? 'true' : 'false',
                        class: 'utrecht-link utrecht-link--html-a switch no-print',
                    },
                    words('agenda_with_undated'),
                ),
            ),
            parts.map(({ title, rows }) => element('section', { class: 'part' }, heading(2, title), months(rows))),
        ),
    };
}
