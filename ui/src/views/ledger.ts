/** The ledger: every entry that made the register what it is, newest first. */
import { api } from '../api/client.ts';
import type { Entry } from '../api/shapes.ts';
import { element } from '../page/element.ts';
import { byText, heading, itemLink, paragraph, recordLink, table } from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import { timeText } from '../words/dates.ts';
import { reasonText } from '../words/reasons.ts';
import { numberText, wordFor, words } from '../words/words.ts';

const pageSize = 100;

export function entryTable(caption: string, entries: Entry[]): HTMLElement {
    return table<Entry>(
        caption,
        [
            { name: words('number'), cell: (entry) => element('span', { id: `entry-${entry.seq}` }, entry.seq) },
            {
                name: words('act'),
                cell: (entry) =>
                    element(
                        'span',
                        { class: entry.undone ? 'undone' : undefined },
                        wordFor('act_', entry.act),
                        entry.body?.as && `: ${wordFor('status_', entry.body.as)}`,
                        entry.body?.field && `: ${wordFor('field_', entry.body.field)}`,
                    ),
                main: true,
            },
            { name: words('item'), cell: (entry) => entry.item && itemLink(entry.item) },
            { name: words('record'), cell: (entry) => entry.record && recordLink(entry.record) },
            { name: words('by_whom'), cell: (entry) => byText(entry.by) },
            { name: words('reason'), cell: (entry) => (entry.body?.reason ? reasonText(entry.body.reason) : entry.body?.text) },
            { name: words('at'), cell: (entry) => element('time', { datetime: entry.at }, timeText(entry.at)) },
        ],
        entries,
    );
}

export async function ledgerView({ query }: Address): Promise<View> {
    const to = query.get('to') ?? undefined;
    const [{ entries }, { entries: size }] = await Promise.all([
        api.ledger({ order: 'newest', to, limit: String(pageSize) }),
        api.overview({}),
    ]);
    const last = entries[entries.length - 1]?.seq ?? 1;
    return {
        title: words('ledger'),
        body: element(
            'div',
            {},
            heading(1, words('ledger')),
            paragraph(size ? words('ledger_lead', { size: numberText(size) }) : words('ledger_empty')),
            entries.length > 0 && entryTable(words('ledger'), entries),
            element(
                'nav',
                { class: 'pages', 'aria-label': words('pages') },
                to && link(href(['ledger']), {}, words('ledger_newer')),
                last > 1 && link(href(['ledger'], { to: String(last - 1) }), {}, words('ledger_older')),
            ),
        ),
    };
}
