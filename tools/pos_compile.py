#!/usr/bin/env python3
"""Compiles data/pos/weights_{nl,en}.tsv into the table that src/text/pos.h describes.

usage: pos_compile.py FOLDER TABLE_OUT ASSEMBLER_OUT
"""
import struct
import sys
from pathlib import Path

TAGS = '''NOUN PROPN VERB_FINITE VERB_INFINITIVE VERB_PARTICIPLE VERB_PRESENT AUX_FINITE AUX_INFINITIVE AUX_PARTICIPLE ADJ ADV PRON DET ADP CCONJ
SCONJ NUM PART INTJ SYM PUNCT'''.split()
MORE = 0x9E3779B8     # pos_more of pos.h
GENERAL_BITS, PARTICULAR_BITS, GROUP_BITS, PARTICULAR_ROWS = 14, 13, 2, 4096     # POS_… of pos.h
BITS = 0xFFFFFFFF


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


def compile_places(path, rows, bits):
    """The row of each of the 1 << bits places (0: of none), and the factors: each sign has its own place, by a factor that is found for each
    group of signs in turn."""
    if 3 << bits < 5 * len(rows):
        sys.exit(f'{path}: {len(rows)} signs need more bits (here and in src/text/pos.h)')
    groups, places = [[] for _ in range(1 << bits - GROUP_BITS)], [0] * (1 << bits)
    for sign in sorted(rows):
        groups[sign >> 1 & len(groups) - 1].append(sign)
    factors = [1] * len(groups)
    for number in sorted(range(len(groups)), key=lambda number: -len(groups[number])):     # the largest while there is most room
        factor = 0x9E3779B1
        while True:
            at = {(sign * factor & BITS) >> 32 - bits for sign in groups[number]}
            if len(at) == len(groups[number]) and not any(places[place] for place in at):
                break
            factor = factor * 0x915F77F5 + 2 & BITS     # stays odd
        factors[number] = factor
        for sign in groups[number]:
            places[(sign * factor & BITS) >> 32 - bits] = rows[sign]
    return struct.pack(f'<{len(places)}H', *places), struct.pack(f'<{len(factors)}I', *factors)


def compile_rows(path, votes, bits, width):
    """(places, factors, rows) of the signs."""
    order = sorted(votes, key=lambda sign: (sum(not vote for vote in votes[sign]), sign))     # with most votes first
    places, factors = compile_places(path, {sign: 1 + number for number, sign in enumerate(order)}, bits)
    rows = [struct.pack(f'<I{width}b', sign, *votes[sign], *[0] * (width - len(votes[sign]))) for sign in order]
    return places, factors, bytes(4 + width) + b''.join(rows)


def compile_language(path):
    general, particular = read_rows(path)
    places, factors, rows = compile_rows(path, general, GENERAL_BITS, 28)
    particular_places, particular_factors, particular_rows = compile_rows(path, particular, PARTICULAR_BITS, 4)
    if len(particular_rows) > PARTICULAR_ROWS * 8:
        sys.exit(f'{path}: {len(particular)} particular signs need more rows (here and in src/text/pos.h)')
    return b''.join([factors, particular_factors, places, particular_places, particular_rows.ljust(PARTICULAR_ROWS * 8, b'\0'), rows])


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
