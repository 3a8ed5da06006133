#!/usr/bin/env python3
"""Makes data/lexicon/wordnet_*_en.tsv from Princeton WordNet 3.0 (Debian's wordnet-base).

usage: lexicon_wordnet.py DATA_LEXICON [--wordnet /usr/share/wordnet] [--keep TEXT…]

Verbs: all of one word, with the irregular spellings of verb.exc; those of verbs_en.tsv are left to it. Verbs with a particle (carry out)
become pairs. Nouns, adjectives, adverbs: those that occur in WordNet's tagged texts (cntlist.rev) or in a text given with --keep;
nouns that are verbs too. wordnet_counts_en.tsv says how often a word of several parts of speech is each in the tagged texts.
"""
import argparse
import re
from collections import defaultdict
from pathlib import Path

import lexicon_inflect as inflect

PARTICLES = set('about across ahead along apart around aside away back by down forth forward in off on out over through together up'.split())


def index(folder, name):
    lemmas = set()
    for line in (folder / f'index.{name}').read_text(encoding='utf-8').splitlines():
        if not line.startswith(' '):
            lemmas.add(line.split()[0])
    return lemmas


def exceptions(folder, name):
    found = defaultdict(list)
    for line in (folder / f'{name}.exc').read_text(encoding='utf-8').splitlines():
        form, *bases = line.split()
        for base in bases:
            found[base].append(form)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--wordnet', default='/usr/share/wordnet')
    parser.add_argument('--keep', nargs='*', default=[])
    options = parser.parse_args()
    folder, wordnet = Path(options.folder), Path(options.wordnet)
    used = set()
    for path in options.keep:
        used.update(re.findall(r"[a-z'-]+", Path(path).read_text(encoding='utf-8', errors='replace').lower()))
    counts = defaultdict(int)
    for line in (wordnet / 'cntlist.rev').read_text(encoding='utf-8').splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition('%')
        counts[lemma, 'nvarz'[int(rest[0]) - 1].replace('z', 'a')] += int(count)
    plain = re.compile(r"[a-z][a-z'-]+")
    own = {line.split('\t')[0] for line in (folder / 'verbs_en.tsv').read_text(encoding='utf-8').splitlines()[1:]}

    irregular = exceptions(wordnet, 'verb')
    rows = ['infinitive\tpast\tparticiple\tthird\ting\tsource']
    verbs = {v for v in index(wordnet, 'verb') if plain.fullmatch(v)} - {'be', 'have', 'will', 'can', 'may', 'must', 'shall'}
    for verb in sorted(verbs - own):
        cells = {'past': [], 'third': [], 'ing': []}
        for form in irregular[verb]:
            cells['ing' if form.endswith('ing') else 'third' if form.endswith('s') else 'past'].append(form)
        if cells['past'] and not any(f.endswith('ed') for f in cells['past']):
            cells['past'].append(verb + ('d' if verb.endswith('e') else 'ed'))      # wrought, worked
        regular = {form for form, _ in inflect.english_verb({'infinitive': verb, 'past': '', 'participle': '', 'third': '', 'ing': ''})}
        texts = ['' if set(cells[c]) <= regular else '|'.join(cells[c]) for c in ('past', 'third', 'ing')]
        rows.append(f'{verb}\t{texts[0]}\t\t{texts[1]}\t{texts[2]}\twordnet')
    (folder / 'wordnet_verbs_en.tsv').write_text('\n'.join(rows) + '\n', encoding='utf-8')

    pairs = ['verb\tword\tlemma\tsource']
    for lemma in sorted(index(wordnet, 'verb')):
        parts = lemma.split('_')
        if len(parts) == 2 and parts[1] in PARTICLES and parts[0] in verbs | own:
            pairs.append(f'{parts[0]}\t{parts[1]}\t{parts[0]} {parts[1]}\twordnet')
    (folder / 'wordnet_particles_en.tsv').write_text('\n'.join(pairs) + '\n', encoding='utf-8')

    irregular = exceptions(wordnet, 'noun')
    rows = ['form\tplural\tpos\tsource']
    nouns = index(wordnet, 'noun')
    for noun in sorted(nouns):
        plural = irregular[noun] or [noun[:-2] + 'en' if noun.endswith('man') and noun != 'human' else inflect.english_third(noun)]
        if plain.fullmatch(noun) and (counts[noun, 'n'] or noun in used or noun in verbs or any(p in used for p in plural)):
            rows.append(f'{noun}\t{"|".join(plural)}\tNOUN\twordnet')
    (folder / 'wordnet_nouns_en.tsv').write_text('\n'.join(rows) + '\n', encoding='utf-8')
    more = exceptions(wordnet, 'adj')
    rows = ['form\tinflected\tpos\tsource']
    for adjective in sorted(index(wordnet, 'adj')):
        if plain.fullmatch(adjective) and (counts[adjective, 'a'] or adjective in used):
            inflected = more[adjective]
            if not inflected and len(adjective) < 6 and re.fullmatch(r'[^aeiou]*[aeiou]+[^aeiou]+[ey]?', adjective):
                stem = adjective[:-1] + 'i' if adjective.endswith('y') else adjective.rstrip('e')
                inflected = [stem + 'er', stem + 'est']
            rows.append(f'{adjective}\t{"|".join(inflected)}\tADJ\twordnet')
    for adverb in sorted(index(wordnet, 'adv')):
        if plain.fullmatch(adverb) and (counts[adverb, 'r'] or adverb in used):
            rows.append(f'{adverb}\t\tADV\twordnet')
    tags = [f'{lemma}\t{name}\t{counts[lemma, letter]}\twordnet' for letter, name in (('n', 'NOUN'), ('v', 'VERB'), ('a', 'ADJ'), ('r', 'ADV'))
            for lemma in sorted({lemma for lemma, _ in counts}) if plain.fullmatch(lemma) and counts[lemma, letter] > 1
            and sum(counts[lemma, other] > 0 for other in 'nvar') > 1]
    (folder / 'wordnet_counts_en.tsv').write_text('\n'.join(['lemma\tpos\tcount\tsource'] + tags) + '\n', encoding='utf-8')
    (folder / 'wordnet_adjectives_en.tsv').write_text('\n'.join(rows) + '\n', encoding='utf-8')


main()
