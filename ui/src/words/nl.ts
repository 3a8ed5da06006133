/** De pagina in het Nederlands. */
import type { Words } from './en.ts';

export const nl: Words = {
    language: 'Nederlands', other_language: 'English',
    program: 'griffie', tagline: 'wat is besloten, gevraagd en toegezegd, en wat ervan kwam',
    skip: 'Naar de inhoud', navigation: 'Hoofdnavigatie', language_choice: 'Taal',
    overview: 'Overzicht', items: 'Zaken', item: 'Zaak', agenda: 'Agenda', search: 'Zoeken', records: 'Stukken', record: 'Stuk', ledger: 'Logboek',
    as_of: 'Stand op', as_of_note: 'U ziet het register zoals het was op {date}.', as_of_today: 'Toon vandaag', show: 'Toon',
    loading: 'Een ogenblik …', footer: 'Elke regel op deze pagina komt uit een stuk of uit een boeking in het logboek, en zegt uit welke.', api: 'Hetzelfde als gegevens (JSON)',
    not_found: 'Niet gevonden', not_found_text: 'Op dit adres staat niets. Het overzicht laat zien wat het register bevat.',
    failed: 'Dat lukte niet', unreachable: 'Het register is niet bereikbaar. Draait “griffie serve” nog?', try_again: 'Probeer opnieuw',

    overview_lead: '{items} zaken uit {records} stukken.', nearest: 'Het eerst aan de beurt', overdue_list: 'Over tijd', settled_list: 'Laatst afgedaan',
    nothing_due: 'Er komt niets aan de beurt.', nothing_overdue: 'Er is niets over tijd.', nothing_settled: 'Er is nog niets afgedaan.', see_all: 'Alle {count}',
    empty_register: 'Het register is leeg.', empty_register_text: 'Voeg in een terminal een stuk toe: griffie add BESTAND',
    group_open: 'Open', group_due: 'Aan de beurt', group_overdue: 'Over tijd', group_settled: 'Afgedaan',
    group_open_text: 'nog niet aan de beurt, of zonder datum', group_due_text: 'binnen 30 dagen', group_overdue_text: 'datum voorbij, geen bewijs', group_settled_text: 'nagekomen, geweigerd of vervallen',

    filter: 'Filter', filter_text: 'Woorden', filter_apply: 'Filter', filter_clear: 'Wis filters', any: 'alle', from: 'Termijn vanaf', to: 'Termijn tot en met',
    found_items: '{count} zaken', found_item: '1 zaak', no_items: 'Geen zaken die hieraan voldoen.', number: 'Nummer', page_next: 'Volgende pagina', page_previous: 'Vorige pagina', pages: 'Pagina’s',
    sort_due: 'Op volgorde van termijn; zaken zonder datum komen het laatst.',

    kind: 'Soort', status: 'Stand', title: 'Wat', issuer: 'Van', addressee: 'Aan', actor: 'Wie handelt', due: 'Termijn', due_none: 'geen datum', recurrence: 'Herhaalt zich', date: 'Datum', sources: 'Bron',
    why: 'Waarom deze stand', since_when: 'In deze stand sinds', notes: 'Aantekeningen', fields: 'Wat we weten, en uit welke woorden', field: 'Gegeven', value: 'Waarde', source_words: 'Woorden in het stuk',
    no_source: 'ingevoerd door {by}', evidence: 'Bewijs', evidence_none: 'Nog geen later stuk spreekt over deze zaak.', opened: 'opent', moments: 'Termijnen', history: 'Boekingen in het logboek',
    see_in_record: 'in het stuk', by: 'door', rule: 'regel {name}', confidence: 'zekerheid {percent}%', proposed: 'voorgesteld, niet bevestigd', reason: 'Reden', entry: 'Boeking {seq}', act: 'Handeling', at: 'Wanneer',

    record_statements: 'Uitspraken', record_items: 'Zaken', genre: 'Genre', from_record: '{genre} van {date}', show_context: 'Merk ook standpunten en mededelingen',
    legend_tracked: 'gevolgd: besluit, verzoek, toezegging, plan …', legend_linking: 'verbindend: afdoening, weigering, herbevestiging, voorwaarde', legend_context: 'standpunt, mededeling', whole_statement: 'de hele uitspraak', no_text: 'De tekst van dit stuk staat niet in het register.', margin_label: 'Uitspraken in deze alinea', no_records: 'Er zijn nog geen stukken toegevoegd.', text_of: 'Tekst van het stuk', fingerprint: 'SHA-256', bytes: 'Bytes',
    record_count: '{count} uitspraken, waarvan {tracked} gevolgd of verbonden', back_to_text: 'Uitspraak {number}, toon in de tekst', note_of: 'Noot {number}',

    search_label: 'Zoek in stukken, uitspraken en zaken', search_button: 'Zoek', search_hint: 'Woorden in het Nederlands of Engels. Verbogen vormen worden ook gevonden.',
    found_hits: '{count} gevonden voor “{query}”', found_hit: '1 gevonden voor “{query}”', no_hits: 'Niets gevonden voor “{query}”.', type_item: 'Zaak', type_record: 'Stuk', type_statement: 'Uitspraak',
    agenda_empty: 'Er staat niets op de agenda.', agenda_lead: 'Wat aan de beurt komt, op volgorde van tijd.', agenda_undated: 'Zonder datum', agenda_past: 'Vóór {date}', agenda_coming: 'Vanaf {date}',
    ledger_lead: '{size} boekingen. Er komen alleen boekingen bij, en elke zit vast aan de vorige.', ledger_empty: 'Het logboek heeft geen boekingen.',
    ledger_newer: 'Nieuwere boekingen', ledger_older: 'Oudere boekingen',

    kind_discharge: 'afdoening', kind_refusal: 'weigering', kind_reaffirmation: 'herbevestiging', kind_decision: 'besluit', kind_tasking: 'opdracht', kind_request: 'verzoek',
    kind_commitment: 'toezegging', kind_intention: 'voornemen', kind_condition: 'voorwaarde', kind_plan: 'plan', kind_position: 'standpunt', kind_report: 'mededeling',
    status_open: 'open', status_proposed: 'voorgesteld', status_due: 'aan de beurt', status_overdue: 'over tijd', status_waiting: 'wacht', status_stale: 'stilgevallen', status_delivered: 'voldaan', status_partly: 'deels voldaan',
    status_superseded: 'vervangen', status_lapsed: 'vervallen', status_refused: 'geweigerd', status_withdrawn: 'ingetrokken',
    relation_opens: 'opent', relation_discharges: 'doet af', relation_supersedes: 'vervangt', relation_amends: 'wijzigt', relation_reaffirms: 'herbevestigt', relation_conditions: 'beperkt',
    relation_elaborates: 'werkt uit', 'relation_reports-on': 'bericht over', relation_tasks: 'draagt op', relation_contradicts: 'weerspreekt', relation_refuses: 'weigert',
    genre_letter: 'brief', genre_report: 'verslag', genre_motion: 'motie', genre_minutes: 'handelingen', genre_agenda: 'agenda', genre_answers: 'antwoorden', genre_decisions: 'besluitenlijst',
    genre_communique: 'communiqué', genre_resolution: 'resolutie', genre_other: 'document',
    'act_record.add': 'stuk toegevoegd', 'act_record.replace': 'stuk vervangen', 'act_record.redact': 'stuk onleesbaar gemaakt', 'act_item.open': 'zaak geopend', 'act_item.link': 'bewijs verbonden',
    'act_item.unlink': 'verband losgemaakt', 'act_item.set': 'gegeven gezet', 'act_item.close': 'afgedaan', 'act_item.reopen': 'heropend', 'act_item.merge': 'samengevoegd', 'act_item.split': 'gesplitst',
    'act_item.label': 'gerubriceerd', 'act_item.note': 'aantekening', 'act_event.set': 'bijeenkomst gezet', 'act_actor.set': 'actor gezet', 'act_proposal.accept': 'voorstel aanvaard',
    'act_proposal.reject': 'voorstel verworpen', act_undo: 'boeking ongedaan gemaakt',
    field_action: 'Wat', field_issuer: 'Van', field_addressee: 'Aan', field_actor: 'Wie handelt', field_beneficiary: 'Voor wie', field_due: 'Termijn', field_target_date: 'Streefdatum',
    field_recurrence: 'Herhaalt zich', field_condition: 'Voorwaarde', field_quantity: 'Bedrag of aantal', field_reference: 'Verwijst naar', field_classification: 'Rubricering', field_label: 'Label',
    field_target: 'Doel', field_sub: 'Vorm', field_kind: 'Soort', field_title: 'Titel', field_status: 'Stand', field_note: 'Aantekening', field_binding: 'Bindend',
    date_about: 'rond {date}', date_week: 'week {week} van {year}', date_quarter: 'kwartaal {quarter} van {year}', date_half: 'helft {half} van {year}', date_spring: 'voorjaar {year}',
    date_summer: 'zomer {year}', date_autumn: 'najaar {year}', date_winter: 'winter {year}', date_future: 'eens in de toekomst', date_present: 'nu', date_decade: 'de jaren {year}',
    date_event: 'bij {event}', every_year: 'elk jaar', every_half_year: 'elk half jaar', every_quarter: 'elk kwartaal', every_month: 'elke maand', every_week: 'elke week', every_n: 'elke {count} {unit}',
    unit_Y: 'jaar', unit_M: 'maanden', unit_W: 'weken', unit_D: 'dagen', on_condition: 'telkens als de voorwaarde zich voordoet',
};
