#!/usr/bin/env python3
"""Compiles data/pos/weights_{nl,en}.tsv into the table that src/text/pos.h describes.

usage: pos_compile.py FOLDER TABLE_OUT ASSEMBLER_OUT
"""
import struct
import sys
from pathlib import Path

TAGS = '''NOUN PROPN VERB_FINITE VERB_INFINITIVE VERB_PARTICIPLE VERB_PRESENT AUX_FINITE AUX_INFINITIVE AUX_PARTICIPLE ADJ ADV PRON DET ADP CCONJ
SCONJ NUM PART INTJ SYM PUNCT'''.split()
MORE, BUCKET = 0x9E3779B8, 4     # pos_more, POS_BUCKET of pos.h
EMPTY = [(0, [0] * 4)] * BUCKET


def compile_rows(path):
    rows = {}
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line.startswith('#') or not line:
            continue
        sign, *votes = line.split('\t')
        row = []
        for vote in votes:
            tag, _, value = vote.partition('=')
            if tag not in TAGS or not -128 < int(value) < 128:
                sys.exit(f'{path}:{number}: "{vote}" is no vote')
            row.append(int(value))
        row += [0] * (-len(row) % 4)
        rows[int(sign, 16)] = row[:4]
        if any(row[4:8]):
            rows[int(sign, 16) ^ MORE] = row[4:8]
    buckets = 16
    while 3 * BUCKET * buckets < 5 * len(rows):
        buckets *= 2
    table = [[] for _ in range(buckets)]
    for sign, row in sorted(rows.items(), key=lambda item: -max(map(abs, item[1]))):     # the weightiest first; a full bucket takes no more
        bucket = table[sign >> 1 & buckets - 1]
        if len(bucket) < BUCKET:
            bucket.append((sign, row))
    return buckets, b''.join(struct.pack('<I4b', sign, *row) for bucket in table for sign, row in (bucket + EMPTY)[:BUCKET])


def main():
    folder, table_out, assembler_out = map(Path, sys.argv[1:])
    (dutch_size, dutch), (english_size, english) = (compile_rows(folder / f'weights_{lang}.tsv') for lang in ('nl', 'en'))
    head = struct.pack('<6I', dutch_size, dutch_size, english_size, 24, 24, 24 + len(dutch))
    table_out.write_bytes(head + dutch + english)
    assembler_out.write_text(f'''/* Made by tools/pos_compile.py: the weights for parts of speech as one constant. */
    .section .rodata
    .balign 64
    .globl griffie_pos_table
    .hidden griffie_pos_table
    .type griffie_pos_table, %object
griffie_pos_table:
    .incbin "{table_out.resolve()}"
    .size griffie_pos_table, . - griffie_pos_table
    .section .note.GNU-stack, "", %progbits
''')


main()
