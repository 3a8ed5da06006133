#!/usr/bin/env python3
"""A reading (JSON lines, as `griffie read` prints them) made of a record annotated by hand.

usage: gold_reading.py GOLD_FOLDER RECORD   e.g. gold_reading.py ../shared/gold kst-28676-372

So that the register can be tested on right readings, apart from what the reader finds."""
import csv
import hashlib
import json
import pathlib
import re
import sys

gold, name = pathlib.Path(sys.argv[1]), sys.argv[2]
source = gold / "texts" / f"{name}.txt"
text = source.read_bytes()
about = next(row for row in csv.DictReader(open(gold / "index.tsv"), delimiter="\t") if row["doc"] == name)


def show(line):
    print(json.dumps({key: value for key, value in line.items() if value not in (None, [], "-")}, ensure_ascii=False))


show({"type": "record", "record": name, "schema": 1, "reader": "by hand", "source": str(source), "media": "text/plain", "bytes": len(text),
      "sha256": hashlib.sha256(text).hexdigest(), "genre": about["genre"], "lang": about["lang"], "date": about["date"], "issuer_id": about["issuer"]})


def kamerstuk(words):
    found = re.search(r"(\d\d) ?(\d{3}),\s+nr\.\s+(\d+)", words)
    return f"kst-{found[1]}{found[2]}-{found[3]}" if found else None


lines = []
for line in open(gold / f"{name}.jsonl"):
    statement = json.loads(line)
    lines.append({"type": "statement", "record": name, **{k: v for k, v in statement.items() if k not in ("doc", "lang")}})
    for reference in statement.get("references") or []:
        if kamerstuk(reference["text"]) and not (gold / f"{name}.mentions.jsonl").exists():
            start, end = reference["span"]
            lines.append({"type": "mention", "record": name, "id": f"r{start}", "kind": "reference", "sub": "kamerstuk", "start": start, "end": end,
                          "text": text[start:end].decode(), "value": kamerstuk(reference["text"])})
if (gold / f"{name}.mentions.jsonl").exists():
    for line in open(gold / f"{name}.mentions.jsonl"):
        mention = json.loads(line)
        if mention["start"] == mention["end"]:
            continue   # an elided word
        lines.append({"type": "mention", "record": name, "kind": mention["type"], **{k: v for k, v in mention.items() if k not in ("doc", "type", "text_norm")}})
for line in sorted(lines, key=lambda line: (line["start"], -line["end"])):
    show(line)
show({"type": "end", "record": name})
