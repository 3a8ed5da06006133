#!/usr/bin/env python3
"""Compiles data/lexicon/*.tsv into the constant table that src/lexicon/table.h describes.

usage: lexicon_compile.py CLASSES_DEF FOLDER TABLE_OUT ASSEMBLER_OUT DEPENDENCIES_OUT

The table holds offsets only, no pointers: the linker needs no relocation and the program no start-up work.
"""
import hashlib
import struct
import sys
from pathlib import Path

import lexicon_tables as tables

MASK = 2**64 - 1
GOLDEN = 0x9E3779B97F4A7C15
STARTS_PHRASE, IN_PHRASE, EXACT, HIDDEN, IN_PAIR = 1, 2, 4, 8, 16
PAIR = 0x80000000
SLOT_WORD_BITS = 19
FOLD = str.maketrans({'’': "'", '‘': "'", '‐': '-', '‑': '-'})


def fold(form):
    """What lexicon_find compares: lower case, one kind of apostrophe and hyphen."""
    return form.translate(FOLD).lower()


def hash_of(data):
    """hash_bytes of src/lexicon/table.h."""
    h = len(data) * GOLDEN & MASK
    for at in range(0, len(data), 8):
        h = (h ^ int.from_bytes(data[at:at + 8], 'little')) * GOLDEN & MASK
        h ^= h >> 29
    return h >> 32


def hash_of_edge(node, word):
    h = ((node << 32) | word) * GOLDEN & MASK
    h ^= h >> 29
    return h * GOLDEN >> 32 & 0xFFFFFFFF


def table_size(count):
    size = 16
    while 3 * size < 4 * count + 4:
        size *= 2
    return size


class Strings:
    """Values of classes, and after them spellings: those that begin another lie in it."""

    def __init__(self, values, spellings):
        self.bytes, self.at, self.spelling_at = bytearray(b'\0'), {'': 0}, {}
        for value in sorted(values):
            if value not in self.at:
                self.at[value] = len(self.bytes)
                self.bytes += value.encode() + b'\0'
        longer, place = b'', 0
        for spelling in sorted({s.encode() for s in spellings}, reverse=True):
            if not longer.startswith(spelling):
                longer, place = spelling, len(self.bytes)
                self.bytes += spelling
            self.spelling_at[spelling] = place

    def value(self, text):
        return self.at[text]

    def spelling(self, text):
        return self.spelling_at[text.encode()]


def arrange_words(vocabulary):
    """[(form, exact, folded number, [exact numbers])] numbered from 1: words with classes and of closed parts of speech first, so
    that the pages a short record touches are few; a folded word is followed by the spellings with capitals."""
    closed = {tables.POS.index(p) for p in ('AUX', 'PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'NUM', 'PART')}
    groups = {}
    for form in vocabulary.words:
        groups.setdefault(fold(form), [])
        if form.translate(FOLD) != fold(form):
            groups[fold(form)].append(form.translate(FOLD))

    def rank(folded):
        senses = [s for f in [folded, *groups[folded]] for s in vocabulary.words.get(f, {})]
        return (not any(key[1] in closed for key, _ in senses), not any(vocabulary.lemmas[key] for key, _ in senses), folded)

    words, number, closed_count = [], {}, 0
    for folded in sorted(groups, key=rank):
        number[folded] = len(words) + 1
        exacts = sorted(set(groups[folded]))
        first = len(words) + 2
        words.append((folded, False, 0, [first + i for i in range(len(exacts))]))
        for exact in exacts:
            number[exact] = len(words) + 1
            words.append((exact, True, number[folded], []))
        if not rank(folded)[0]:
            closed_count = len(words)
    return words, number, closed_count


def compile_table(vocabulary, digest):
    for parts in vocabulary.phrases:
        for part in parts:
            vocabulary.words.setdefault(part, {})
    words, number, closed_count = arrange_words(vocabulary)
    strings = Strings({value for values in vocabulary.lemmas.values() for value, _ in values.values() if isinstance(value, str)},
                      {form for form, _, _, _ in words} | {key[0] for key in vocabulary.lemmas})
    lemma_number = {key: i + 1 for i, key in enumerate(vocabulary.lemmas)}

    classes, lists = [], {}

    def list_classes(values):
        """(mask, first, count) of the list of classes {number: value}; equal ones stand once."""
        entries = tuple(sorted(((number, strings.value(value) if isinstance(value, str) else value) for number, value in values.items()),
                               key=lambda entry: (entry[0] & 63, entry[0])))
        if entries not in lists:
            mask = 0
            for number, _ in entries:
                mask |= 1 << (number & 63)
            if entries:
                classes.append(struct.pack('<Q', mask))
            lists[entries] = mask, len(classes), len(entries)
            classes.extend(struct.pack('<iHH', value, number, 0) for number, value in entries)
        return lists[entries]

    lemmas = [struct.pack('<IIBBBB', 0, 0, 0, 0, 0, 0)]
    for (spelling, pos, lang), values in vocabulary.lemmas.items():
        _, first, count = list_classes({number: value for number, (value, _) in values.items()})
        lemmas.append(struct.pack('<IIBBBB', strings.spelling(spelling), first, len(spelling.encode()), count, pos, lang))

    edges, nodes, flags = {}, [0], {}
    for parts, key in vocabulary.phrases.items():
        paths = [0]
        for at, part in enumerate(parts):
            variants = [number[part.translate(FOLD)]]
            if part.translate(FOLD) == fold(part):
                variants += words[variants[0] - 1][3]
            reached = []
            for node in paths:
                for word in variants:
                    if (node, word) not in edges:
                        edges[node, word] = len(nodes)
                        nodes.append(0)
                    reached.append(edges[node, word])
                    flags[word] = flags.get(word, 0) | (IN_PHRASE if at else STARTS_PHRASE)
            paths = reached[:64]
        for node in paths:
            nodes[node] = lemma_number[key]
    for verb, lang, word, key in sorted(vocabulary.pairs, key=lambda pair: ' ' in pair[3][0]):   # "werken aan" before "aanwerken"
        targets = [(verb, tables.POS.index(p), lang) for p in ('VERB', 'AUX')]
        word = number[fold(word)] if fold(word) in number else None
        for target in targets:
            if target in lemma_number and word:
                edges[PAIR | lemma_number[target], word] = lemma_number[key]
                flags[word] = flags.get(word, 0) | IN_PAIR

    number_pos = tables.POS.index('NUM')
    senses, packed, word_classes = [], [struct.pack('<IIIBBBB', 0, 0, 0, 0, 0, 0, 0)], [(0, 0, 0)]
    for at, (form, exact, folded, exacts) in enumerate(words, 1):
        found = list(vocabulary.words.get(form, {}))
        if exact and not (form.isupper() and len(form) > 1):
            found += [s for s in vocabulary.words.get(words[folded - 1][0], {}) if s not in found]
        # the likeliest first; the word itself before forms of others, lemmas with classes before those without
        found.sort(key=lambda s: (-vocabulary.counts.get(s[0], 0), s[0][0] != form, not vocabulary.lemmas[s[0]]))
        found = found[:255]
        values = {}
        for key, _ in found:
            values = {number: value for number, (value, _) in vocabulary.lemmas[key].items()} | values
        mask, first, count = list_classes(values)
        word_classes.append((mask | any(key[1] == number_pos for key, _ in found), first, count))
        hidden = not exact and exacts and form not in vocabulary.words
        flag = flags.get(at, 0) | (EXACT if exact else 0) | (HIDDEN if hidden else 0)
        packed.append(struct.pack('<IIIBBBB', strings.spelling(form), len(senses), folded if exact else (exacts or [0])[0],
                                  len(form.encode()), len(found), len(exacts), flag))
        senses += [struct.pack('<IHBB', lemma_number[key], forms, key[1], key[2]) for key, forms in found]

    while not word_classes[-1][0] and len(word_classes) > 1:
        word_classes.pop()

    keys = [0] + [hash_of(form.encode()) | 1 for form, _, _, _ in words[:closed_count]]

    slots = [0] * table_size(len(words))
    if len(words) >= 1 << SLOT_WORD_BITS:
        sys.exit(f'{len(words)} words: more than a slot can number; widen SLOT_WORD_BITS here and in table.h')
    for at, (form, exact, _, _) in enumerate(words, 1):
        if not exact:
            h = hash_of(form.encode())
            place = h & len(slots) - 1
            while slots[place]:
                place = place + 1 & len(slots) - 1
            slots[place] = h >> SLOT_WORD_BITS << SLOT_WORD_BITS | at
    edge_slots = [(0, 0, 0)] * table_size(2 * len(edges))     # most look-ups find nothing: they should end at once
    for (node, word), child in edges.items():
        place = hash_of_edge(node, word) & len(edge_slots) - 1
        while edge_slots[place][1]:
            place = place + 1 & len(edge_slots) - 1
        edge_slots[place] = (node, word, child)
    lemma_slots = [0] * table_size(len(lemma_number))
    best = sorted(lemma_number, key=lambda k: (not vocabulary.lemmas[k], k[1] != tables.POS.index('VERB'), k[1], k[2]))
    for key in best:
        place = hash_of(key[0].encode()) & len(lemma_slots) - 1
        while lemma_slots[place]:
            place = place + 1 & len(lemma_slots) - 1
        lemma_slots[place] = lemma_number[key]

    sections = [struct.pack(f'<{len(slots)}I', *slots), b''.join(packed), b''.join(senses), b''.join(lemmas), b''.join(classes),
                b''.join(struct.pack('<III', *e) for e in edge_slots), struct.pack(f'<{len(nodes)}I', *nodes),
                struct.pack(f'<{len(lemma_slots)}I', *lemma_slots), bytes(strings.bytes), b''.join(struct.pack('<QII', *found) for found in word_classes), struct.pack(f'<{len(keys)}I', *keys)]
    counts = [len(slots), len(packed), len(senses), len(lemmas), len(classes), len(edge_slots), len(nodes), len(lemma_slots), len(strings.bytes), len(word_classes), len(keys)]
    header = b'GLEX' + struct.pack('<I', len(vocabulary.classes)) + digest.encode() + b'\0' * 8
    at = len(header) + 8 * len(sections)
    at += -at % 16
    body, places = b'', b''
    for section, count in zip(sections, counts):
        places += struct.pack('<II', at + len(body), count)
        body += section + b'\0' * (-len(section) % 16)
    head = header + places
    return head + b'\0' * (-len(head) % 16) + body


def main():
    definition, folder, table_out, assembler_out, dependencies_out = sys.argv[1:]
    paths = sorted(Path(folder).glob('*.tsv'), key=lambda p: p.name)
    Path(dependencies_out).write_text(f'{table_out}: {folder} ' + ' '.join(map(str, paths)) + '\n')   # the folder: new tables
    sha = hashlib.sha256()
    for path in [definition, *paths]:
        sha.update(Path(path).read_bytes())
    vocabulary = tables.read_all(paths, definition)
    Path(table_out).write_bytes(compile_table(vocabulary, sha.hexdigest()))
    Path(assembler_out).write_text(f'''/* Made by tools/lexicon_compile.py: the vocabulary as one constant. */
    .section .rodata
    .balign 64
    .globl griffie_lexicon_table
    .hidden griffie_lexicon_table
    .type griffie_lexicon_table, %object
griffie_lexicon_table:
    .incbin "{Path(table_out).resolve()}"
    .size griffie_lexicon_table, . - griffie_lexicon_table
    .section .note.GNU-stack, "", %progbits
''')
    print(f'lexicon: {len(vocabulary.words)} forms, {len(vocabulary.lemmas)} lemmas, {len(vocabulary.phrases)} phrases')


main()
