/** Requests to the API. Everything is a GET; an answer that is not 2xx becomes an ApiError with the server's own words. */
import type { ActorNames, HitList, Item, ItemList, Ledger, Overview, Problem, RecordList, Review, SourceRecord } from './shapes.ts';

export type Query = Record<string, string | undefined>;

export class ApiError extends Error {
    constructor(readonly problem: Problem) {
        super(problem.detail ?? problem.title);
    }
}

async function get<Shape>(path: string, query: Query = {}): Promise<Shape> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
    const address = `/api/v1/${path}${parameters.toString() ? `?${parameters}` : ''}`;
    let response: Response;
    try {
        response = await fetch(address, { headers: { accept: 'application/json' } });
    } catch {
        throw new ApiError({ title: 'unreachable', status: 0 });
    }
    if (response.ok) return (await response.json()) as Shape;
    throw new ApiError((await response.json().catch(() => ({ title: response.statusText, status: response.status }))) as Problem);
}

const segment = encodeURIComponent;

export const api = {
    overview: (query: Query) => get<Overview>('overview', query),
    items: (query: Query) => get<ItemList>('items', query),
    item: (item: string, query: Query) => get<Item>(`items/${segment(item)}`, query),
    records: (query: Query) => get<RecordList>('records', query),
    record: (record: string, query: Query) => get<SourceRecord>(`records/${segment(record)}`, query),
    search: (query: Query) => get<HitList>('search', query),
    agenda: (query: Query) => get<ItemList>('agenda', query),
    actors: () => get<ActorNames>('actors'),
    review: () => get<Review>('review'),
    ledger: (query: Query) => get<Ledger>('ledger', query),
};
