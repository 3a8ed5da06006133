#!/usr/bin/env python3
"""What the markup knows for certain (linked references, dated dates, speakers) against what the reader finds in the same text
without its tags: tags.py GRIFFIE RECORD_SHOW. Floors: references 0.97, dates 1.0, speakers 0.98."""
import collections, json, pathlib, re, subprocess, sys

griffie, show = sys.argv[1:3]
corpus = pathlib.Path(__file__).resolve().parents[2] / "../shared/corpus"
if not corpus.is_dir():
    print("skipped: no ../shared")
    sys.exit(77)
motions = sorted((corpus / "nl-kst-xml").glob("*.xml"))
files = sorted((corpus / "nl-handelingen-xml").glob("*.xml")) + [path for i, path in enumerate(motions) if i % 8 == 0 or "<extref" in path.read_text(encoding="utf-8")]
FLOORS = {"reference": 0.97, "date": 1.0, "speaker": 0.98}
found, all_, misses = collections.Counter(), collections.Counter(), collections.defaultdict(list)
out = subprocess.run([show, "--spans", *map(str, files)], capture_output=True, text=True).stdout
lines, marks = [], []
for path, part in zip(files, out.split("\x1e\n")):
    text = subprocess.run([griffie, "text", str(path)], capture_output=True).stdout
    text = text[:-1] if text.endswith(b"\n") else text
    record = json.loads(subprocess.run([griffie, "read", "--json", str(path)], capture_output=True, text=True).stdout.split("\n")[0])
    line = {"record": record["record"], "text": text.decode(), "lang": "nl"}
    for field in ("date", "genre", "issuer_id"):
        if field in record:
            line[field] = record[field]
    lines.append(json.dumps(line, ensure_ascii=False))
    marks.append([mark.split("\t") for mark in part.split("\n") if mark.count("\t") == 4])
answers = subprocess.run([griffie, "read", "--stream", "--json"], input="\n".join(lines), capture_output=True, text=True).stdout
mentions, number = collections.defaultdict(list), -1
for line in answers.split("\n"):
    if not line:
        continue
    thing = json.loads(line)
    if thing["type"] == "record":
        number += 1
    elif thing["type"] in ("mention", "statement"):
        mentions[number].append(thing)
for number, (path, path_marks) in enumerate(zip(files, marks)):
    values = collections.defaultdict(set)
    for thing in mentions[number]:
        for at in range(thing["start"], thing["end"]):
            if thing["type"] == "mention":
                values[at].add(thing.get("value") or thing.get("actor_id"))
    for kind, start, end, value, text in path_marks:
        if kind not in FLOORS or value.startswith("dossier-"):
            continue
        got = set().union(*(values[at] for at in range(int(start), int(end))))
        wanted = value
        right = wanted in got
        if kind == "speaker":   # offices and the chair are named by their own identifiers
            right = right or (not value.startswith("NL-TK:") and bool(got - {None}))
        all_[kind] += 1
        found[kind] += right
        if not right:
            misses[kind].append(f"{path.name}: {text!r} is {value}, found {sorted(map(str, got))}")
failed = False
for kind, floor in FLOORS.items():
    share = found[kind] / all_[kind] if all_[kind] else 0
    failed |= share < floor
    print(f"{kind}: {found[kind]} of {all_[kind]} ({share:.4f}, floor {floor})")
    for miss in misses[kind][:8]:
        print("   ", miss)
sys.exit(1 if failed else 0)
