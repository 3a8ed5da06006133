/** Search in items, statements and records. */
import { api } from '../api/client.ts';
import type { Hit } from '../api/shapes.ts';
import { element, type Child } from '../page/element.ts';
import { formQuery, submitButton, textField } from '../page/form.ts';
import { dateElement, heading, itemLink, kindBadge, paragraph, recordAddress } from '../page/parts.ts';
import { go, href, link, type Address, type View } from '../page/router.ts';
import { numberText, words } from '../words/words.ts';

/** The register marks what was found with two control characters, STX and ETX, which no record holds. */
function snippet(text: string): Child[] {
    return text.split(/\x02|\x03/).map((part, index) => (index % 2 ? element('mark', { class: 'utrecht-mark found' }, part) : part));
}

function hitPart(hit: Hit): HTMLElement {
    return element(
        'li',
        { class: 'hit' },
        element('p', { class: 'utrecht-paragraph' }, link(recordAddress(hit), {}, hit.title || hit.record)),
        hit.snippet && element('p', { class: 'utrecht-paragraph hit__words' }, snippet(hit.snippet)),
        element(
            'p',
            { class: 'moment__line' },
            hit.kind && kindBadge(hit.kind),
            hit.item && element('span', {}, `${words('item')} `, itemLink(hit.item)),
            element('span', { class: 'quiet' }, hit.record),
            element('span', { class: 'quiet' }, dateElement(hit.date)),
        ),
    );
}

function searchForm(asked: string): HTMLElement {
    const form = element(
        'form',
        {
            class: 'search',
            role: 'search',
            submit: (event) => {
                event.preventDefault();
                go(href(['search'], formQuery(form)));
            },
        },
        textField('q', words('search_label'), asked, 'search'),
        submitButton(words('search_button')),
    );
    return form;
}

export async function searchView({ query }: Address): Promise<View> {
    const asked = query.get('q')?.trim() ?? '';
    const hits = asked ? (await api.search({ q: asked, limit: '100' })).hits : [];
    const found =
        hits.length === 1
            ? words('found_hit', { query: asked })
            : words(hits.length ? 'found_hits' : 'no_hits', { count: numberText(hits.length), query: asked });
    return {
        title: asked ? `${words('search')}: ${asked}` : words('search'),
        body: element(
            'div',
            {},
            heading(1, words('search')),
            searchForm(asked),
            paragraph(asked ? found : words('search_hint')),
            element('ul', { class: 'hits' }, hits.map(hitPart)),
        ),
    };
}
