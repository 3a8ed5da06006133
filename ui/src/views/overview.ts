/** What is open, due, overdue and settled: four counts, and below them what needs attention first. */
import { api } from '../api/client.ts';
import type { Overview } from '../api/shapes.ts';
import { element } from '../page/element.ts';
import { heading, itemTable, note, paragraph, settledStatuses } from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import type { Word } from '../words/en.ts';
import { numberText, words } from '../words/words.ts';

type Group = 'overdue' | 'due' | 'open' | 'settled';
const groups: Group[] = ['overdue', 'due', 'open', 'settled'];
const statusesOf: Record<Group, string> = { overdue: 'overdue', due: 'due', open: 'open,partly', settled: settledStatuses.join(',') };
const shown = 8;

function countCard(group: Group, count: number): HTMLElement {
    return element(
        'li',
        { class: `count count--${group}` },
        link(
            href(['items'], { status: statusesOf[group] }),
            { class: 'utrecht-link utrecht-link--html-a count__link' },
            element('span', { class: 'count__number' }, numberText(count)),
            element('span', { class: 'count__name' }, words(`group_${group}`)),
        ),
        element('span', { class: 'count__text' }, words(`group_${group}_text` as Word)),
    );
}

function reviewLine(proposals: number): HTMLElement {
    const text = proposals === 1 ? words('review_waiting_one') : words('review_waiting', { count: numberText(proposals) });
    return element('p', { class: 'utrecht-paragraph review-line' }, link(href(['review']), {}, proposals ? text : words('review')));
}

async function listOf(statuses: string, title: Word, none: Word, asOf: string | undefined): Promise<HTMLElement> {
    const { items, total } = await api.items({ status: statuses, sort: 'due', limit: String(shown), as_of: asOf });
    return element(
        'section',
        { class: 'part' },
        heading(2, words(title)),
        items.length ? itemTable(words(title), items) : paragraph(words(none)),
        total > items.length && paragraph(link(href(['items'], { status: statuses }), {}, words('see_all', { count: numberText(total) }))),
    );
}

function emptyRegister(): View {
    return {
        title: words('overview'),
        body: element(
            'div',
            {},
            heading(1, words('overview')),
            note('info', heading(2, words('empty_register')), paragraph(words('empty_register_text'))),
        ),
    };
}

export async function overviewView({ query }: Address): Promise<View> {
    const asOf = query.get('as_of') ?? undefined;
    const [overview, overdue, nearest]: [Overview, HTMLElement, HTMLElement] = await Promise.all([
        api.overview({ as_of: asOf }),
        listOf('overdue', 'overdue_list', 'nothing_overdue', asOf),
        listOf('open,due,partly', 'nearest', 'nothing_due', asOf),
    ]);
    if (!overview.records && !overview.items) return emptyRegister();
    return {
        title: words('overview'),
        body: element(
            'div',
            {},
            heading(1, words('overview')),
            paragraph(words('overview_lead', { items: numberText(overview.items), records: numberText(overview.records) })),
            element(
                'ul',
                { class: 'counts' },
                groups.map((group) => countCard(group, overview[group])),
            ),
            reviewLine(overview.proposals),
            overdue,
            nearest,
        ),
    };
}
