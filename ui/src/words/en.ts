/** The page in English. This file sets which words there are; nl.ts must have them all. */
export const en = {
    language: 'English', other_language: 'Nederlands',
    program: 'griffie', tagline: 'what was decided, asked and promised, and what came of it',
    skip: 'Skip to the content', navigation: 'Main navigation', language_choice: 'Language',
    overview: 'Overview', items: 'Items', item: 'Item', agenda: 'Agenda', search: 'Search', records: 'Records', record: 'Record', ledger: 'Ledger',
    as_of: 'Status on', as_of_note: 'You see the register as it stood on {date}.', as_of_today: 'Show today', show: 'Show',
    loading: 'One moment …', footer: 'Every line on this page comes from a record or from an entry in the ledger, and says which.', api: 'The same as data (JSON)',
    not_found: 'Not found', not_found_text: 'There is nothing at this address. The overview shows what the register holds.',
    failed: 'That did not work', unreachable: 'The register cannot be reached. Is “griffie serve” still running?', try_again: 'Try again',

    overview_lead: '{items} items from {records} records.', nearest: 'Next to fall due', overdue_list: 'Overdue', settled_list: 'Last settled',
    nothing_due: 'Nothing falls due.', nothing_overdue: 'Nothing is overdue.', nothing_settled: 'Nothing is settled yet.', see_all: 'All {count}',
    empty_register: 'The register is empty.', empty_register_text: 'Add a record in a terminal: griffie add FILE',
    group_open: 'Open', group_due: 'Due', group_overdue: 'Overdue', group_settled: 'Settled',
    group_open_text: 'not yet due, or without a date', group_due_text: 'within 30 days', group_overdue_text: 'date passed, no evidence', group_settled_text: 'delivered, refused or ended',

    filter: 'Filter', filter_text: 'Words', filter_apply: 'Filter', filter_clear: 'Clear filters', any: 'all', from: 'Due from', to: 'Due to',
    found_items: '{count} items', found_item: '1 item', no_items: 'No items match these filters.', number: 'Number', page_next: 'Next page', page_previous: 'Previous page', pages: 'Pages',
    sort_due: 'Sorted by due date; items without a date come last.',

    kind: 'Kind', status: 'Status', title: 'What', issuer: 'From', addressee: 'To', actor: 'Who acts', due: 'Due', due_none: 'no date', recurrence: 'Repeats', date: 'Date', sources: 'Source',
    why: 'Why this status', since_when: 'In this status since', notes: 'Notes', fields: 'What we know, and from which words', field: 'Field', value: 'Value', source_words: 'Words in the record',
    no_source: 'entered by {by}', evidence: 'Evidence', evidence_none: 'No later record speaks of this item yet.', opened: 'opens', moments: 'Due moments', history: 'Entries in the ledger',
    see_in_record: 'in the record', by: 'by', rule: 'rule {name}', confidence: 'confidence {percent}%', proposed: 'proposed, not confirmed', reason: 'Reason', entry: 'Entry {seq}', act: 'Act', at: 'When',

    record_statements: 'Statements', record_items: 'Items', genre: 'Genre', from_record: '{genre} of {date}', show_context: 'Also mark positions and reports',
    legend_tracked: 'followed: decision, request, commitment, plan …', legend_linking: 'linking: discharge, refusal, reaffirmation, condition', legend_context: 'position, report', whole_statement: 'the whole statement', no_text: 'The text of this record is not kept in the register.', margin_label: 'Statements in this paragraph', no_records: 'No records have been added yet.', text_of: 'Text of the record', fingerprint: 'SHA-256', bytes: 'Bytes',
    record_count: '{count} statements, of which {tracked} followed or linked', back_to_text: 'Statement {number}, show in the text', note_of: 'Note {number}',

    search_label: 'Search in records, statements and items', search_button: 'Search', search_hint: 'Words in Dutch or English. Inflected forms are found too.',
    found_hits: '{count} found for “{query}”', found_hit: '1 found for “{query}”', no_hits: 'Nothing found for “{query}”.', type_item: 'Item', type_record: 'Record', type_statement: 'Statement',
    agenda_empty: 'There is nothing on the agenda.', agenda_lead: 'What falls due, in order of time.', agenda_undated: 'Without a date', agenda_past: 'Before {date}', agenda_coming: 'From {date}',
    ledger_lead: '{size} entries. Entries are only ever added, and each is chained to the one before.', ledger_empty: 'The ledger has no entries.',
    ledger_newer: 'Newer entries', ledger_older: 'Older entries',

    kind_discharge: 'discharge', kind_refusal: 'refusal', kind_reaffirmation: 'reaffirmation', kind_decision: 'decision', kind_tasking: 'tasking', kind_request: 'request',
    kind_commitment: 'commitment', kind_intention: 'intention', kind_condition: 'condition', kind_plan: 'plan', kind_position: 'position', kind_report: 'report',
    status_open: 'open', status_proposed: 'proposed', status_due: 'due', status_overdue: 'overdue', status_waiting: 'waiting', status_stale: 'stale', status_delivered: 'delivered', status_partly: 'partly delivered',
    status_superseded: 'superseded', status_lapsed: 'lapsed', status_refused: 'refused', status_withdrawn: 'withdrawn',
    relation_opens: 'opens', relation_discharges: 'discharges', relation_supersedes: 'supersedes', relation_amends: 'amends', relation_reaffirms: 'reaffirms', relation_conditions: 'limits',
    relation_elaborates: 'elaborates', 'relation_reports-on': 'reports on', relation_tasks: 'tasks', relation_contradicts: 'contradicts', relation_refuses: 'refuses',
    genre_letter: 'letter', genre_report: 'report', genre_motion: 'motion', genre_minutes: 'minutes', genre_agenda: 'agenda', genre_answers: 'answers', genre_decisions: 'decision list',
    genre_communique: 'communiqué', genre_resolution: 'resolution', genre_other: 'document',
    'act_record.add': 'record added', 'act_record.replace': 'record replaced', 'act_record.redact': 'record redacted', 'act_item.open': 'item opened', 'act_item.link': 'evidence linked',
    'act_item.unlink': 'link undone', 'act_item.set': 'field set', 'act_item.close': 'closed', 'act_item.reopen': 'reopened', 'act_item.merge': 'merged', 'act_item.split': 'split',
    'act_item.label': 'labelled', 'act_item.note': 'note', 'act_event.set': 'event set', 'act_actor.set': 'actor set', 'act_proposal.accept': 'proposal accepted',
    'act_proposal.reject': 'proposal rejected', act_undo: 'entry undone',
    field_action: 'What', field_issuer: 'From', field_addressee: 'To', field_actor: 'Who acts', field_beneficiary: 'For whom', field_due: 'Due', field_target_date: 'Target date',
    field_recurrence: 'Repeats', field_condition: 'Condition', field_quantity: 'Amount', field_reference: 'Refers to', field_classification: 'Classification', field_label: 'Label',
    field_target: 'Target', field_sub: 'Form', field_kind: 'Kind', field_title: 'Title', field_status: 'Status', field_note: 'Note', field_binding: 'Binding',
    date_about: 'about {date}', date_week: 'week {week} of {year}', date_quarter: 'quarter {quarter} of {year}', date_half: 'half {half} of {year}', date_spring: 'spring {year}',
    date_summer: 'summer {year}', date_autumn: 'autumn {year}', date_winter: 'winter {year}', date_future: 'some time ahead', date_present: 'now', date_decade: 'the {year}s',
    date_event: 'at {event}', every_year: 'every year', every_half_year: 'every half year', every_quarter: 'every quarter', every_month: 'every month', every_week: 'every week', every_n: 'every {count} {unit}',
    unit_Y: 'years', unit_M: 'months', unit_W: 'weeks', unit_D: 'days', on_condition: 'whenever the condition holds',
};
export type Words = typeof en;
export type Word = keyof Words;
