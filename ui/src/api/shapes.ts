/** What the API gives, in the names of the model; what is not known is absent. doc/openapi.json is the authority, and the browser tests
 *  hold the server to it. */

export type Status = 'open' | 'due' | 'overdue' | 'partly' | 'delivered' | 'superseded' | 'lapsed' | 'refused' | 'withdrawn';
export type Kind =
    | 'discharge'
    | 'refusal'
    | 'reaffirmation'
    | 'decision'
    | 'tasking'
    | 'request'
    | 'commitment'
    | 'intention'
    | 'condition'
    | 'plan'
    | 'position'
    | 'report';

/** Words of a record: half-open byte range into its text. */
export interface Place {
    record: string;
    start?: number;
    end?: number;
    text?: string;
}
/** When something is due: between two days, or at an event. */
export interface DueMoment {
    kind: 'date' | 'season' | 'event' | 'after-event' | 'vague' | 'none';
    from?: string;
    to?: string;
    event?: string;
}

export interface ItemRow {
    item: string;
    kind: Kind;
    status: Status;
    title: string;
    record: string;
    opened?: string;
    waiting?: boolean;
    stale?: boolean;
    issuer_id?: string;
    actor_id?: string;
    addressee_id?: string;
    assigned?: string;
    label?: string;
    due?: string;
    due_text?: string;
    due_value?: string;
    due_moment?: DueMoment;
    recurrence?: string;
    condition?: string;
}
export interface ItemList {
    as_of: string;
    total: number;
    items: ItemRow[];
}
export interface Link extends Place {
    relation: string;
    kind?: Kind;
    by?: string;
    confidence?: number;
    proposed?: boolean;
    reason?: string;
    entry?: number;
    on?: string;
}
export interface Closing extends Place {
    as: Status | 'open';
    on?: string;
    by?: string;
    reason?: string;
    other?: string;
    confidence?: number;
    proposed?: boolean;
    entry?: number;
}
export interface Field {
    field: string;
    value: string;
    record?: string;
    start?: number;
    end?: number;
    by?: string;
    entry?: number;
}
export interface Moment {
    number: number;
    due?: DueMoment;
}
export interface Note {
    text: string;
    by: string;
    at: string;
}
export interface Entry {
    seq: number;
    at: string;
    by: string;
    act: string;
    item?: string;
    other?: string;
    record?: string;
    undone?: boolean;
    body?: { reason?: string; as?: string; field?: string; value?: string; text?: string; relation?: string };
}
export interface Item extends ItemRow {
    as_of: string;
    status_since?: string;
    why: string;
    why_nl: string;
    opened_by: Place & { kind?: Kind; by?: string; confidence?: number };
    links: Link[];
    closings: Closing[];
    moments: Moment[];
    fields: Field[];
    notes: Note[];
    history: Entry[];
}

export interface RecordRow {
    record: string;
    title?: string;
    genre?: string;
    lang?: string;
    date?: string;
    issuer_id?: string;
    source?: string;
    sha256?: string;
    bytes: number;
    statements: number;
    items: number;
}
export interface RecordList {
    records: RecordRow[];
}
export interface Statement {
    record: string;
    id: string;
    kind: Kind;
    sub?: string;
    start: number;
    end: number;
    text: string;
    item?: string;
    status?: Status;
    due?: { text?: string; value?: string; anchor?: string };
    issuer_id?: string;
    confidence?: number;
}
/** A statement that is evidence for an item. */
export interface Touch {
    item: string;
    statement?: string;
    relation: string;
    proposed?: boolean;
}
export interface SourceRecord extends RecordRow {
    text: string;
    statement_list: Statement[];
    register: { items: ItemRow[]; links: Touch[] };
}

export interface Hit {
    record: string;
    statement?: string;
    item?: string;
    title?: string;
    kind?: Kind;
    start?: number;
    end?: number;
    snippet?: string;
    date?: string;
}
export interface HitList {
    hits: Hit[];
}
export interface Overview {
    as_of: string;
    records: number;
    items: number;
    open: number;
    due: number;
    overdue: number;
    settled: number;
    entries: number;
    proposals: number;
}
/** What a rule proposes (proposal), or a linking statement that no item has as evidence (loose). */
export interface Proposal extends Place {
    type: 'proposal' | 'loose';
    entry?: number;
    item?: string;
    title?: string;
    relation?: string;
    as?: Status;
    kind?: Kind;
    by?: string;
    reason?: string;
    confidence?: number;
}
export interface Review {
    review: Proposal[];
}
export interface Ledger {
    entries: Entry[];
}
/** Identifier → name in each language that has one. */
export type ActorNames = Record<string, { nl?: string; en?: string }>;
/** RFC 9457. */
export interface Problem {
    type?: string;
    title: string;
    status: number;
    detail?: string;
}
