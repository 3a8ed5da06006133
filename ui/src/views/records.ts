/** The records that the register holds. */
import { api } from '../api/client.ts';
import type { RecordRow } from '../api/shapes.ts';
import { element } from '../page/element.ts';
import { actor, dateElement, heading, pageLinks, paragraph, recordLink, table } from '../page/parts.ts';
import { href, link, type Address, type View } from '../page/router.ts';
import { numberText, wordFor, words } from '../words/words.ts';

const pageSize = 100;

export async function recordsView({ query }: Address): Promise<View> {
    const offset = Number(query.get('offset')) || 0;
    const [{ records }, { records: total }] = await Promise.all([
        api.records({ limit: String(pageSize), offset: String(offset) }),
        api.overview({}),
    ]);
    return {
        title: words('records'),
        body: element(
            'div',
            {},
            heading(1, words('records')),
            records.length
                ? table<RecordRow>(
                      words('records'),
                      [
                          { name: words('record'), cell: (row) => recordLink(row.record) },
                          { name: words('title'), cell: (row) => element('span', { lang: row.lang }, row.title ?? row.record), main: true },
                          { name: words('genre'), cell: (row) => row.genre && wordFor('genre_', row.genre) },
                          { name: words('issuer'), cell: (row) => actor(row.issuer_id) },
                          { name: words('date'), cell: (row) => dateElement(row.date) },
                          { name: words('record_statements'), cell: (row) => numberText(row.statements) },
                          {
                              name: words('record_items'),
                              cell: (row) => (row.items ? link(href(['items'], { record: row.record }), {}, numberText(row.items)) : '0'),
                          },
                      ],
                      records,
                  )
                : paragraph(words('no_records')),
            pageLinks(['records'], query, offset, pageSize, total),
        ),
    };
}
