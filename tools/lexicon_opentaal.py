#!/usr/bin/env python3
"""Makes data/lexicon/opentaal_*_nl.tsv from the OpenTaal word list: Debian's hunspell-nl (parts of speech by affix flag) and wdutch (all forms).

usage: lexicon_opentaal.py DATA_LEXICON [--dic /usr/share/hunspell/nl_NL.dic --aff … --words /usr/share/dict/dutch]

Verbs are infinitives (flag Vi) whose forms the list confirms: of several possible stems (luister, luisteer) the one of which the list
has more forms. Nouns and adjectives that griffie takes apart anyway (lexicon_compound_head) are left out, unless a text given with --keep
has them. The irregular ones come from verbs_nl.tsv, with every prefix and particle the list has. Run by hand when the list is renewed.
"""
import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

import lexicon_inflect as inflect

PARTICLES = '''aan achter achterna achterover achteruit af bij bijeen binnen boven buiten dicht dood door droog fijn gade gelijk gereed goed groot
heen hoog in ineen klaar kwijt langs leeg los mede mee mis na naar neer om omhoog omlaag omver onder op open over overeen plaats plat
rond samen schoon schuil stand stil stop stuk tegemoet tegen tekort teleur teloor teneer teniet tentoon terecht terug teweeg thuis toe
uit uiteen vast veilig vol voor vooraf voorbij voorop voort vooruit vrij waar weer weg zeker bekend beschikbaar openbaar achterwege buitenspel
kennis deel ter neder rechts bloot aaneen achterom achterop vorm zorg les recht raad prijs'''.split()
LINKS = ('', 's', 'e', 'en', 'n')
PREFIXES = ('be', 'ge', 'her', 'er', 'ont', 'ver', 'onder', 'over', 'door', 'om', 'voor', 'vol', 'mis', 'weer', 'aan', 'achter', 'mede')


def read_dictionary(dic, aff):
    rules = defaultdict(list)
    for line in Path(aff).read_text(encoding='utf-8').replace('ĳ', 'ij').splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] in ('SFX', 'PFX') and parts[2] not in 'YN':
            rules[parts[1]].append((parts[0], '' if parts[2] == '0' else parts[2], parts[3].split('/')[0].replace('0', ''), parts[4]))
    entries = []
    for line in Path(dic).read_text(encoding='utf-8').splitlines()[1:]:
        word, _, flags = line.split('\t')[0].strip().replace('ĳ', 'ij').replace('Ĳ', 'IJ').partition('/')
        entries.append((word, re.findall('..', flags)))
    return entries, rules


def apply(word, flag, rules):
    found = []
    for kind, strip, add, condition in rules[flag]:
        if kind == 'PFX':
            found.append(add + word)
        elif word.endswith(strip) and re.search(condition + '$', word):
            found.append(word[:len(word) - len(strip)] + add)
    return found


# Verbs that hardly occur, but whose forms are words that do: wellen (wel), waren (waar), nieten (niet), mennen (men), sloten (of sluiten).
EXCLUDED = set('''baden beiden bekwamen beteren bevochten bleken bogen boorden braken buiten dorsten dubbelen genoegen gisten groeven haren hemmen
hieuwen hogen hosten jijen jouen jouwen kisten kozen lasten legen leken logen louteren mennen meren mijnen misten mitsen netten
nieten niksen plussen reden risten schonen schoren schoven sloten spelden stalen stillen stoven strikken vasten velen verwezen
verzagen vochten vollen voorspelden vrijen wannen wanten waren weken welken wellen wonden zagen zogen zonnen'''.split())
NOUN_FLAGS = {'Za', 'Zb', 'Zc', 'Zd', 'Ze', 'Zf', 'Zg', 'Zh', 'Zi', 'Zj', 'Zk', 'Zl', 'Zm', 'Zn', 'Zo', 'Zu', 'Zx'}
ADJECTIVE_FLAGS = ['Aa', 'Al', 'Am', 'An', 'Ar', 'Ab', 'Ac', 'Ad', 'Ae', 'Ao', 'Ap', 'Aq', 'As', 'Ay', 'Ax']
SINGULAR_FLAGS = {'Ya', 'Yb', 'Yc', 'Yd', 'Ye', 'Yf', 'Cc', 'Ch', 'Ca', 'Cd'}


def nouns_and_adjectives(entries, rules):
    nouns, adjectives, names = {}, {}, set()
    for word, flags in entries:
        if re.search(r"[^a-zàâäéèêëïîöôüûçñ'’-]", word) or len(word) < 2:
            if 'PN' in flags and re.fullmatch(r"[A-ZÀ-Ý][a-zà-ÿ'-]{2,}", word):
                names.add(word)
            continue
        if 'Fw' in flags and len(flags) == 1:
            continue
        plurals = [p for f in flags if f in NOUN_FLAGS for p in apply(word, f, rules) if not p.endswith('-')]
        is_adjective = any(f in ('Aa', 'Al', 'Am', 'An', 'Ar') for f in flags)
        if is_adjective:
            forms = adjectives.get(word, []) + [p for f in ADJECTIVE_FLAGS if f in flags for p in apply(word, f, rules)]
            if word.endswith('ief'):
                forms.append(word[:-1] + 'ver')
            forms += [f + 'e' for f in forms if f.endswith('er')]       # hoger, hogere
            adjectives[word] = list(dict.fromkeys(forms))
        if plurals or (SINGULAR_FLAGS & set(flags) and not is_adjective and 'Vi' not in flags and 'V3' not in flags):
            nouns.setdefault(word, []).extend(p for p in plurals if p not in nouns.get(word, []))
        elif SINGULAR_FLAGS & set(flags) and any(f[0] in 'YZ' for f in flags):
            nouns.setdefault(word, [])
    return nouns, adjectives, names


def is_compound(word, heads, modifiers):
    """A word that lexicon_compound_head takes apart into a known modifier and a known head of the same part of speech."""
    for at in range(3, len(word) - 3):
        if word[at:] in heads:
            part = word[:at]
            if any(part.endswith(link) and len(part) - len(link) >= 3 and part[:len(part) - len(link)] in modifiers for link in LINKS):
                return True
    return False


def infinitives(entries, rules):
    found = set()
    for word, flags in entries:
        if 'Vi' in flags and re.fullmatch(r"[a-zéèëïöü'-]+n", word) and len(word) > 3:
            found.add(word)
            for flag in flags:
                if flag[0] == 'P' and flag in rules and rules[flag][0][0] == 'PFX':
                    found.update(apply(word, flag, rules))
    return found


def stems(infinitive):
    regular = inflect.dutch_stem(infinitive)
    plain = infinitive[:-2]
    plain = plain[:-1] + {'v': 'f', 'z': 's'}.get(plain[-1], plain[-1]) if plain else plain
    return list(dict.fromkeys([regular, plain]))


def weak(infinitive, words):
    """(stem, past, participle) with most forms in the list; None if the list has none."""
    best = None
    for stem in stems(infinitive):
        past = inflect.dutch_weak_past(infinitive, stem)
        participle = inflect.dutch_weak_participle(infinitive, stem)
        end = participle[-1]
        core = stem if stem.endswith(end) else stem + end
        bare = [core] if infinitive.startswith(PREFIXES) else []
        for candidate in dict.fromkeys([participle, 'ge' + core, *bare]):
            score = 2 * (candidate in words) + (past in words) + (stem in words) + ((stem if stem.endswith('t') else stem + 't') in words)
            if candidate in words and (best is None or score > best[0]):
                best = (score, stem, past, candidate)
    return best[1:] if best and best[0] >= 4 else None


def read_strong(path):
    rows = {}
    header = None
    for line in Path(path).read_text(encoding='utf-8').splitlines():
        if line.startswith('#') or not line.strip():
            continue
        cells = line.split('\t')
        if header is None:
            header = cells
            continue
        row = dict(zip(header, cells))
        if row.get('participle'):
            rows[row['infinitive']] = row
    return rows


def prefixed(infinitive, strong, words):
    """A row for a verb that is an irregular one with a prefix (overwegen from wegen), by the participle that the list has."""
    for base in sorted(strong, key=len, reverse=True):
        if not infinitive.endswith(base) or infinitive == base:
            continue
        prefix, row = infinitive[:-len(base)], strong[base]
        if prefix in PREFIXES:
            bare = [p[2:] if p.startswith('ge') else p for p in row['participle'].split('|')]
            for participle in bare:
                if prefix + participle in words and f'{prefix}ge{participle}' not in words:
                    def add(cell):
                        return '|'.join(prefix + c for c in cell.split('|'))
                    return {'infinitive': infinitive, 'stem': add(row['stem']), 'past': add(row['past']), 'past_plural': add(row['past_plural']),
                            'participle': prefix + participle}
    return None


def weak_row(infinitive, found):
    stem, past, participle = found
    return {'infinitive': infinitive, 'stem': stem, 'past': past, 'past_plural': '', 'participle': participle}


def unconfirmed(infinitive):
    """Verbs in -eren are regular whether or not the list has their forms (associëren, banaliseren)."""
    if not re.search(r'[^aeio]e?(eren|ëren)$', infinitive):
        return None
    stem = inflect.dutch_stem(infinitive)
    return stem, stem + 'de', inflect.dutch_weak_participle(infinitive, stem)


def again(infinitive, simple):
    """The row of a verb with her- (hervatten): as the verb without it, but never apart, and without ge-."""
    base = simple.get(infinitive[3:]) if infinitive.startswith('her') else None
    if not base or not base.get('participle'):
        return None
    forms = {key: '|'.join('her' + form for form in base.get(key, '').split('|') if form) for key in ('stem', 'past', 'past_plural')}
    participle = base['participle'] if infinitive[3:].startswith('ge') else base['participle'].removeprefix('ge')
    return {'infinitive': infinitive, **forms, 'participle': 'her' + participle}


def separable(infinitive, simple, rows, candidates, words):
    """The row for particle and verb; None if the verb is not separable or stays as it is. A verb that the list has only behind
    particles (nodigen of uitnodigen) gets a row of its own in `rows`."""
    for particle in sorted(PARTICLES, key=len, reverse=True):
        base = infinitive[len(particle):]
        if not infinitive.startswith(particle) or len(base) < 4:
            continue
        row = {'infinitive': infinitive, 'particle': particle}
        if base in simple:
            confirmed = any(particle + p in words for p in simple[base]['participle'].split('|'))
            if infinitive not in rows and (confirmed or not infinitive.startswith(PREFIXES[6:])):
                return row
        elif base not in candidates and infinitive not in rows:
            for stem in stems(base):
                participle = inflect.dutch_weak_participle(base, stem)
                if particle + participle in words:
                    simple[base] = rows[base] = {'infinitive': base, 'stem': stem, 'past': inflect.dutch_weak_past(base, stem), 'past_plural': '',
                                                 'participle': participle}
                    return row
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--dic', default='/usr/share/hunspell/nl_NL.dic')
    parser.add_argument('--aff', default='/usr/share/hunspell/nl_NL.aff')
    parser.add_argument('--keep', nargs='*', default=[], help='texts whose compounds stay')
    parser.add_argument('--words', default='/usr/share/dict/dutch')
    options = parser.parse_args()
    folder = Path(options.folder)
    words = set(Path(options.words).read_text(encoding='utf-8').replace('ĳ', 'ij').split('\n'))
    entries, rules = read_dictionary(options.dic, options.aff)
    for word, flags in entries:
        words.add(word)
        words.update(form for flag in flags if flag[0] in 'PV' for form in apply(word, flag, rules))
        for prefix_flag in flags:
            if prefix_flag[0] == 'P' and prefix_flag != 'PN':
                for form in apply(word, prefix_flag, rules):
                    words.update(whole for flag in flags if flag[0] == 'V' for whole in apply(form, flag, rules))
    strong = read_strong(folder / 'verbs_nl.tsv')

    rows, left = {}, []
    candidates = infinitives(entries, rules)
    for infinitive in sorted(candidates):
        if infinitive in strong:
            continue
        row = prefixed(infinitive, strong, words)
        if row:
            rows[infinitive] = row
    for infinitive in sorted(candidates - set(strong) - set(rows)):
        found = weak(infinitive, words)
        if found and not (infinitive.startswith(tuple(PARTICLES)) and not found[2].startswith('ge')):
            rows[infinitive] = weak_row(infinitive, found)
    simple = strong | rows
    for infinitive in sorted(candidates):    # voorkomen is both: voorkwam, kwam voor
        if infinitive in strong:
            row = separable(infinitive, simple, rows, candidates, words)
            if row and any(row['particle'] + p in words for p in simple[infinitive[len(row['particle']):]]['participle'].split('|')):
                rows[infinitive] = row
            continue
        row = again(infinitive, simple) or separable(infinitive, simple, rows, candidates, words)
        if row:
            rows[infinitive] = row
        elif infinitive not in rows:
            found = weak(infinitive, words) or unconfirmed(infinitive)
            if found:
                rows[infinitive] = weak_row(infinitive, found)
            else:
                left.append(infinitive)
    columns = ['infinitive', 'stem', 'past', 'past_plural', 'participle', 'particle', 'source']
    lines = ['\t'.join(columns)]
    for infinitive in sorted(rows):
        if infinitive[len(rows[infinitive].get('particle', '')):] in EXCLUDED:
            continue
        row = rows[infinitive] | {'source': 'opentaal'}
        lines.append('\t'.join(row.get(c, '') for c in columns))
    (folder / 'opentaal_verbs_nl.tsv').write_text('\n'.join(lines) + '\n', encoding='utf-8')

    nouns, adjectives, names = nouns_and_adjectives(entries, rules)
    used = set()
    for path in options.keep:
        used.update(re.findall(r"[a-zà-ÿ'-]+", Path(path).read_text(encoding='utf-8', errors='replace').lower()))
    modifiers = set(nouns) | set(adjectives) | {row['stem'] for row in rows.values() if row.get('stem')}
    for table in (nouns, adjectives):
        for word in [w for w in table if w not in used and not any(p in used for p in table[w]) and is_compound(w, table, modifiers)]:
            del table[word]
    (folder / 'opentaal_nouns_nl.tsv').write_text('form\tplural\tpos\tsource\n' + ''.join(
        f'{n}\t{"|".join(p)}\tNOUN\topentaal\n' for n, p in sorted(nouns.items())), encoding='utf-8')
    (folder / 'opentaal_adjectives_nl.tsv').write_text('form\tinflected\tpos\tsource\n' + ''.join(
        f'{a}\t{"|".join(f)}\tADJ\topentaal\n' for a, f in sorted(adjectives.items())), encoding='utf-8')
    print(f'{len(rows)} verbs, {sum("particle" in r for r in rows.values())} of them separable, {len(left)} without forms; '
          f'{len(nouns)} nouns, {len(adjectives)} adjectives, {len(names)} names (left out)')
    print('without forms:', ' '.join(left[:400]), file=sys.stderr)


main()
