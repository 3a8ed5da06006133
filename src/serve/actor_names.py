"""Names of actors for people, from the vocabulary: actor_names.py OUT.json TABLE.tsv…, earlier tables before later ones.

The first form of an identifier in a language is its name there, or another form of that line that it begins with ("Tweede Kamer" of
"Tweede Kamer der Staten-Generaal"); a minister is "minister van" and the longest form of the portfolio:
NL-TK → {"nl": "Tweede Kamer", "en": "House of Representatives"}, NL-MIN-DEF → {"nl": "minister van Defensie", …}.
"""
import json
import sys

MINISTER = {'nl': 'minister van {}', 'en': 'Minister for {}'}
names, portfolios = {}, {}
for path in sys.argv[2:]:
    lines = [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8') if not line.startswith('#')]
    form_at, lang_at, classes_at = (lines[0].index(name) for name in ('form', 'lang', 'classes'))
    for columns in lines[1:]:
        if len(columns) < len(lines[0]) or columns[form_at].startswith('~'):
            continue
        forms, lang = columns[form_at].split('|'), columns[lang_at]
        for each in columns[classes_at].split():
            kind, _, value = each.partition('=')
            if value.startswith('~'):
                continue
            for one in [lang] if lang else ['nl', 'en']:
                if kind in ('ACTOR', 'ACTOR_GROUP', 'ACTOR_PERSON', 'STATE'):
                    names.setdefault(value, {}).setdefault(one, min((form for form in forms if forms[0].startswith(form)), key=len))
                elif kind == 'ROLE':
                    names.setdefault('NL-' + value, {}).setdefault(one, forms[0])
                elif kind == 'PORTFOLIO':
                    known = portfolios.setdefault(value, {}).get(one, '')
                    portfolios[value][one] = max([known, *forms], key=len)
for portfolio, by_language in portfolios.items():
    for lang, name in by_language.items():
        names.setdefault('NL-MIN-' + portfolio, {}).setdefault(lang, MINISTER[lang].format(name))
with open(sys.argv[1], 'w', encoding='utf-8') as out:
    json.dump(names, out, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
