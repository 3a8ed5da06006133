# For tests that need a register: an empty one in the test's own folder, and records that are marked by hand (test/tools/reading.py).

setup() {
    cd "$BATS_TEST_TMPDIR"
    export GRIFFIE_LANG=en GRIFFIE_BY=clerk GRIFFIE_REGISTER=t.griffie NO_COLOR=1
    export SOURCE_DATE_EPOCH=1717200000   # 2024-06-01
    "$GRIFFIE" init >/dev/null
}

# mark NAME <<text: NAME.txt and NAME.jsonl
mark() {
    cat >"$1.marked"
    python3 "$GRIFFIE_SOURCE/test/tools/reading.py" "$1.marked" "$1"
}
add() { mark "$1" && "$GRIFFIE" add --reading "$1.jsonl" "${@:2}"; }

# status ITEM [DATE]; field ITEM NAME
status() { "$GRIFFIE" show --json --as-of "${2:-2024-06-01}" "$1" | python3 -c 'import json,sys; r=json.load(sys.stdin); print(r["status"] + (" waiting" if r.get("waiting") else "") + (" stale" if r.get("stale") else ""))'; }
field() { "$GRIFFIE" show --json --as-of 2024-06-01 "$1" | python3 -c 'import json,sys; r=json.load(sys.stdin); print(r.get(sys.argv[1], ""))' "$2"; }
# What the views hold, all of it, without the search index.
views() { for view in item item_field item_link item_closing item_note moment event undone record; do sqlite3 t.griffie "SELECT * FROM $view ORDER BY 1, 2"; done; }
entries() { sqlite3 t.griffie 'SELECT count(*) FROM ledger'; }

harbour() {
    add brief-1 <<'TEXT'
@ record=brief-1 date=2024-03-01 genre=letter issuer_id=NL-GOV title="Brief over de haven"
De haven groeit.
{commitment id=S1 due=2024-FA due.anchor=SEASON addressee_id=NL-TK action="de Kamer informeren over de haven" | Ik zal uw Kamer dit najaar informeren over de uitbreiding van de haven}.
{plan id=S2 due=2024 due.anchor=EVENT:HARBOUR-CONFERENCE-2024 actor_id=NL-MIN-IW action="een actieplan voorleggen" | Een actieplan zal tijdens de havenconferentie voorliggen}.
{position id=S3 | De haven is van groot belang voor het land}.
TEXT
}
