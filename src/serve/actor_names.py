"""Names of actors for people, from the vocabulary: actor_names.py OUT.json data/lexicon/actors*.tsv

The first form of an identifier in a language is its name there; a minister is "minister van" and the longest form of the portfolio:
NL-TK → {"nl": "Tweede Kamer", "en": "House of Representatives"}, NL-MIN-DEF → {"nl": "minister van Defensie", …}.
"""
import json
import sys

MINISTER = {'nl': 'minister van {}', 'en': 'Minister for {}'}
names, portfolios = {}, {}
for path in sys.argv[2:]:
    for line in open(path, encoding='utf-8'):
        columns = line.rstrip('\n').split('\t')
        if line.startswith('#') or len(columns) < 5 or '=' not in columns[4]:
            continue
        forms, lang = columns[0].split('|'), columns[3]
        for each in columns[4].split():
            kind, _, value = each.partition('=')
            if value.startswith('~') or columns[0].startswith('~'):
                continue
            for one in [lang] if lang else ['nl', 'en']:
                if kind in ('ACTOR', 'ACTOR_GROUP', 'ACTOR_PERSON', 'STATE'):
                    names.setdefault(value, {}).setdefault(one, forms[0])
                elif kind == 'PORTFOLIO':
                    known = portfolios.setdefault(value, {}).get(one, '')
                    portfolios[value][one] = max([known, *forms], key=len)
for portfolio, by_language in portfolios.items():
    for lang, name in by_language.items():
        names.setdefault('NL-MIN-' + portfolio, {}).setdefault(lang, MINISTER[lang].format(name))
with open(sys.argv[1], 'w', encoding='utf-8') as out:
    json.dump(names, out, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
