#!/usr/bin/env python3
"""Makes the constant table of src/record/head.c from data/record/head.tsv: head-table.py IN.tsv OUT.c"""
import sys

CLASSES = ["genre_start", "genre_in", "date_lead", "month", "stop_nl", "stop_en", "issuer", "addressee", "closing", "turn",
           "session_lead", "number_lead", "subject", "question", "answer", "author", "genre_title", "genre_often"]


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    rows, seen = [], set()
    for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 4 or columns[0] not in CLASSES or columns[1] != columns[1].lower() or (columns[0], columns[1]) in seen:
            sys.exit(f"{sys.argv[1]}:{number}: expected a known class, new words in lower case, a value and a source")
        seen.add((columns[0], columns[1]))
        rows.append(columns)
    rows.sort(key=lambda row: (CLASSES.index(row[0]), -len(row[1].encode()), row[1]))   # of each class the longest first
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write('/* Made by tools/head-table.py from data/record/head.tsv. */\n#include "record/head.h"\n\n')
        out.write("const struct head_words head_table[] = {\n")
        for name, words, value, _ in rows:
            out.write(f"    {{ HEAD_{name.upper()}, {{ {quote(words)}, {len(words.encode())} }}, {quote(value)} }},\n")
        out.write("};\n")
        at = 0
        out.write("const uint16_t head_first[HEAD_CLASS_COUNT + 1] = { ")
        for name in CLASSES:
            out.write(f"{at}, ")
            at += sum(row[0] == name for row in rows)
        out.write(f"{at} }};\n")


main()
