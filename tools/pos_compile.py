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


def read_rows(path):
    """({sign: votes by tag}, {sign: votes by rank}) of the general and the particular signs."""
    general, particular = {}, {}
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line.startswith('#') or not line:
            continue
        sign, *votes = line.split('\t')
        row = []
        for vote in votes:
            tag, _, value = vote.partition('=')
            if tag not in TAGS or not -128 < int(value) < 128:
                sys.exit(f'{path}:{number}: "{vote}" is no vote')
            row.append((tag, int(value)))
        if sign[0] == '*':
            wide = [0] * 24
            for tag, value in row:
                wide[TAGS.index(tag)] = value
            general[int(sign[1:], 16)] = wide
            continue
        row = [value for _, value in row]
        row += [0] * (-len(row) % 4)
        particular[int(sign, 16)] = row[:4]
        if any(row[4:8]):
            particular[int(sign, 16) ^ MORE] = row[4:8]
    return general, particular


def compile_rows(rows, width):
    buckets = 16
    while 3 * BUCKET * buckets < 5 * len(rows):
        buckets *= 2
    table = [[] for _ in range(buckets)]
    for sign, row in sorted(rows.items(), key=lambda item: -max(map(abs, item[1]))):     # the weightiest first; a full bucket takes no more
        bucket = table[sign >> 1 & buckets - 1]
        if len(bucket) < BUCKET:
            bucket.append((sign, row))
    empty = [(0, [0] * width)] * BUCKET
    full = [(bucket + empty)[:BUCKET] for bucket in table]
    return buckets, b''.join(struct.pack(f'<{BUCKET}I{BUCKET * width}b', *(sign for sign, _ in bucket), *(vote for _, row in bucket for vote in row))
                             for bucket in full)


def compile_language(path):
    general, particular = read_rows(path)
    general_buckets, general_rows = compile_rows(general, 24)
    particular_buckets, particular_rows = compile_rows(particular, 4)
    return struct.pack('<4I', general_buckets, 16, particular_buckets, 16 + len(general_rows)) + general_rows + particular_rows


def main():
    folder, table_out, assembler_out = map(Path, sys.argv[1:])
    tables = {'dutch': compile_language(folder / 'weights_nl.tsv'), 'english': compile_language(folder / 'weights_en.tsv')}
    lines, at = ['/* Made by tools/pos_compile.py: the weights for parts of speech as constants. */', '    .section .rodata'], 0
    for name, table in tables.items():
        lines += ['    .balign 64', f'    .globl griffie_pos_{name}', f'    .hidden griffie_pos_{name}', f'    .type griffie_pos_{name}, %object',
                  f'griffie_pos_{name}:', f'    .incbin "{table_out.resolve()}", {at}, {len(table)}',
                  f'    .size griffie_pos_{name}, . - griffie_pos_{name}']
        at += len(table)
    table_out.write_bytes(b''.join(tables.values()))
    assembler_out.write_text('\n'.join([*lines, '    .section .note.GNU-stack, "", %progbits', '']))


main()
