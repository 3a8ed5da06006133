/** What stands around every view: name, navigation, language, the date looked at; and the way a view comes into it. */
import { ApiError } from '../api/client.ts';
import { dateText } from '../words/dates.ts';
import { language, setLanguage, words } from '../words/words.ts';
import type { Word } from '../words/en.ts';
import { element } from './element.ts';
import { formQuery, textField } from './form.ts';
import { heading, note, paragraph } from './parts.ts';
import { currentAddress, go, href, link, went, type Address, type View, type ViewMaker } from './router.ts';

const places: { word: Word; path: string[] }[] = [
    { word: 'overview', path: [] },
    { word: 'items', path: ['items'] },
    { word: 'agenda', path: ['agenda'] },
    { word: 'search', path: ['search'] },
    { word: 'records', path: ['records'] },
    { word: 'ledger', path: ['ledger'] },
];

function navigation(address: Address): HTMLElement {
    const here = address.path[0] ?? '';
    return element(
        'nav',
        { class: 'utrecht-nav-bar', 'aria-label': words('navigation') },
        element(
            'ul',
            { class: 'utrecht-nav-bar__content places' },
            places.map(({ word, path }) =>
                element(
                    'li',
                    {},
                    link(
                        href(path),
                        {
                            class: 'utrecht-link utrecht-link--html-a places__link',
                            'aria-current': (path[0] ?? '') === here ? (address.path.length > 1 ? 'true' : 'page') : undefined,
                        },
                        words(word),
                    ),
                ),
            ),
        ),
    );
}

function languageSwitch(redraw: () => void): HTMLElement {
    const other = language() === 'nl' ? 'en' : 'nl';
    return element(
        'button',
        {
            class: 'utrecht-button utrecht-button--subtle language',
            type: 'button',
            lang: other,
            click: () => {
                setLanguage(other);
                redraw();
                document.querySelector<HTMLElement>('.language')?.focus();
            },
        },
        words('other_language'),
    );
}

/** A register can be looked at as it stood on any day; every link keeps that day. */
function dayChoice(address: Address): HTMLElement {
    const form = element(
        'form',
        {
            class: 'day',
            submit: (event) => {
                event.preventDefault();
                const query = Object.fromEntries(address.query);
                go(href(address.path, { ...query, as_of: formQuery(form).as_of ?? '' }));
            },
        },
        textField('as_of', words('as_of'), address.query.get('as_of') ?? '', 'date'),
        element('button', { class: 'utrecht-button utrecht-button--secondary-action', type: 'submit' }, words('show')),
    );
    return form;
}

function pastNote(address: Address): HTMLElement | null {
    const asOf = address.query.get('as_of');
    if (!asOf) return null;
    const query = Object.fromEntries(address.query);
    return note(
        'info',
        paragraph(
            words('as_of_note', { date: dateText(asOf) }),
            ' ',
            link(href(address.path, { ...query, as_of: '' }), {}, words('as_of_today')),
        ),
    );
}

function frame(address: Address, redraw: () => void, main: HTMLElement): Node[] {
    return [
        element('a', { class: 'utrecht-skip-link utrecht-skip-link--visible-on-focus', href: '#content' }, words('skip')),
        element(
            'header',
            { class: 'utrecht-page-header' },
            element(
                'div',
                { class: 'utrecht-page-header__content head' },
                element(
                    'a',
                    { class: 'head__name', href: href([]) },
                    element('span', { class: 'head__mark', 'aria-hidden': 'true' }),
                    words('program'),
                ),
                element('p', { class: 'head__line' }, words('tagline')),
                languageSwitch(redraw),
            ),
            element('div', { class: 'below-head' }, navigation(address), dayChoice(address)),
        ),
        main,
        element(
            'footer',
            { class: 'utrecht-page-footer' },
            element(
                'div',
                { class: 'utrecht-page-footer__content foot' },
                paragraph(
                    words('footer'),
                    ' ',
                    element('a', { class: 'utrecht-link utrecht-link--html-a', href: '/api/v1/openapi.json' }, words('api')),
                ),
            ),
        ),
    ];
}

export function failure(problem: unknown): View {
    const known = problem instanceof ApiError ? problem.problem : { title: String(problem), status: -1, detail: undefined };
    if (known.status === 404)
        return {
            title: words('not_found'),
            body: element(
                'div',
                {},
                heading(1, words('not_found')),
                paragraph(known.detail ?? words('not_found_text')),
                paragraph(link(href([]), {}, words('overview'))),
            ),
        };
    return {
        title: words('failed'),
        body: element(
            'div',
            {},
            heading(1, words('failed')),
            note('error', paragraph(known.status === 0 ? words('unreachable') : (known.detail ?? known.title))),
            paragraph(link(location.pathname + location.search, {}, words('try_again'))),
        ),
    };
}

/** Draws the view of the current address; a newer address overtakes one that is still loading. */
export function startShell(viewOf: (address: Address) => ViewMaker | undefined): void {
    let turn = 0;
    let shown = '';
    const draw = async (moveFocus: boolean) => {
        const mine = ++turn;
        const address = currentAddress();
        const where = location.pathname + location.search;
        let view: View;
        try {
            const maker = viewOf(address);
            view = maker
                ? await maker(address)
                : {
                      title: words('not_found'),
                      body: element('div', {}, heading(1, words('not_found')), paragraph(words('not_found_text'))),
                  };
        } catch (problem) {
            view = failure(problem);
        }
        if (mine !== turn) return;
        document.documentElement.lang = language();
        document.title = `${view.title} – ${words('program')}`;
        const main = element('main', { class: 'content', id: 'content', tabindex: -1 }, pastNote(address), view.body);
        document.body.replaceChildren(...frame(address, () => void draw(false), main));
        if (moveFocus && where !== shown) {
            main.focus({ preventScroll: true });
            scrollTo(0, 0);
        }
        shown = where;
        view.ready?.();
        document.body.dataset.ready = String(mine);
    };
    addEventListener(went, () => void draw(true));
    addEventListener('popstate', () => {
        // A jump to a note or past the navigation stays in the view: drawn again it would lose the focus.
        if (location.pathname + location.search !== shown || currentAddress().place) void draw(true);
    });
    void draw(false);
}
