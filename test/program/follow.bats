bats_require_minimum_version 1.5.0
load register.bash

# What follows from what: records that speak of items of other records.

links() { "$GRIFFIE" show --json "$1" | python3 -c 'import json,sys
for l in json.load(sys.stdin)["links"]: print(l["record"], l["statement"], l["relation"], l["by"].split("@")[0], "proposed" if l["proposed"] else "")'; }

promise() {
    add kst-99001-1 <<'TEXT'
@ record=kst-99001-1 date=2024-01-15 genre=minutes
{commitment id=S1 addressee_id=NL-TK issuer_id=NL-GOV | De Minister zegt toe de Kamer te informeren over de kosten van de nieuwe sluis bij Terneuzen}.
{commitment id=S2 addressee_id=NL-TK issuer_id=NL-GOV | De Minister zegt toe een brief te sturen over de wachttijden bij de brug van Zwolle}.
TEXT
}

@test "a promise that is recalled and settled in one letter: opened with its own day, and delivered" {
    add brief <<'TEXT'
@ record=brief date=2024-03-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 discharges=S2 | Hiermee wordt voldaan aan {commitment id=S2 sub=recalled act_time=2024-01-15 | de toezegging van 15 januari om de Kamer te informeren over de sluis}}.
TEXT
    [ "$(status 2024-0001 2024-02-01)" = open ]
    [ "$(status 2024-0001 2024-03-01)" = delivered ]
    [ "$(field 2024-0001 opened)" = 2024-01-15 ]
}

@test "the same without a relation in the reading: the discharge holds the promise" {
    add brief <<'TEXT'
@ record=brief date=2024-03-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 | Hiermee wordt voldaan aan {commitment id=S2 sub=recalled act_time=2024-01-15 | de toezegging om de Kamer te informeren over de sluis}}.
TEXT
    [ "$(status 2024-0001)" = delivered ]
    [[ $(links 2024-0001) == "brief S1 discharges rule:discharge-recalled"* ]]
}

@test "looked into and refused in the next sentence because it is classified: refused, with that reason" {
    add brief <<'TEXT'
@ record=brief date=2024-03-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 block=2 | {commitment id=S2 block=2 sub=recalled act_time=2024-01-15 | Zoals toegezegd aan uw Kamer}, is bezien of het beveiligingsplan gedeeld kan worden}. {refusal id=S3 block=2 classification="een rubricering" | Het plan draagt een rubricering en kan niet worden gedeeld}.
TEXT
    [ "$(status 2024-0001)" = refused ]
    [[ $(field 2024-0001 why) == *"een rubricering"* ]]
    [[ $(links 2024-0001) == *"S1 discharges"*"S3 refuses"* ]]
}

@test "a promise recalled by its record joins the item that record opened" {
    promise
    run add kst-99001-9 <<'TEXT'
@ record=kst-99001-9 date=2024-03-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 discharges=S2 | Met deze brief voldoe ik aan {commitment id=S2 sub=recalled | de toezegging om de Kamer te informeren over de kosten van de nieuwe sluis bij Terneuzen} ([reference value=kst-99001-1 | Kamerstuk 99 001, nr. 1])}.
TEXT
    [[ $output == *"0 items opened, 1 linked, 1 closed"* ]]
    [ "$(status 2024-0001)" = delivered ]
    [ "$(status 2024-0002)" = open ]
}

@test "a discharge that names the record settles the item that it speaks of" {
    promise
    add kst-99001-9 <<'TEXT'
@ record=kst-99001-9 date=2024-03-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 | De toegezegde brief over de wachttijden bij de brug van Zwolle is op 1 maart verzonden ([reference value=kst-99001-1 | Kamerstuk 99 001, nr. 1])}.
TEXT
    [ "$(status 2024-0001)" = open ]
    [ "$(status 2024-0002)" = delivered ]
}

@test "a motion that is settled is settled whole" {
    add kst-99002-7 <<'TEXT'
@ record=kst-99002-7 date=2024-02-01 genre=motion issuer_id=NL-TK
{request id=S1 addressee_id=NL-GOV | verzoekt de regering de dijk te verhogen}, {request id=S2 addressee_id=NL-GOV due=2024-06-15 | en de Kamer daarover voor de zomer te informeren}.
TEXT
    add brief <<'TEXT'
@ record=brief date=2024-05-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 | Hiermee beschouw ik de motie als afgedaan ([reference value=kst-99002-7 | Kamerstuk 99 002, nr. 7])}.
TEXT
    [ "$(status 2024-0001)" = delivered ]
    [ "$(status 2024-0002)" = delivered ]
}

@test "a reaffirmation makes no second item: one item, two confirmations" {
    add pledge <<'TEXT'
@ record=pledge date=2024-01-01 genre=communique issuer_id=X
{commitment id=S1 | We commit to spend two percent on the common defence of the harbour}.
TEXT
    for year in 2 3; do
        add again-$year <<TEXT
@ record=again-$year date=2024-0$year-01 genre=communique issuer_id=X
{reaffirmation id=S1 | We reaffirm our pledge to spend two percent on the common defence of the harbour ([reference value=pledge | the pledge])}.
TEXT
    done
    [ "$(sqlite3 t.griffie 'SELECT count(*) FROM item')" -eq 1 ]
    [ "$(links 2024-0001 | grep -c reaffirms)" -eq 2 ]
}

@test "a reaffirmation of something outside the register is listed as such" {
    add again <<'TEXT'
@ record=again date=2024-02-01 genre=communique issuer_id=X
{reaffirmation id=S1 reaffirms=EXT:OPEN-DOOR-POLICY | We reaffirm our open door policy}.
TEXT
    [ "$(sqlite3 t.griffie 'SELECT count(*) FROM item')" -eq 0 ]
    [[ $("$GRIFFIE" review --json) == *'"type":"loose"'*'"kind":"reaffirmation"'* ]]
}

@test "an item that replaces another closes it as superseded" {
    promise
    add kst-99001-5 <<'TEXT'
@ record=kst-99001-5 date=2024-04-01 genre=letter issuer_id=NL-GOV
{commitment id=S1 supersedes=EXT:kst-99001-1 | Ik zal de Kamer in plaats daarvan elk kwartaal informeren over de kosten van de nieuwe sluis bij Terneuzen}.
TEXT
    [ "$(status 2024-0001)" = superseded ]
    [ "$(status 2024-0002)" = open ]
    [[ $(field 2024-0001 why) == *2024-0003* ]]
}

@test "a report on a motion is linked and closes nothing" {
    add kst-99002-7 <<<$'@ record=kst-99002-7 date=2024-02-01 genre=motion\n{request id=S1 addressee_id=NL-GOV | verzoekt de regering de dijk te verhogen}'
    add brief <<<$'@ record=brief date=2024-05-01 genre=letter\n{report id=S1 | Over de uitvoering van de motie ([reference value=kst-99002-7 | Kamerstuk 99 002, nr. 7]) zijn gesprekken gevoerd}.'
    [ "$(status 2024-0001)" = open ]
    [[ $(links 2024-0001) == "brief S1 reports-on"* ]]
}

@test "a doubtful tie is only proposed, and a person accepts or rejects it" {
    promise
    add kst-99001-9 <<'TEXT'
@ record=kst-99001-9 date=2024-03-01 genre=letter issuer_id=NL-GOV
{discharge id=S1 confidence=0.4 | De toegezegde brief over de wachttijden bij de brug van Zwolle is verzonden ([reference value=kst-99001-1 | Kamerstuk 99 001, nr. 1])}.
TEXT
    [ "$(status 2024-0002)" = open ]
    proposal=$("$GRIFFIE" review --json | python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())["entry"])')
    run "$GRIFFIE" reject "$proposal"
    [ "$status" -eq 0 ]
    run "$GRIFFIE" accept "$proposal"
    [ "$status" -eq 2 ]
    rejection=$(entries)
    "$GRIFFIE" undo "$rejection"
    "$GRIFFIE" accept "$proposal"
    [ "$(status 2024-0002)" = delivered ]
    run "$GRIFFIE" accept 1
    [ "$status" -eq 2 ]
    "$GRIFFIE" verify
}

@test "a person wins: what was undone is not concluded again, what was set is not overridden" {
    promise
    "$GRIFFIE" undo 2                       # the first item: no promise
    "$GRIFFIE" due 2024-0002 2024-09-01
    sed -i 's/"reader": "by hand"/"reader": "another"/' kst-99001-1.jsonl
    run "$GRIFFIE" add --reading kst-99001-1.jsonl
    [[ $output == *"read again"*"0 items opened"* ]]
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 | wc -l)" -eq 1 ]
    [ "$(field 2024-0002 due)" = 2024-09-01 ]
}

@test "read again: what moved keeps its item, what is gone is taken back, what is new opens" {
    promise
    mark kst-99001-1 <<'TEXT'
@ record=kst-99001-1 date=2024-01-15 genre=minutes
De Minister zegt toe de Kamer te informeren over de kosten van de nieuwe sluis bij Terneuzen.
De Minister {commitment id=S2 addressee_id=NL-TK issuer_id=NL-GOV due=2024-03-01 | zegt toe een brief te sturen over de wachttijden bij de brug van Zwolle}.
TEXT
    run "$GRIFFIE" add --reading kst-99001-1.jsonl
    [[ $output == *"read again"* ]]
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 | wc -l)" -eq 1 ]
    [ "$(field 2024-0002 due)" = 2024-03-01 ]
    [[ $("$GRIFFIE" verify) == *"as it was"* ]]
    promise                                 # and back: the first item's number is not given again
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 | wc -l)" -eq 2 ]
    [ "$(sqlite3 t.griffie "SELECT group_concat(item, ' ') FROM (SELECT item FROM item ORDER BY item)")" = "2024-0002 2024-0003" ]
    "$GRIFFIE" verify
}

@test "a new version of a record keeps the items whose words it still has, and the old bytes" {
    promise
    mark kst-99001-1 <<'TEXT'
@ record=kst-99001-1 date=2024-01-15 genre=minutes
Verbeterde versie.
{commitment id=S1 addressee_id=NL-TK issuer_id=NL-GOV | De Minister zegt toe de Kamer te informeren over de kosten van de nieuwe sluis bij Terneuzen}.
{commitment id=S2 addressee_id=NL-TK issuer_id=NL-GOV | De Minister zegt toe een brief te sturen over de wachttijden bij de brug van Zwolle}.
TEXT
    run "$GRIFFIE" add --reading kst-99001-1.jsonl
    [[ $output == *"new version"*"0 items opened"* ]]
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 | wc -l)" -eq 2 ]
    [ "$(sqlite3 t.griffie 'SELECT count(*) FROM content')" -eq 2 ]
    [ "$(sqlite3 t.griffie "SELECT act FROM ledger WHERE seq = 4")" = record.replace ]
    views >before
    "$GRIFFIE" rebuild
    views | diff before -
    "$GRIFFIE" verify
}

@test "an item that a person touched survives a reading that no longer has it" {
    promise
    "$GRIFFIE" note 2024-0001 "bewaren"
    mark kst-99001-1 <<<$'@ record=kst-99001-1 date=2024-01-15 genre=minutes\n{report | Niets beloofd}.'
    "$GRIFFIE" add --reading kst-99001-1.jsonl
    [ "$(sqlite3 t.griffie "SELECT item FROM item")" = 2024-0001 ]
    [[ $(field 2024-0001 title) == "De Minister zegt toe de Kamer"* ]]
}

@test "the same words twice in a record are one item" {
    add list <<'TEXT'
@ record=list date=2024-01-15 genre=minutes
{commitment id=S1 | De Minister zal de Kamer voor het zomerreces informeren over de kosten van de sluis}.
Toezeggingen: {commitment id=S2 | De Minister zal de Kamer voor het zomerreces informeren over de kosten van de sluis}.
TEXT
    [ "$(sqlite3 t.griffie 'SELECT count(*) FROM item')" -eq 1 ]
    [[ $(links 2024-0001) == "list S2 reaffirms"* ]]
}

@test "in the first record the promise of 25 May is delivered and that of 7 June refused because it is classified" {
    gold="$GRIFFIE_SOURCE/../shared/gold"
    [ -e "$gold/kst-28676-372.jsonl" ] || skip "no ../shared"
    python3 "$GRIFFIE_SOURCE/test/tools/gold_reading.py" "$gold" kst-28676-372 >first.jsonl
    "$GRIFFIE" add --reading first.jsonl
    may=$("$GRIFFIE" list --json --text '"bruto defensie-uitgaven"' --kind commitment | python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())["item"])')
    june=$("$GRIFFIE" list --json --text '"7 juni 2021"' --kind commitment | python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())["item"])')
    [ "$(field "$may" opened)" = 2021-05-25 ]
    [ "$(field "$may" status)" = delivered ]
    [ "$(field "$june" opened)" = 2021-06-07 ]
    [ "$(field "$june" status)" = refused ]
    [[ $(field "$june" why) == *"NAVO rubricering"* ]]
    run "$GRIFFIE" agenda --as-of 2021-07-01
    [[ ${lines[0]} == "autumn 2021" && ${lines[1]} == *"actieplan"* ]]
    [[ $output == *"NATO-SUMMIT-2022-MADRID (2022)"*"actieplan partnerschappen"*"Strategisch Concept aannemen"* ]]
    "$GRIFFIE" due EVENT:NATO-SUMMIT-2022-MADRID 2022-06-28/2022-06-30
    run "$GRIFFIE" agenda --as-of 2021-07-01
    [[ $output == *"NATO-SUMMIT-2022-MADRID (28 June 2022 – 30 June 2022)"* ]]
}

@test "a discharge that names nothing is proposed for the item that it is most like" {
    promise
    for i in 1 2 3 4 5 6; do   # other words, so that there is something to be rare among
        add other-$i <<<$'@ record=other-'$i$' date=2024-01-20\n{commitment issuer_id=NL-GOV | De Minister zegt toe de Kamer te informeren over onderwerp nummer '$i$'}. {report | Er is gesproken over zaken van allerlei aard in gemeente '$i$'}.'
    done
    add brief <<<$'@ record=brief date=2024-05-01 genre=letter\n{discharge id=S1 issuer_id=NL-GOV | De brief over de wachttijden bij de brug van Zwolle is inmiddels verstuurd}.'
    [ "$(status 2024-0002)" = open ]
    [[ $("$GRIFFIE" review --json) == *'"type":"proposal"'*'"item":"2024-0002"'*'"as":"delivered"'*'"by":"rule:likeness@1"'* ]]
    [ "$("$GRIFFIE" review --json | grep -c proposal)" -eq 1 ]
}

@test "a motion does not refuse what it asks: that is only proposed; in answers another may" {
    for genre in motion answers; do
        add r-$genre <<TEXT
@ record=r-$genre date=2024-02-01 genre=$genre
{request id=S1 addressee_id=NL-GOV | verzoekt de regering de dijk te verhogen}. {refusal id=S2 refuses=S1 | Er zal geen geld voor de dijk zijn}.
TEXT
    done
    [ "$(status 2024-0001)" = open ]
    [ "$(status 2024-0002)" = refused ]
}

@test "an event that a record calls fully and in short is one" {
    add brief <<'TEXT'
@ record=brief date=2024-02-01 genre=report
{plan due=2025 due.anchor=EVENT:SUMMIT-2025-ROME | Een actieplan zal tijdens de Top in Rome voorliggen}. {plan due=2025 due.anchor=EVENT:HARBOUR-SUMMIT-2025-ROME | Op de Haventop in Rome in 2025 zal het handvest worden aangenomen}.
TEXT
    [ "$(sqlite3 t.griffie 'SELECT event FROM event')" = HARBOUR-SUMMIT-2025-ROME ]
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 --event HARBOUR-SUMMIT-2025-ROME | wc -l)" -eq 2 ]
    "$GRIFFIE" verify
}

@test "a letter that tells a numbered promise or a motion again opens nothing new, and may refuse it" {
    add minutes <<'TEXT'
@ record=minutes date=2024-01-15 genre=minutes
{commitment id=S1 issuer_id=NL-GOV | De minister zal de Kamer het onderzoek naar de kades toesturen}. Dit is een toezegging aan het lid Bakker ([reference value=TZ202401-101 | TZ202401-101]).
{commitment id=S2 issuer_id=NL-GOV | De minister stuurt een brief over het loodsgeld} ([reference value=TZ202401-102 | TZ202401-102]).
TEXT
    add kst-99002-7 <<<$'@ record=kst-99002-7 date=2024-02-01 genre=motion\n{request id=S1 addressee_id=NL-GOV | verzoekt de regering een noodplan voor de dijken op te stellen}'
    add letter <<'TEXT'
@ record=letter date=2024-03-01 genre=letter issuer_id=NL-GOV
{commitment id=S1 block=1 | Ik heb toegezegd het onderzoek naar de kades toe te sturen ([reference value=TZ202401-101 | TZ202401-101])}. {report id=S2 block=1 | Het onderzoek is klaar}. {refusal id=S3 block=1 classification=vertrouwelijk | Het is vertrouwelijk en kan niet worden gedeeld}.
{commitment id=S4 block=2 | Ook zegde ik een brief over het loodsgeld toe ([reference value=TZ202401-102 | TZ202401-102])}. {discharge id=S5 block=2 discharges=S4 | Met deze brief is daaraan voldaan}.
{request id=S6 block=3 | De motie-Bakker ([reference value=kst-99002-7 | Kamerstuk 99 002, nr. 7]) verzoekt de regering een noodplan voor de dijken op te stellen}.
TEXT
    [ "$(sqlite3 t.griffie 'SELECT count(*) FROM item')" -eq 3 ]
    [ "$(status 2024-0001)" = refused ]
    [[ $(field 2024-0001 why) == *vertrouwelijk* ]]
    [ "$(status 2024-0002)" = delivered ]
    [ "$(status 2024-0003)" = open ]
    [[ $(links 2024-0003) == "letter S6 reports-on rule:told-again"* ]]
}
