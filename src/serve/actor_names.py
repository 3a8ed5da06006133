"""Names of actors for people, from the vocabulary: actor_names.py OUT.json TABLE.tsv…, earlier tables before later ones.

The first form of an identifier in a language is its name there, or another form of that line that it begins with:
  NL-TK       "Tweede Kamer" (of "Tweede Kamer der Staten-Generaal"), "House of Representatives"
A minister is "minister van" and the longest form of the portfolio:
  NL-MIN-DEF  "minister van Defensie", "Minister for Defence"
A group named by a word that many bodies share (~HOSG) is that word and the body; its own lines (~HOSG/NATO) say of which:
  NATO-HOSG   "staatshoofden en regeringsleiders (NAVO)", "heads of state and government (NATO)"
"""
import json
import sys

MINISTER = {'nl': 'minister van {}', 'en': 'Minister for {}'}


def rows(path):
    """(forms, languages, class, value) of every class of every word of a table."""
    lines = [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8') if not line.startswith('#')]
    form, lang, classes = (lines[0].index(name) for name in ('form', 'lang', 'classes'))
    for columns in lines[1:]:
        if len(columns) == len(lines[0]):
            for each in columns[classes].split():
                kind, _, value = each.partition('=')
                yield columns[form].split('|'), [columns[lang]] if columns[lang] else ['nl', 'en'], kind, value


def read(paths):
    names, portfolios, shared = {}, {}, []
    for path in paths:
        for forms, languages, kind, value in rows(path):
            if kind not in ('ACTOR', 'ACTOR_GROUP', 'ACTOR_PERSON', 'STATE', 'ROLE', 'PORTFOLIO'):
                continue
            if forms[0].startswith('~'):
                word, _, body = forms[0].partition('/')
                if body:
                    shared.append((value, word, body))
                continue
            for lang in languages:
                if kind == 'PORTFOLIO':
                    known = portfolios.setdefault(value, {})
                    known[lang] = max([known.get(lang, ''), *forms], key=len)
                else:
                    name = min((form for form in forms if forms[0].startswith(form)), key=len)
                    names.setdefault('NL-' + value if kind == 'ROLE' else value, {}).setdefault(lang, name)
    return names, portfolios, shared


def complete(names, portfolios, shared):
    for portfolio, known in portfolios.items():
        names.setdefault('NL-MIN-' + portfolio, {lang: MINISTER[lang].format(name) for lang, name in known.items()})
    for value, word, body in shared:
        own = {lang: name if body == '-' else f'{name} ({names.get(body, {}).get(lang, body)})' for lang, name in names.get(word, {}).items()}
        names.setdefault(value, own)
    return {value: name for value, name in names.items() if not value.startswith('~') and name}


with open(sys.argv[1], 'w', encoding='utf-8') as out:
    json.dump(complete(*read(sys.argv[2:])), out, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
