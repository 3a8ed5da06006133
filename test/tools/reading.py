#!/usr/bin/env python3
"""A record and its reading (JSON lines, as `griffie read` prints them) made of a text that is marked by hand.

    reading.py MARKED OUT        writes OUT.txt and OUT.jsonl

The first line says what is known of the record; the rest is its text. What stands in braces is a statement, in brackets a mention:

    @ record=brief-1 date=2024-03-01 genre=letter issuer_id=NL-GOV
    {commitment id=S1 due=2024-FA addressee_id=NL-TK | Ik zal uw Kamer dit najaar informeren over de haven}.
    {discharge discharges=S1 | Met deze brief is voldaan aan de toezegging ([reference value=kst-1-2 | Kamerstuk 1, nr. 2])}.

Slots: due, due.anchor, recurrence, condition, act_time, classification, sub, action, …; a relation is TYPE=STATEMENT or TYPE=EXT:NAME.
Values with blanks stand in double quotes. Statements may hold statements."""
import hashlib
import json
import pathlib
import re
import shlex
import sys

RELATIONS = {"reaffirms", "amends", "supersedes", "elaborates", "tasks", "discharges", "reports-on", "contradicts", "conditions", "refuses"}
OBJECTS = {"due", "recurrence", "condition", "target_date", "classification"}
MENTIONS = {"timex", "quantity", "reference", "actor"}

marked, out = pathlib.Path(sys.argv[1]), sys.argv[2]
head, _, body = marked.read_text().partition("\n")
known = dict(word.split("=", 1) for word in shlex.split(head[1:]))
text, lines, stack, at = bytearray(), [], [], 0
while at < len(body):
    opening = re.compile(r"[{\[]([a-z]+)((?: [^|{}\[\]]*)?) \| ").match(body, at)
    if opening:
        kind, slots = opening[1], dict(word.split("=", 1) for word in shlex.split(opening[2]))
        line = {"type": "mention" if kind in MENTIONS else "statement", "record": known["record"], "id": slots.pop("id", f"s{len(lines) + 1}"), "kind": kind, "start": len(text)}
        for name, value in slots.items():
            slot, _, part = name.partition(".")
            if name in RELATIONS:
                line.setdefault("relations", []).append({"type": name, "target": value})
            elif slot in OBJECTS and line["type"] == "statement":
                line.setdefault(slot, {"text": value})[part or "value"] = value
            elif name == "confidence":
                line[name] = float(value)
            else:
                line[name] = value
        lines.append(line)
        stack.append(line)
        at = opening.end()
    elif body[at] in "}]" and stack:
        line = stack.pop()
        line["end"] = len(text)
        line["text"] = text[line["start"]:].decode()
        line["text_norm"] = " ".join(line["text"].split())
        at += 1
    else:
        text += body[at].encode()
        at += 1

pathlib.Path(out + ".txt").write_bytes(text)
lines.sort(key=lambda line: (line["start"], -line["end"]))
with open(out + ".jsonl", "w") as reading:
    for line in [{"type": "record", "schema": 1, "reader": "by hand", "source": out + ".txt", "media": "text/plain", "bytes": len(text), "sha256": hashlib.sha256(text).hexdigest(),
                  "lang": "nl", **known}, *lines, {"type": "end", "record": known["record"]}]:
        print(json.dumps(line, ensure_ascii=False), file=reading)
