/** What waits for a person: what rules propose but are not sure of, and linking statements that found no item. */
import { api } from '../api/client.ts';
import type { Proposal } from '../api/shapes.ts';
import { element, type Child } from '../page/element.ts';
import { byText, heading, itemLink, kindBadge, paragraph, sourceWords } from '../page/parts.ts';
import type { Address, View } from '../page/router.ts';
import { reasonText } from '../words/reasons.ts';
import { numberText, wordFor, words } from '../words/words.ts';

function proposalPart(one: Proposal): HTMLElement {
    const what: Child = one.item
        ? [
              element('strong', {}, wordFor('relation_', one.relation ?? '')),
              ' ',
              itemLink(one.item, `${one.item} ${one.title ?? ''}`),
              one.as && ` → ${wordFor('status_', one.as)}`,
          ]
        : one.kind && kindBadge(one.kind);
    return element(
        'li',
        { class: 'hit' },
        paragraph(what),
        sourceWords(one),
        one.by &&
            element(
                'p',
                { class: 'quiet evidence__by' },
                `${words('by')} ${byText(one.by)}`,
                one.confidence !== undefined && `, ${words('confidence', { percent: Math.round(one.confidence * 100) })}`,
                one.reason && `. ${words('reason')}: ${reasonText(one.reason)}`,
            ),
        one.entry &&
            element(
                'p',
                { class: 'quiet evidence__by' },
                words('review_how'),
                ' ',
                element('code', {}, `griffie accept ${one.entry}`),
                ' / ',
                element('code', {}, `griffie reject ${one.entry}`),
            ),
    );
}

function part(title: string, none: string, rows: Proposal[]): HTMLElement {
    return element(
        'section',
        { class: 'part' },
        heading(2, `${title} (${numberText(rows.length)})`),
        rows.length ? element('ul', { class: 'hits' }, rows.map(proposalPart)) : paragraph(none),
    );
}

export async function reviewView(_address: Address): Promise<View> {
    const { review } = await api.review();
    return {
        title: words('review'),
        body: element(
            'div',
            {},
            heading(1, words('review')),
            paragraph(words('review_lead')),
            part(
                words('review_proposals'),
                words('review_no_proposals'),
                review.filter((one) => one.type === 'proposal'),
            ),
            part(
                words('review_loose'),
                words('review_no_loose'),
                review.filter((one) => one.type === 'loose'),
            ),
        ),
    };
}
