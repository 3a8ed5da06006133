bats_require_minimum_version 1.5.0
load register.bash

# griffie verify and checkpoint: damage is found and named.

fill() {
    harbour >/dev/null
    add brief-2 >/dev/null <<<$'@ record=brief-2 date=2024-04-01 genre=letter\n{report | De havenmeester heeft het rapport ontvangen en bedankt de schrijvers}.'
    "$GRIFFIE" note 2024-0001 "een notitie" >/dev/null
    sqlite3 t.griffie 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
}

@test "an untouched register verifies" {
    fill
    run "$GRIFFIE" verify
    [ "$status" -eq 0 ]
    [[ $output == "all is as it was: 5 entries, 2 records, root "* ]]
    run "$GRIFFIE" verify --json
    [[ $output == '{"verified":true,"entries":5,"records":2,"root":"'* ]]
}

@test "a byte flipped anywhere in a record's bytes or an entry, in the file itself, is found and named" {
    fill
    run python3 - "$GRIFFIE" t.griffie <<'PYTHON'
import re, shutil, sqlite3, subprocess, sys
griffie, path = sys.argv[1:]
data = open(path, "rb").read()
store = sqlite3.connect(path)
wanted = []
for record, content in store.execute("SELECT record, bytes FROM record JOIN content USING (sha256)"):
    wanted.append((f"record {record}", bytes(content)))
for seq, body, leaf in store.execute("SELECT seq, body, leaf_hash FROM ledger"):
    wanted.append((f"entry {seq}", body.encode()))
    wanted.append((f"entry {seq}", leaf.encode()))
    for column in ("at", "by", "act"):
        pass
store.close()
flips = failures = 0
for name, words in wanted:
    # where these bytes lie: the last copy is the row, earlier ones may be left over in free space or in the search index
    places = [match.start() for match in re.finditer(re.escape(words), data)]
    assert places, name
    for step in range(0, len(words), max(1, len(words) // 5)):
        found = False
        for place in places:
            changed = bytearray(data)
            changed[place + step] ^= 0x01
            open("flipped.griffie", "wb").write(changed)
            told = subprocess.run([griffie, "verify", "-r", "flipped.griffie"], capture_output=True, text=True)
            found |= told.returncode == 4 and name in told.stderr
        flips += 1
        if not found:
            failures += 1
            print(f"not named: {name} byte {step}: {told.returncode} {told.stderr}")
print(f"{flips} bytes flipped, {failures} not named")
sys.exit(failures > 0 or flips < 30)
PYTHON
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "a byte flipped in any row of the ledger's pages never passes as good with other entries" {
    fill
    run python3 - "$GRIFFIE" t.griffie <<'PYTHON'
import sqlite3, subprocess, sys
griffie, path = sys.argv[1:]
data = open(path, "rb").read()
truth = subprocess.run(["sqlite3", path, "SELECT * FROM ledger; SELECT sha256, hex(bytes) FROM content"], capture_output=True).stdout
pages = [row[0] for row in sqlite3.connect(path).execute("SELECT pageno FROM dbstat WHERE name IN ('ledger', 'content')")]
missed = tried = 0
for page in pages:
    for at in range((page - 1) * 4096, page * 4096, 97):
        changed = bytearray(data)
        changed[at] ^= 0x10
        open("flipped.griffie", "wb").write(changed)
        told = subprocess.run([griffie, "verify", "-r", "flipped.griffie"], capture_output=True, text=True)
        now = subprocess.run(["sqlite3", "flipped.griffie", "SELECT * FROM ledger; SELECT sha256, hex(bytes) FROM content"], capture_output=True)
        tried += 1
        if told.returncode not in (0, 4) or (told.returncode == 0 and now.stdout != truth):
            missed += 1
            print("missed", at, told.returncode, told.stderr)
print(tried, "tried,", missed, "missed")
sys.exit(missed > 0 or tried < 40)
PYTHON
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "damage through SQL is named: a record, an entry, one that is missing, a reading, a view" {
    fill
    cp t.griffie good.griffie
    damage() { cp good.griffie t.griffie; rm -f t.griffie-*; sqlite3 t.griffie "DROP TRIGGER ledger_keeps; DROP TRIGGER ledger_stays; $1"; run --separate-stderr "$GRIFFIE" verify; [ "$status" -eq 4 ]; [[ $stderr == *"$2"* ]]; }
    damage "UPDATE content SET bytes = CAST(bytes || 'x' AS BLOB) WHERE sha256 = (SELECT sha256 FROM record WHERE record = 'brief-2')" "record brief-2"
    damage "DELETE FROM content WHERE sha256 = (SELECT sha256 FROM record WHERE record = 'brief-2'); " "record brief-2"
    damage "UPDATE ledger SET body = replace(body, 'notitie', 'motitie') WHERE seq = 5" "entry 5"
    damage "UPDATE ledger SET by = 'somebody' WHERE seq = 5" "entry 5"
    damage "DELETE FROM ledger WHERE seq = 3" "entry 3"
    damage "DELETE FROM ledger WHERE seq = 3; UPDATE ledger SET seq = seq - 1 WHERE seq > 3" "entry 3"
    damage "UPDATE statement SET body = replace(body, 'haven', 'raven') WHERE record = 'brief-1' AND id = 'S3'" "reading of record brief-1"
    damage "UPDATE item SET title = 'x' WHERE item = '2024-0001'" "view item"
    damage "UPDATE record SET sha256 = (SELECT sha256 FROM record WHERE record = 'brief-1') WHERE record = 'brief-2'" "record brief-2"
}

@test "a checkpoint shows later that nothing before it was changed" {
    fill
    "$GRIFFIE" checkpoint >kept.note
    [ "$(stat -c %a t.griffie.key)" = 600 ]
    "$GRIFFIE" note 2024-0001 "nog een"
    run "$GRIFFIE" verify --since kept.note
    [ "$status" -eq 0 ]
    # an honest-looking forgery: an entry rewritten with every hash after it made again
    python3 - t.griffie <<'PYTHON'
import hashlib, json, sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("DROP TRIGGER ledger_keeps")
prev = "0" * 64
for seq, body in store.execute("SELECT seq, body FROM ledger ORDER BY seq").fetchall():
    entry = json.loads(body)
    entry["prev"] = prev
    if seq == 5:
        entry["text"] = "een andere notitie"
    body = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    prev = hashlib.sha256(b"\0" + body.encode()).hexdigest()
    store.execute("UPDATE ledger SET body = ?, leaf_hash = ? WHERE seq = ?", (body, prev, seq))
store.commit()
PYTHON
    "$GRIFFIE" rebuild
    run "$GRIFFIE" verify
    [ "$status" -eq 0 ]
    run "$GRIFFIE" verify --since kept.note
    [ "$status" -eq 4 ]
    [[ $output == *"first 5 entries"* ]]
    run "$GRIFFIE" verify --since no-such-note
    [ "$status" -eq 2 ]
    echo nonsense >bad.note
    run "$GRIFFIE" verify --since bad.note
    [ "$status" -ne 0 ]
}

@test "any prefix of a ledger verifies" {
    fill
    for keep in 4 3 2 1; do
        sqlite3 t.griffie "DROP TRIGGER IF EXISTS ledger_stays; DELETE FROM ledger WHERE seq > $keep"
        [ "$keep" -gt 3 ] || sqlite3 t.griffie "PRAGMA foreign_keys=OFF; DELETE FROM search WHERE rowid IN (SELECT passage FROM passage WHERE 0); DELETE FROM statement WHERE record='brief-2'; DELETE FROM mention WHERE record='brief-2'; DELETE FROM passage WHERE record='brief-2'; DELETE FROM reading WHERE record='brief-2'; DELETE FROM record WHERE record='brief-2'" 2>/dev/null || true
        [ "$keep" -gt 3 ] || sqlite3 t.griffie "DELETE FROM statement WHERE record='brief-2'; DELETE FROM mention WHERE record='brief-2'; DELETE FROM passage WHERE record='brief-2'; DELETE FROM reading WHERE record='brief-2'; DELETE FROM record WHERE record='brief-2'"
        "$GRIFFIE" rebuild
        run "$GRIFFIE" verify
        echo "$output"
        [ "$status" -eq 0 ]
    done
}
