bats_require_minimum_version 1.5.0
load register.bash

# griffie init add list show search agenda and the deciding commands: whole commands, as a user meets them.

@test "init makes a register once" {
    run "$GRIFFIE" init
    [ "$status" -eq 2 ]
    [[ $output == *"already"* ]]
    run "$GRIFFIE" init other.griffie --name haven
    [ "$status" -eq 0 ]
    [ "$(sqlite3 other.griffie "SELECT value FROM meta WHERE key = 'name'")" = haven ]
}

@test "which register: -r, the environment, the only one here; more than one is an error that lists them" {
    unset GRIFFIE_REGISTER
    run "$GRIFFIE" list --json
    [ "$status" -eq 2 ] || mv t.griffie only.griffie
    rm -f register.griffie
    run "$GRIFFIE" list --json
    [ "$status" -eq 0 ]
    "$GRIFFIE" init a.griffie
    run "$GRIFFIE" list
    [ "$status" -eq 2 ]
    [[ $output == *a.griffie* && $output == *griffie* ]]
    run "$GRIFFIE" list -r a.griffie
    [ "$status" -eq 0 ]
    mkdir empty && cd empty
    run "$GRIFFIE" list
    [ "$status" -eq 3 ]
    run "$GRIFFIE" list -r nowhere.griffie
    [ "$status" -eq 3 ]
    printf 'this is no register, only text that is long enough to be looked at' >text.griffie
    run "$GRIFFIE" list -r text.griffie
    [ "$status" -ne 0 ]
}

@test "a tracked statement opens an item, a position does not" {
    run harbour
    [ "$status" -eq 0 ]
    [[ $output == "brief-1: added, 3 statements, 2 items opened"* ]]
    [[ $output == *"(entries 1 to 3)"* ]]
    run "$GRIFFIE" list --json --as-of 2024-03-02
    [ "${#lines[@]}" -eq 2 ]
    [[ ${lines[0]} == '{"item":"2024-0001","kind":"commitment","status":"open",'* ]]
    [[ ${lines[0]} == *'"due":"2024-12-20"'*'"record":"brief-1"'* ]]
    [[ ${lines[1]} == *'"actor_id":"NL-MIN-IW"'* ]]
}

@test "adding the same again changes nothing" {
    harbour
    before=$(entries)
    run "$GRIFFIE" add --reading brief-1.jsonl
    [ "$status" -eq 0 ]
    [[ $output == *"nothing new"* ]]
    [ "$(entries)" -eq "$before" ]
}

@test "a reading whose words are not at their place, or of other bytes, is refused and nothing is kept" {
    harbour
    before=$(entries)
    sed 's/"text": "De haven is/"text": "De haven was/' brief-1.jsonl >wrong.jsonl
    run "$GRIFFIE" add --reading wrong.jsonl
    [ "$status" -eq 1 ]
    [[ $output == *"line 4"*"not what stands at its span"* ]]
    echo more >>brief-1.txt
    run "$GRIFFIE" add --reading brief-1.jsonl
    [ "$status" -eq 1 ]
    [[ $output == *sha256* ]]
    run "$GRIFFIE" add --reading no-such.jsonl
    [ "$status" -eq 1 ]
    echo '{"type":"statement"' >broken.jsonl
    run "$GRIFFIE" add --reading broken.jsonl brief-1.txt
    [ "$status" -eq 1 ]
    [ "$(entries)" -eq "$before" ]
    run "$GRIFFIE" add
    [ "$status" -eq 2 ]
}

@test "several readings in one file are told apart, and a bad one does not stop the others" {
    mark a <<<$'@ record=a date=2024-01-01\n{plan | De minister zal de dijk versterken}.'
    mark b <<<$'@ record=b date=2024-01-01\n{plan | De minister zal de brug versterken}.'
    mark c <<<$'@ record=c date=2024-01-01\n{plan | De minister zal de sluis versterken}.'
    cat a.jsonl b.jsonl c.jsonl >all.jsonl
    echo changed >b.txt
    run --separate-stderr "$GRIFFIE" add --json --reading all.jsonl
    [ "$status" -eq 1 ]
    [ "${#lines[@]}" -eq 2 ]
    [[ ${lines[0]} == '{"record":"a","how":"new","statements":1,"opened":1,'* ]]
    [[ ${lines[1]} == '{"record":"c"'* ]]
    [[ $stderr == *b* ]]
    [ "$(sqlite3 t.griffie 'SELECT count(*) FROM record')" -eq 2 ]
}

@test "files are read here when no reading is given" {
    printf 'Den Haag, 5 maart 2024\n\nIk zal uw Kamer hierover informeren.\n' >letter.txt
    run "$GRIFFIE" add --record brief-9 letter.txt
    [ "$status" -eq 0 ]
    [[ $output == "brief-9: added"* ]]
    run --separate-stderr "$GRIFFIE" add letter.txt no-such-file
    [ "$status" -eq 1 ]
    [[ $stderr == *no-such-file* ]]
}

@test "list filters by status, kind, who, due, record and words" {
    harbour
    count() { "$GRIFFIE" list --json --as-of 2024-12-01 "$@" | wc -l; }
    [ "$(count)" -eq 2 ]
    [ "$(count --status due)" -eq 2 ]
    [ "$(count --status open,overdue)" -eq 0 ]
    [ "$(count --kind plan)" -eq 1 ]
    [ "$(count --addressee NL-TK)" -eq 1 ]
    [ "$(count --addressee NL)" -eq 1 ]
    [ "$(count --actor NL-MIN-IW)" -eq 1 ]
    [ "$(count --issuer NATO)" -eq 0 ]
    [ "$(count --due-before 2024-12-25)" -eq 1 ]
    [ "$(count --due-after 2024-12-25)" -eq 1 ]
    [ "$(count --record brief-1)" -eq 2 ]
    [ "$(count --record brief-2)" -eq 0 ]
    [ "$(count --text uitbreidingen)" -eq 1 ]
    [ "$(count --event HARBOUR-CONFERENCE-2024)" -eq 1 ]
    [ "$(count --limit 1)" -eq 1 ]
    [ "$(count --offset 1)" -eq 1 ]
    run "$GRIFFIE" list --status done
    [ "$status" -eq 2 ]
    run "$GRIFFIE" list --as-of yesterday
    [ "$status" -eq 2 ]
    [ "$("$GRIFFIE" list --json --as-of 2024-02-01 | wc -l)" -eq 0 ]
}

@test "list --links and show --json say what opened an item, since when and why" {
    harbour
    run "$GRIFFIE" list --json --links --as-of 2024-12-25 --kind commitment
    [[ $output == *'"opened_by":{"record":"brief-1","statement":"S1","kind":"commitment","start":'* ]]
    [[ $output == *'"status_since":"2024-12-21"'*'"why":"the due moment has passed'* ]]
    [[ $output == *'"links":[]'* ]]
    run "$GRIFFIE" show --json 2024-0001
    [[ $output == *'"fields":['*'"field":"due_value","value":"2024-FA","record":"brief-1"'* ]]
    [[ $output == *'"history":['*'"act":"item.open"'* ]]
}

@test "people get rows fitted to the terminal, in their language" {
    harbour
    run "$GRIFFIE" list --as-of 2024-12-25
    [[ ${lines[0]} == "2024-0001  overdue "* ]]
    [ "${#lines[0]}" -le 100 ]
    run "$GRIFFIE" list --as-of 2024-12-25 --lang nl
    [[ ${lines[0]} == "2024-0001  te laat "*toezegging* ]]
    run "$GRIFFIE" show 2024-0001 --as-of 2024-12-25
    [[ $output == *"autumn 2024"*"brief-1:"*"Ik zal uw Kamer dit najaar informeren"* ]]
    run "$GRIFFIE" show brief-1
    [[ $output == *"Brief over de haven"*"2 items"* ]]
    run "$GRIFFIE" show 2024-0099
    [ "$status" -eq 2 ]
}

@test "the agenda shows what is due, soonest first, and moves with an event" {
    harbour
    run "$GRIFFIE" agenda --as-of 2024-04-01
    [[ ${lines[0]} == "autumn 2024" ]]
    [[ ${lines[2]} == "HARBOUR-CONFERENCE-2024 (2024)" ]]
    run "$GRIFFIE" due EVENT:HARBOUR-CONFERENCE-2024 2024-06-20
    [ "$status" -eq 0 ]
    run "$GRIFFIE" agenda --as-of 2024-04-01
    [[ ${lines[0]} == "HARBOUR-CONFERENCE-2024 (20 June 2024)" ]]
    [ "$(field 2024-0002 due)" = 2024-06-20 ]
    [ "$(status 2024-0002 2024-06-21)" = overdue ]
    "$GRIFFIE" due EVENT:HARBOUR-CONFERENCE-2024 2024-09-05
    [ "$(status 2024-0002 2024-06-21)" = open ]
    [ "$(sqlite3 t.griffie "SELECT state FROM event")" = moved ]
    "$GRIFFIE" due EVENT:HARBOUR-CONFERENCE-2024 --held
    [ "$(status 2024-0002 2024-09-06)" = lapsed ]
    run "$GRIFFIE" agenda --as-of 2024-04-01 --until 2024-09-30
    [ "${#lines[@]}" -eq 2 ]
}

@test "search finds words in other forms, in Dutch and English, and what is no query" {
    harbour
    add note <<'TEXT'
@ record=note date=2024-04-01 lang=en
{commitment | We will commit two ships (art. 5) to the harbour authorities}.
TEXT
    run "$GRIFFIE" search --json uitbreidingen
    [[ ${lines[0]} == *'"record":"brief-1"'*'"item":"2024-0001"'* ]]
    run "$GRIFFIE" search --json committed ship
    [[ ${lines[0]} == *'"record":"note"'* ]]
    run "$GRIFFIE" search 'art. 5)'
    [ "$status" -eq 0 ]
    [[ $output == *note:* ]]
    run "$GRIFFIE" search belang
    [[ $output == *position* ]]
    run --separate-stderr "$GRIFFIE" search zeppelin
    [ "$status" -eq 0 ]
    [ -z "$output" ]
    run "$GRIFFIE" search
    [ "$status" -eq 2 ]
}

@test "closing, reopening, undoing: each makes an entry, and the status follows the day asked about" {
    harbour
    run "$GRIFFIE" close 2024-0001 --on 2024-05-01 --reason "sent by mail"
    [ "$output" = "entry 4: 2024-0001" ]
    [ "$(status 2024-0001 2024-04-30)" = open ]
    [ "$(status 2024-0001 2024-05-01)" = delivered ]
    run "$GRIFFIE" close 2024-0001 --reopen --on 2024-05-10
    [ "$(status 2024-0001 2024-05-11)" = open ]
    "$GRIFFIE" undo 5
    [ "$(status 2024-0001 2024-05-11)" = delivered ]
    "$GRIFFIE" undo 6
    [ "$(status 2024-0001 2024-05-11)" = open ]
    run "$GRIFFIE" undo 6
    [ "$status" -eq 2 ]
    run "$GRIFFIE" undo 1
    [ "$status" -eq 2 ]
    run "$GRIFFIE" undo 99
    [ "$status" -eq 2 ]
    run "$GRIFFIE" close 2024-0001 --as finished
    [ "$status" -eq 2 ]
    run "$GRIFFIE" close 2024-0077
    [ "$status" -eq 2 ]
    run "$GRIFFIE" close 2024-0002 --as refused --evidence brief-1:S3
    [ "$status" -eq 0 ]
    [[ $("$GRIFFIE" show --json 2024-0002) == *'"relation":"refuses"'* ]]
    run "$GRIFFIE" close 2024-0002 --evidence brief-1:0-999999
    [ "$status" -eq 2 ]
    run "$GRIFFIE" close 2024-0001 --replaced-by 2024-0002
    [ "$(status 2024-0001)" = superseded ]
    "$GRIFFIE" verify
}

@test "an item can be opened by hand, and its fields set; what a person set stays" {
    harbour
    run "$GRIFFIE" open brief-1:S3
    [ "$status" -eq 2 ]
    run "$GRIFFIE" open brief-1:S3 --kind intention
    [ "$output" = "entry 4: 2024-0003" ]
    [ "$(field 2024-0003 kind)" = intention ]
    "$GRIFFIE" due 2024-0003 2024-09-01
    "$GRIFFIE" assign 2024-0003 "team haven"
    "$GRIFFIE" note 2024-0003 "belt over twee weken"
    "$GRIFFIE" label 2024-0003 confidential
    [ "$(field 2024-0003 due)" = 2024-09-01 ]
    [ "$(field 2024-0003 assigned)" = "team haven" ]
    [ "$(field 2024-0003 label)" = confidential ]
    [[ $("$GRIFFIE" show --json 2024-0003) == *'"notes":[{"text":"belt over twee weken","by":"clerk"'* ]]
    [ "$("$GRIFFIE" list --json --assigned "team haven" | wc -l)" -eq 1 ]
    run "$GRIFFIE" due 2024-0003 soon
    [ "$status" -eq 2 ]
    run "$GRIFFIE" label 2024-0003 hush
    [ "$status" -eq 2 ]
    "$GRIFFIE" due 2024-0003 EVENT:FAIR-2025
    [ "$(field 2024-0003 event)" = FAIR-2025 ]
    [ "$(field 2024-0003 due)" = 2025-12-31 ]
    "$GRIFFIE" due 2024-0003 none
    [ "$(field 2024-0003 due)" = "" ]
    "$GRIFFIE" verify
}

@test "links and merging by hand" {
    harbour
    run "$GRIFFIE" link 2024-0001 reports-on brief-1:S3
    [ "$status" -eq 0 ]
    run "$GRIFFIE" link 2024-0001 resembles brief-1:S3
    [ "$status" -eq 2 ]
    run "$GRIFFIE" link 2024-0002 --into 2024-0001
    [ "$status" -eq 0 ]
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 | wc -l)" -eq 1 ]
    [ "$(field 2024-0002 merged_into)" = 2024-0001 ]
    run "$GRIFFIE" link 2024-0001 --into 2024-0001
    [ "$status" -eq 2 ]
    "$GRIFFIE" undo 5
    [ "$("$GRIFFIE" list --json --as-of 2024-06-01 | wc -l)" -eq 2 ]
    "$GRIFFIE" verify
}

@test "an entry needs a person: rules cannot be played by hand" {
    harbour
    run "$GRIFFIE" close 2024-0001 --by rule:mine@1
    [ "$status" -eq 2 ]
    run "$GRIFFIE" close 2024-0001 --by "Jansen, A."
    [ "$status" -eq 0 ]
    [ "$(sqlite3 t.griffie 'SELECT by FROM ledger ORDER BY seq DESC LIMIT 1')" = "Jansen, A." ]
}

@test "rebuild gives the same views" {
    harbour
    "$GRIFFIE" close 2024-0001 --on 2024-05-01
    "$GRIFFIE" note 2024-0002 "een notitie"
    "$GRIFFIE" due EVENT:HARBOUR-CONFERENCE-2024 2024-06-20
    "$GRIFFIE" undo 4
    views >before
    sqlite3 t.griffie "DELETE FROM item; DELETE FROM item_field; DELETE FROM moment; DELETE FROM event; DELETE FROM undone; DELETE FROM item_note; UPDATE record SET title = 'x'"
    run "$GRIFFIE" verify
    [ "$status" -eq 4 ]
    run "$GRIFFIE" rebuild
    [ "$status" -eq 0 ]
    views | diff before -
    "$GRIFFIE" verify
    "$GRIFFIE" search haven | grep -q brief-1
}

@test "the ledger cannot be changed through SQL" {
    harbour
    run sqlite3 t.griffie "UPDATE ledger SET by = 'x' WHERE seq = 2"
    [ "$status" -ne 0 ]
    run sqlite3 t.griffie "DELETE FROM ledger WHERE seq = 3"
    [ "$status" -ne 0 ]
}

@test "the account is Markdown with sources, in the user's language" {
    harbour
    run "$GRIFFIE" account --as-of 2024-12-25
    [ "$status" -eq 0 ]
    [[ ${lines[0]} == "# Account of t" ]]
    [[ ${lines[1]} == "On 2024-12-25 the register holds 2 items: 1 due, 1 overdue." ]]
    [[ $output == *"## Brief over de haven"*"**2024-0001** de Kamer informeren over de haven *(commitment, overdue)*"*"brief-1:17-"* ]]
    run "$GRIFFIE" account --as-of 2024-12-25 --lang nl
    [[ ${lines[0]} == "# Verantwoording van t" ]]
    [[ $output == *"te laat"* ]]
}

@test "what is labelled above what one may see is nowhere: lists, counts, search, records' links, ledger" {
    harbour
    "$GRIFFIE" label 2024-0001 secret
    add hidden --label confidential <<<$'@ record=brief-hidden date=2024-03-02\n{commitment | Ik zal de geheime haven bezoeken}.'
    run "$GRIFFIE" add --reading brief-1.jsonl --label hush
    [ "$status" -eq 2 ]
    [ "$(field 2024-0003 label)" = confidential ]
    "$GRIFFIE" verify
    python3 - "$GRIFFIE" <<'PYTHON'
import json, subprocess, sys, time, urllib.request
served = subprocess.Popen([sys.argv[1], "serve", "--port", "0", "--label", "internal"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
try:
    base = served.stdout.readline().strip() + "api/v1/"
    told = ""
    for path in ("items?as_of=2024-06-01", "overview?as_of=2024-06-01", "search?q=haven", "records/brief-1", "ledger", "agenda?as_of=2024-06-01"):
        try:
            told += urllib.request.urlopen(base + path).read().decode()
        except urllib.error.HTTPError as refused:
            told += refused.read().decode()
    assert "2024-0002" in told
    assert "2024-0001" not in told and "2024-0003" not in told and "geheime" not in told and "brief-hidden" not in told, told
    assert '"records":1' in told and '"items":1' in told, told
finally:
    served.terminate()
    served.wait()
PYTHON
}
