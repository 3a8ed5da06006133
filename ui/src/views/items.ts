/** The list of items, with filters. */
import { api } from '../api/client.ts';
import type { Kind, Status } from '../api/shapes.ts';
import { element } from '../page/element.ts';
import { choiceField, formQuery, submitButton, suggestField, textField, type Choice } from '../page/form.ts';
import { heading, itemTable, pageLinks, settledStatuses } from '../page/parts.ts';
import { go, href, link, type Address, type View } from '../page/router.ts';
import { actorChoices } from '../words/actors.ts';
import { numberText, wordFor, words } from '../words/words.ts';

const kinds: Kind[] = ['decision', 'tasking', 'request', 'commitment', 'plan', 'intention'];
const statuses: Status[] = ['open', 'due', 'overdue', 'partly', ...settledStatuses];
const filters = ['status', 'kind', 'issuer', 'addressee', 'actor', 'record', 'due_from', 'due_to', 'text'];
const pageSize = 50;

function statusChoices(): Choice[] {
    return [
        { value: '', label: words('any') },
        ...statuses.map((status) => ({ value: status, label: wordFor('status_', status) })),
        { value: 'open,partly', label: `${words('group_open')} (+)` },
        { value: settledStatuses.join(','), label: words('group_settled') },
    ];
}

function filterForm(query: URLSearchParams): HTMLElement {
    const actors = actorChoices();
    const value = (name: string) => query.get(name) ?? '';
    const form = element(
        'form',
        {
            class: 'filters',
            role: 'search',
            'aria-label': words('filter'),
            submit: (event) => {
                event.preventDefault();
                go(href(['items'], formQuery(form)));
            },
        },
        textField('text', words('filter_text'), value('text'), 'search'),
        choiceField('status', words('status'), value('status'), statusChoices()),
        choiceField('kind', words('kind'), value('kind'), [
            { value: '', label: words('any') },
            ...kinds.map((kind) => ({ value: kind, label: wordFor('kind_', kind) })),
        ]),
        suggestField('issuer', words('issuer'), value('issuer'), actors),
        suggestField('addressee', words('addressee'), value('addressee'), actors),
        value('actor') && suggestField('actor', words('actor'), value('actor'), actors),
        value('record') && textField('record', words('record'), value('record')),
        textField('due_from', words('from'), value('due_from'), 'date'),
        textField('due_to', words('to'), value('due_to'), 'date'),
        element(
            'div',
            { class: 'filters__act' },
            submitButton(words('filter_apply')),
            filters.some((name) => query.has(name)) && link(href(['items']), {}, words('filter_clear')),
        ),
    );
    // Folded away where it would fill the screen before the first item.
    const folded = matchMedia('(max-width: 40rem)').matches && !filters.some((name) => query.has(name));
    return element('details', { class: 'fold no-print', open: !folded }, element('summary', {}, words('filter')), form);
}

export async function itemsView({ query }: Address): Promise<View> {
    const offset = Number(query.get('offset')) || 0;
    const asked = Object.fromEntries([...filters, 'as_of'].map((name) => [name, query.get(name) ?? undefined]));
    const { items, total } = await api.items({ ...asked, sort: 'due', limit: String(pageSize), offset: String(offset) });
    return {
        title: words('items'),
        body: element(
            'div',
            {},
            heading(1, words('items')),
            filterForm(query),
            element(
                'p',
                { class: 'utrecht-paragraph', role: 'status' },
                items.length
                    ? `${total === 1 ? words('found_item') : words('found_items', { count: numberText(total) })}. ${words('sort_due')}`
                    : words('no_items'),
            ),
            items.length > 0 && itemTable(words('items'), items),
            pageLinks(['items'], query, offset, pageSize, total),
        ),
    };
}
