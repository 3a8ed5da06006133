"""Reads data/lexicon/*.tsv into one vocabulary: lemmas with classes, forms with senses, phrases, pairs.

The columns that a table's first line names decide what its rows are (data/README.md):
  infinitive …   a verb; its forms are made by lexicon_inflect
  form …         words or phrases as they are written
  verb word …    a verb and a word that together make another lemma
  lemma …        classes for lemmas that other tables have

Rows that cannot be understood end the build, each with file:line and cause.
"""
import re
import sys
from pathlib import Path

import lexicon_inflect as inflect

POS = ['NONE', 'NOUN', 'PROPN', 'VERB', 'AUX', 'ADJ', 'ADV', 'PRON', 'DET', 'ADP', 'CCONJ', 'SCONJ', 'NUM', 'PART', 'INTJ', 'PUNCT', 'SYM']
FORMS = {'FINITE': 1, 'PAST': 2, 'PLURAL': 4, 'INFINITIVE': 8, 'PARTICIPLE': 16, 'PRESENT_PARTICIPLE': 32, 'TE': 64,
         'IMPERATIVE': 128, 'FIRST': 256, 'THIRD': 512}
LANGUAGES = {'': 0, 'nl': 1, 'en': 2}
COLUMNS = {'form', 'plural', 'inflected', 'lemma', 'pos', 'lang', 'forms', 'classes', 'source', 'infinitive', 'stem', 'past', 'past_plural',
           'participle', 'particle', 'verb', 'word', 'third', 'ing', 'note', 'names', 'id', 'kind', 'part_of', 'count'}


class Problem(Exception):
    pass


def class_list(definition):
    """{name: (number, value is a string)}; the numbers as in src/lexicon/lexicon.h."""
    found = re.findall(r'^(X|FREQUENT)\((\w+), "((?:[^"\\]|\\.)*)"\)', Path(definition).read_text(), re.M)
    frequent = [name for macro, name, _ in found if macro == 'FREQUENT']
    shared = [name for macro, name, _ in found if macro == 'X']
    first, bits = len(frequent) + 1, 63 - len(frequent)
    numbers = {name: i + 1 for i, name in enumerate(frequent)}
    numbers |= {name: first + i % bits + 64 * (i // bits) for i, name in enumerate(shared)}
    return {name: (numbers[name], re.search(r'\bstring\b', meaning) is not None) for _, name, meaning in found}


def tokens(form):
    """The tokens of a form: blanks part them, and , ( ) stand alone."""
    return re.sub(r'(?<=\S)([,)])|(\()(?=\S)', lambda m: f' {m[1]}' if m[1] else f'{m[2]} ', form).split()


class Vocabulary:
    def __init__(self, classes):
        self.classes = classes
        self.lemmas = {}      # (spelling, pos, lang) -> {class number: (value, where)}
        self.words = {}       # form -> {(lemma key, forms): None}, in order of appearance
        self.phrases = {}     # tuple of tokens -> lemma key
        self.phrase_lemmas = {}   # tuple of tokens -> {lemma key: None}, in order of appearance
        self.pairs = []       # (verb, lang, word, lemma key)
        self.verbs = {}       # (infinitive, lang) -> its forms
        self.counts = {}      # lemma key -> how often a text has it
        self.late = []        # rows that need all others first
        self.problems = []

    def lemma(self, spelling, pos, lang):
        key = (spelling, pos, lang)
        self.lemmas.setdefault(key, {})
        return key

    def classify(self, key, text, where):
        for item in text.split():
            name, _, value = item.partition('=')
            if name not in self.classes:
                raise Problem(f'unknown class "{name}"')
            number, is_text = self.classes[name]
            if not is_text:
                if value and not re.fullmatch(r'-?\d+', value):
                    raise Problem(f'value of {name} must be a number, not "{value}"')
                value = int(value or 1)
                if not -2**31 < value < 2**31:
                    raise Problem(f'value of {name} needs more than 32 bits')
            old = self.lemmas[key].setdefault(number, (value, where))
            if old[0] != value:
                raise Problem(f'"{key[0]}" has {name}={old[0]} already ({old[1]})')

    def add(self, form, key, forms=0):
        parts = tokens(form)
        if not parts:
            raise Problem('a form is empty')
        if len(parts) == 1:
            self.words.setdefault(parts[0], {}).setdefault((key, forms))
        else:
            self.phrase_lemmas.setdefault(tuple(parts), {}).setdefault(key)

    def read(self, path):
        default_lang = re.search(r'_(nl|en)\.tsv$', path.name)
        header = None
        for number, line in enumerate(path.read_text(encoding='utf-8').split('\n'), 1):
            line = line.rstrip('\r')
            if not line.strip() or line.startswith('#'):
                continue
            where = f'{path}:{number}'
            cells = line.split('\t')
            try:
                if header is None:
                    unknown = [c for c in cells if c not in COLUMNS]
                    if unknown:
                        raise Problem(f'unknown column "{unknown[0]}"')
                    header = cells
                    continue
                if len(cells) > len(header):
                    raise Problem(f'{len(cells)} cells under {len(header)} columns')
                row = dict.fromkeys(COLUMNS, '') | dict(zip(header, (c.strip() for c in cells)))
                row['lang'] = row['lang'] or (default_lang[1] if default_lang else '')
                if row['lang'] not in LANGUAGES:
                    raise Problem(f'unknown language "{row["lang"]}"')
                self.read_row(header, row, where)
            except Problem as problem:
                self.problems.append(f'{where}: {problem}')
                if header is None:
                    return

    def read_row(self, header, row, where):
        lang = LANGUAGES[row['lang']]
        if 'infinitive' in header:
            self.read_verb(row, lang, where)
        elif 'form' in header:
            self.read_form(row, lang, where)
        elif 'verb' in header:
            self.late.append((self.read_pair, row, lang, where))
        elif 'lemma' in header:
            self.late.append((self.read_classes, row, lang, where))
        else:
            raise Problem('the columns say neither form, infinitive, verb nor lemma')

    def pos_of(self, row, form):
        name = row['pos'] or ('PROPN' if form[:1].isupper() else 'NOUN')
        if name not in POS:
            raise Problem(f'unknown part of speech "{name}"')
        return POS.index(name)

    def read_form(self, row, lang, where):
        if not row['form']:
            raise Problem('no form')
        alternatives = [f.strip() for f in row['form'].split('|')]
        if row['lemma'] == '=':         # each its own lemma
            for form in alternatives:
                self.read_form(row | {'form': form, 'lemma': form}, lang, where)
            return
        pos = self.pos_of(row, alternatives[0])
        forms = 0
        for name in row['forms'].split():
            if name not in FORMS:
                raise Problem(f'unknown form "{name}"')
            forms |= FORMS[name]
        key = self.lemma(row['lemma'] or alternatives[0], pos, lang)
        for form in alternatives:
            self.add(form, key, forms)
        for form in filter(None, row['plural'].split('|')):
            self.add(form.strip(), key, forms | FORMS['PLURAL'])
        for form in filter(None, row['inflected'].split('|')):
            self.add(form.strip(), key, forms)
        self.classify(key, row['classes'], where)

    def read_verb(self, row, lang, where):
        infinitive = row['infinitive']
        if not infinitive:
            raise Problem('no infinitive')
        pos = self.pos_of(row, 'x') if row['pos'] else POS.index('VERB')
        key = self.lemma(infinitive, pos, lang)
        self.classify(key, row['classes'], where)
        if row['particle']:
            self.late.append((self.read_separable, row | {'pos': pos}, lang, where))
            return
        forms = inflect.dutch_verb(row) if lang == LANGUAGES['nl'] else inflect.english_verb(row)
        self.verbs[infinitive, lang] = forms
        for form, flags in forms:
            self.add(form, key, sum(FORMS[f] for f in flags.split()))

    def read_separable(self, row, lang, where):
        """`toezeggen` with particle `toe`: forms of `zeggen` with `toe` before them, and the pair (zeggen, toe)."""
        infinitive, particle = row['infinitive'], row['particle']
        if not infinitive.startswith(particle):
            raise Problem(f'"{infinitive}" does not begin with "{particle}"')
        base = infinitive[len(particle):]
        if (base, lang) not in self.verbs:
            raise Problem(f'no table has its verb "{base}"')
        key = (infinitive, row['pos'], lang)
        for form, flags in self.verbs[base, lang]:
            self.add(particle + form, key, sum(FORMS[f] for f in flags.split()))
        self.pairs.append((base, lang, particle, key))

    def read_pair(self, row, lang, where):
        verbs, words = row['verb'].split('|'), row['word'].split('|')
        key = self.lemma(row['lemma'] or f'{words[0]} {verbs[0]}', POS.index('VERB'), lang)
        for verb in verbs:
            if not any((verb, POS.index(p), lang) in self.lemmas for p in ('VERB', 'AUX')):
                raise Problem(f'no table has the verb "{verb}"')
            for word in words:
                if len(tokens(word)) != 1:
                    raise Problem(f'"{word}" is not one word')
                self.words.setdefault(word, {})
                self.pairs.append((verb, lang, word, key))
        self.classify(key, row['classes'], where)

    def read_classes(self, row, lang, where):
        if not row['lemma']:
            raise Problem('no lemma')
        if row['count'] and not row['count'].isdigit():
            raise Problem(f'"{row["count"]}" is no count')
        missing = []
        for lemma in row['lemma'].split('|'):
            pos = self.pos_of(row, lemma)
            key = (lemma, pos, lang)
            if key not in self.lemmas:
                if row['count']:
                    continue
                if ' ' not in lemma:
                    missing.append(f'"{lemma}"')
                    continue
                self.add(lemma, self.lemma(*key))
            self.classify(key, row['classes'], where)
            self.counts[key] = int(row['count'] or self.counts.get(key, 0))
        if missing:
            raise Problem(f'no table has as {row["pos"]}: {", ".join(missing)}')

    def finish(self):
        while self.late:      # separable verbs of separable verbs do not occur; one round each is enough
            rows, self.late = self.late, []
            for action, row, lang, where in rows:
                try:
                    action(row, lang, where)
                except Problem as problem:
                    self.problems.append(f'{where}: {problem}')
        if self.problems:
            sys.exit('\n'.join(self.problems))
        # A phrase has one lemma: of several that tables give it the one that says most, with the classes of all. ("no later than" stands in
        # a table as a form of "not only", which has none: it must not lend that its own.)
        for parts, keys in self.phrase_lemmas.items():
            self.phrases[parts] = first = max(keys, key=lambda k: len(self.lemmas[k]))
            for other in keys:
                for number, value in self.lemmas[other].items():
                    self.lemmas[first].setdefault(number, value)


def read_all(paths, definition):
    vocabulary = Vocabulary(class_list(definition))
    for path in sorted(map(Path, paths), key=lambda p: p.name):
        vocabulary.read(path)
    vocabulary.finish()
    return vocabulary
