"""Forms of verbs from a row of a verb table: [(form, "FLAG FLAG")].

Dutch: `stem` (first person: informeer), `past` (informeerde), `past_plural`, `participle` (geïnformeerd); what is left out is
derived for a regular verb. English: `past`, `participle`, `third`, `ing`, each only where the rule gives another one.
"""
import re

VOWELS = 'aeiouy'
DUTCH_VOWEL = r'(?:aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|aai|ooi|oei|eeu|ieu|[aeiouyëïöüéè])'


def dutch_stem(infinitive):
    """werken → werk, maken → maak, zetten → zet, leven → leef, reizen → reis. Unstressed e (wandelen → wandel) needs `stem`."""
    stem = infinitive[:-2] if infinitive.endswith('en') else infinitive[:-1]
    if infinitive.endswith('iëren'):
        return infinitive[:-5] + 'ieer'
    if infinitive.endswith('eëren'):
        return infinitive[:-5] + 'eëer'
    if re.search(r'([bdfgklmnprstvz])\1$', stem):
        stem = stem[:-1]
    elif re.search(r'(^|[^aeiou])[aeou][bdfgklmnprstvz]$', stem) or stem.endswith('uer'):
        stem = stem[:-1] + stem[-2] + stem[-1]
    elif re.search(r'ië$|oë$', infinitive[:-1]):
        stem = infinitive[:-2]
    return stem[:-1] + {'v': 'f', 'z': 's'}.get(stem[-1], stem[-1])


def dutch_weak_past(infinitive, stem):
    """-te after t k f s ch p x (before devoicing), else -de."""
    voiceless = infinitive[:-2].endswith(('t', 'k', 'f', 's', 'ch', 'p', 'x', 'sh', 'c'))
    return stem + ('te' if voiceless else 'de')


INSEPARABLE = ('be', 'ge', 'her', 'er', 'ont', 'ver')


def dutch_weak_participle(infinitive, stem):
    ending = 't' if dutch_weak_past(infinitive, stem).endswith('te') else 'd'
    core = stem if stem.endswith(ending) else stem + ending
    if re.match(rf'({"|".join(INSEPARABLE)})[^aeiou]*{DUTCH_VOWEL}', stem) and len(stem) > 4:
        return core
    if core[0] in 'eiu' and core[:2] not in ('ij', 'ui'):
        return 'ge' + {'e': 'ë', 'i': 'ï', 'u': 'ü'}[core[0]] + core[1:]
    return 'ge' + core


def dutch_inflected(participle):
    """The participle before a noun: gemaakt → gemaakte, gezet → gezette, besteed → bestede; besloten stays."""
    if participle.endswith('en'):
        return participle
    if re.search(r'(aa|ee|oo|uu)[dt]$', participle):
        return participle[:-2] + participle[-1] + 'e'
    if re.search(r'(^|[^aeiouëïöü])[aeiouëï][dt]$', participle) and not participle.endswith(('igd', 'iet')):
        return participle + participle[-1] + 'e'
    return participle + 'e'


def dutch_verb(row):
    infinitive = row['infinitive']
    stem = row['stem'] or dutch_stem(infinitive)
    past = row['past'] or dutch_weak_past(infinitive, stem)
    past_plural = row['past_plural'] or (past + 'n' if past.endswith('e') else past + 'en')
    forms = [(infinitive, 'INFINITIVE'), (infinitive, 'FINITE PLURAL')]
    for one in stem.split('|'):
        forms += [(one, 'FINITE FIRST')]
        forms += [(one if one.endswith('t') else one + one[-1] + 't' if one[-1] in 'ao' else one + 't', 'FINITE THIRD')]
    for one in past.split('|'):
        forms += [(one, 'FINITE PAST')]
    for one in past_plural.split('|'):
        forms += [(one, 'FINITE PAST PLURAL')]
    for one in (row['participle'] or dutch_weak_participle(infinitive, stem)).split('|'):
        if one != '-':
            forms += [(one, 'PARTICIPLE'), (dutch_inflected(one), 'PARTICIPLE')]
    present = infinitive + 'd' if infinitive.endswith('n') else infinitive + 'nd'
    forms += [(present, 'PRESENT_PARTICIPLE'), (present + 'e', 'PRESENT_PARTICIPLE')]
    return list(dict.fromkeys(forms))


def english_doubles(verb):
    """stop → stopped: one vowel, one consonant, one syllable. Longer ones (commit) come with their forms in the table."""
    return re.fullmatch(r'[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]', verb) is not None


def english_third(verb):
    """adopts, passes, applies; the plural of nouns is made in the same way."""
    if verb.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')):
        return verb + 'es'
    if verb.endswith('y') and verb[-2:-1] not in VOWELS[:5]:
        return verb[:-1] + 'ies'
    return verb + 's'


def english_verb(row):
    verb = row['infinitive']
    double = verb + verb[-1] if english_doubles(verb) else verb
    if verb.endswith('e'):
        past, ing = verb + 'd', (verb if verb.endswith(('ee', 'oe', 'ye')) else verb[:-2] + 'y' if verb.endswith('ie') else verb[:-1]) + 'ing'
    elif verb.endswith('y') and verb[-2:-1] not in VOWELS[:5]:
        past, ing = verb[:-1] + 'ied', verb + 'ing'
    else:
        past, ing = double + 'ed', double + 'ing'
    past = row['past'] or past
    forms = [(verb, 'INFINITIVE'), (verb, 'FINITE'), (row['third'] or english_third(verb), 'FINITE THIRD')]
    forms += [(p, 'FINITE PAST') for p in past.split('|')]
    forms += [(p, 'PARTICIPLE') for p in (row['participle'] or past).split('|')]
    forms += [(i, 'PRESENT_PARTICIPLE') for i in (row['ing'] or ing).split('|')]
    return list(dict.fromkeys(forms))
