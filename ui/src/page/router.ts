/** Addresses: the table of views, links between them, and going from one to the next without loading the page again.
 *  The server answers every address in this table with index.html (src/serve/page.c), so each can be sent to a colleague. */
import { element, type Attributes, type Child } from './element.ts';

export interface Address {
    path: string[];
    query: URLSearchParams;
    place?: { start: number; end: number };
}
export interface View {
    title: string;
    body: Node;
    ready?: () => void;
}
export type ViewMaker = (address: Address) => Promise<View>;

/** `#1024-1100`: bytes of a record's text. */
function parsePlace(hash: string): Address['place'] {
    const match = /^#(\d+)-(\d+)$/.exec(hash);
    return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}

export function currentAddress(): Address {
    const path = location.pathname
        .split('/')
        .filter(Boolean)
        .map((part) => {
            try {
                return decodeURIComponent(part);
            } catch {
                return part;
            }
        });
    return { path, query: new URLSearchParams(location.search), place: parsePlace(location.hash) };
}

/** The address of a view. The date looked at goes along from view to view. */
export function href(path: string[], query: Record<string, string | undefined> = {}, hash = ''): string {
    const parameters = new URLSearchParams();
    const asOf = 'as_of' in query ? query.as_of : new URLSearchParams(location.search).get('as_of');
    for (const [name, value] of Object.entries(query)) if (value && name !== 'as_of') parameters.set(name, value);
    if (asOf) parameters.set('as_of', asOf);
    return `/${path.map(encodeURIComponent).join('/')}${parameters.toString() ? `?${parameters}` : ''}${hash}`;
}

export function link(to: string, attributes: Attributes, ...children: Child[]): HTMLAnchorElement {
    return element('a', { class: 'utrecht-link utrecht-link--html-a', ...attributes, href: to }, ...children);
}

/** Sent after `go`; back and forward send popstate, and so do jumps inside a view. */
export const went = 'griffie-went';

export function go(to: string): void {
    history.pushState(null, '', to);
    dispatchEvent(new Event(went));
}

/** Plain clicks on links of ours stay in the page; anything with a modifier key is the browser's. */
export function followLinks(): void {
    document.addEventListener('click', (event) => {
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        const anchor = (event.target as Element | null)?.closest('a');
        if (
            !anchor ||
            anchor.origin !== location.origin ||
            anchor.target ||
            anchor.hasAttribute('download') ||
            anchor.pathname.startsWith('/api/')
        )
            return;
        const sameView = anchor.pathname === location.pathname && anchor.search === location.search;
        if (sameView && anchor.hash && !parsePlace(anchor.hash)) return;
        event.preventDefault();
        go(anchor.href);
    });
}
