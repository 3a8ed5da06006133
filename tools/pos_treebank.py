#!/usr/bin/env python3
"""Universal Dependencies treebanks (CoNLL-U, plain or .zst) and sentences with marked words (data/pos/records_*.txt, which count three
times) as lines that pos-train reads: form, tag, "1" if a blank precedes; an empty line after each sentence.

usage: pos_treebank.py FILE… >tokens
"""
import subprocess
import sys

MARKS = {'VF': 'VERB_FINITE', 'VI': 'VERB_INFINITIVE', 'VP': 'VERB_PARTICIPLE', 'VG': 'VERB_PRESENT', 'AF': 'AUX_FINITE', 'AI': 'AUX_INFINITIVE',
         'AP': 'AUX_PARTICIPLE', 'N': 'NOUN', 'A': 'ADJ', 'P': 'ADP', 'R': 'ADV', 'S': 'SCONJ', 'Q': 'PRON', 'D': 'DET'}
TIMES = 3
VERB = {'Fin': 'FINITE', 'Inf': 'INFINITIVE', 'Part': 'PARTICIPLE', 'Ger': 'PRESENT'}


def tag_of(form, pos, language_tag, features):
    """The names of enum pos_tag. Present participles are told by their tag (Dutch od, English VBG)."""
    if pos in ('VERB', 'AUX'):
        kind = VERB[dict(f.split('=') for f in features.split('|')).get('VerbForm', 'Fin')] if features != '_' else 'FINITE'
        if kind == 'PARTICIPLE' and ('|od|' in language_tag or language_tag == 'VBG'):
            kind = 'PRESENT'
        if pos == 'AUX':
            kind = 'PARTICIPLE' if kind == 'PRESENT' else kind
        return f'{pos}_{kind}'
    if form.lower() == 'te' and language_tag.startswith('VZ|init') and features == '_':
        return 'TE'
    return {'X': 'NONE', '_': 'NONE'}.get(pos, pos)


def print_marked(path):
    for line in open(path, encoding='utf-8'):
        if line.startswith('#') or not line.strip():
            continue
        for word in line.split():
            form, _, mark = word.rpartition('/') if '/' in word[1:] else (word, '', '')
            if mark and mark not in MARKS:
                sys.exit(f'{path}: unknown mark in "{word}"')
            print(form, MARKS.get(mark, 'NONE'), 1, sep='\t')
        print()


def main():
    for path in sys.argv[1:]:
        if path.endswith('.txt'):
            for _ in range(TIMES):
                print_marked(path)
            continue
        text = subprocess.run(['zstd', '-dc', path], check=True, capture_output=True).stdout if path.endswith('.zst') else open(path, 'rb').read()
        blank = False
        rows = []
        for line in text.decode().split('\n'):
            cells = line.split('\t')
            if len(cells) == 10 and cells[0].isdigit():
                rows.append((cells[1], tag_of(cells[1], cells[3], cells[4], cells[5]), blank))
                blank = 'SpaceAfter=No' not in cells[9]
            elif not line and rows:
                # "te" before an infinitive is a particle here, before a place a preposition
                for i, (form, tag, space) in enumerate(rows):
                    if tag == 'TE':
                        following = rows[i + 1][1] if i + 1 < len(rows) else ''
                        tag = 'PART' if following.endswith('INFINITIVE') else 'ADP'
                    print(form, tag, int(space), sep='\t')
                print()
                rows, blank = [], False


if __name__ == "__main__":
    main()
