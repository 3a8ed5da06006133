#!/usr/bin/env python3
"""How often griffie is right about parts of speech, through the program itself: from text to tokens.

usage: pos_score.py GRIFFIE nl|en TREEBANK… [--misses N]

Each sentence of the treebanks (CoNLL-U, plain or .zst) goes through `griffie read --stream` as a record of its own. Words are compared where
both cut them alike (how many do not is said); punctuation is left out. Counted: noun (names too), verb, other; the same with verbs finite or
not; the part of speech itself. A treebank that the weights were made from flatters: see data/README.md for the figures that do not.
"""
import argparse
import json
import subprocess
import sys

import pos_treebank

GROUPS = {'NOUN': 'noun', 'PROPN': 'noun', 'VERB': 'verb', 'AUX': 'verb'}


def sentences(path):
    """[(text, [(start, end, tag)])] with offsets in bytes."""
    raw = subprocess.run(['zstd', '-dc', path], check=True, capture_output=True).stdout if path.endswith('.zst') else open(path, 'rb').read()
    text, words, blank = b'', [], False
    for line in raw.decode().split('\n'):
        cells = line.split('\t')
        if len(cells) == 10 and cells[0].isdigit():
            text += b' ' if blank else b''
            form = cells[1].encode()
            words.append((len(text), len(text) + len(form), pos_treebank.tag_of(cells[1], cells[3], cells[4], cells[5])))
            text += form
            blank = 'SpaceAfter=No' not in cells[9]
        elif not line and words:
            yield text.decode(), words
            text, words, blank = b'', [], False


def group(tag, finite):
    name, _, form = tag.partition('_')
    kind = GROUPS.get(name, 'other')
    return f'{kind} {form == "FINITE"}' if finite and kind == 'verb' else kind


def mine(token):
    pos = token.get('pos', '')
    return f'{pos}_FINITE' if pos in ('VERB', 'AUX') and token.get('finite') else pos


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('griffie')
    parser.add_argument('lang', choices=['nl', 'en'])
    parser.add_argument('treebanks', nargs='+')
    parser.add_argument('--misses', type=int, default=0)
    options = parser.parse_args()
    gold, lines = {}, []
    for path in options.treebanks:
        for text, words in sentences(path):
            name = f's{len(lines)}'
            gold[name] = (text, words)
            lines.append(json.dumps({'record': name, 'text': text, 'lang': options.lang, 'with': ['tokens']}))
    run = subprocess.run([options.griffie, 'read', '--stream', '--json'], input='\n'.join(lines) + '\n', capture_output=True, text=True, check=False)
    found = {}
    for line in run.stdout.splitlines():
        token = json.loads(line)
        if token['type'] == 'token':
            found.setdefault(token['record'], {})[token['start'], token['end']] = token
    counts, all_words, apart, shown = [0, 0, 0], 0, 0, 0
    for name, (text, words) in gold.items():
        tokens = found.get(name, {})
        for start, end, tag in words:
            if tag in ('PUNCT', 'NONE'):
                continue
            token = tokens.get((start, end))
            if not token:
                apart += 1
                continue
            all_words += 1
            own = mine(token)
            tag = {'TE': 'PART'}.get(tag, tag)
            rights = [group(own, False) == group(tag, False), group(own, True) == group(tag, True), own.partition('_')[0] == tag.partition('_')[0]]
            counts = [count + right for count, right in zip(counts, rights)]
            if not rights[1] and shown < options.misses:
                shown += 1
                print(f'{text.encode()[start:end].decode()}\t{tag}\t{own}\t{text}')
    if not all_words:
        sys.exit('no words: does the program print tokens?')
    print(f'words {all_words} (cut otherwise: {apart}); noun/verb/other {counts[0] / all_words:.4f}, with finite or not {counts[1] / all_words:.4f}, '
          f'part of speech {counts[2] / all_words:.4f}')


if __name__ == '__main__':
    main()
