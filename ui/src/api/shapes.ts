/** What the API gives, in the names of the model. doc/openapi.json is the authority; the browser tests hold both together. */

export type Status = 'open' | 'due' | 'overdue' | 'partly' | 'delivered' | 'superseded' | 'lapsed' | 'refused' | 'withdrawn';
export type Kind = 'discharge' | 'refusal' | 'reaffirmation' | 'decision' | 'tasking' | 'request' | 'commitment' | 'intention'
    | 'condition' | 'plan' | 'position' | 'report';

/** Words of a record: half-open byte range into its text. */
export interface Place { record: string; start: number; end: number; text?: string }

export interface ItemRow {
    item: string; kind: Kind; status: Status; title: string; record: string; lang?: string;
    issuer_id?: string; actor_id?: string; addressee_id?: string;
    due?: string; due_text?: string; due_from?: string; due_to?: string; recurrence?: string;
}
export interface ItemList { as_of: string; total: number; items: ItemRow[] }
export interface Link extends Place {
    relation: string; kind?: Kind; by: string; confidence?: number; proposed?: boolean; reason?: string; entry?: number; date?: string; lang?: string;
}
export interface Field { field: string; value: string; record?: string; start?: number; end?: number; text?: string; by?: string; entry?: number }
export interface Moment { due: string; status?: Status }
export interface Entry {
    seq: number; at: string; by: string; act: string; item?: string; record?: string; reason?: string; as?: string; undone?: boolean;
}
export interface Item extends ItemRow {
    status_since?: string; why?: string | { nl: string; en: string }; condition?: string; by?: string;
    opened_by?: Place & { kind?: Kind; by?: string; confidence?: number }; fields: Field[]; links: Link[]; moments: Moment[]; history: Entry[];
}

export interface RecordRow {
    record: string; title?: string; genre?: string; lang?: string; date?: string; issuer_id?: string; statements: number; items: number;
}
export interface RecordList { total: number; records: RecordRow[] }
export interface Statement extends Place {
    id: string; kind: Kind; sub?: string; item?: string; status?: Status; confidence?: number; due?: string; due_text?: string; issuer_id?: string;
}
export interface SourceRecord extends Omit<RecordRow, 'statements' | 'items'> { text: string; sha256?: string; bytes?: number; source?: string; statements: Statement[] }

export interface Hit {
    record: string; statement?: string; item?: string; title?: string; kind?: Kind; status?: Status; start?: number; end?: number; snippet?: string; date?: string;
}
export interface HitList { query: string; total: number; hits: Hit[] }
export interface Overview { as_of: string; records: number; items: number; open: number; due: number; overdue: number; settled: number }
export interface Ledger { size: number; root?: string; entries: Entry[] }
/** Identifier → name in each language that has one. */
export type ActorNames = Record<string, { nl?: string; en?: string }>;
/** RFC 9457. */
export interface Problem { type?: string; title: string; status: number; detail?: string }
