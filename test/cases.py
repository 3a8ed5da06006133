#!/usr/bin/env python3
"""Run the cases of test/cases/*.test: a text, and what griffie must find in it.

    test/cases.py [--griffie PROGRAM] [FILE.test …]

A case, readable and writable by anyone who knows the guideline:

    # A promise to the House with a season
    @ lang=nl date=2021-06-25 genre=letter
    Ik zal uw Kamer vóór het zomerreces
    hierover informeren.
    commitment | Ik zal uw Kamer … informeren | addressee_id=NL-TK due=2021-07-02 due.anchor=SEASON
    timex | vóór het zomerreces | mod=BEFORE

`# ` opens a case and says what it shows. `@` is what the reader is told of the record (lang, date, genre, issuer); it holds for the
cases below it until the next. Then the text, as it stands in a record: line breaks count. Then a line for each thing to be found:
kind, its words ("…" stands for any words between; line breaks are blanks), and slots that must have that value.

- Kinds: the twelve kinds of statement, the four of mention (timex quantity reference actor), sentence, token, error.
- When a case names a kind, its list must be complete: nothing else of that kind may be found. The ten tracked and linking kinds of
  statement count as one; position and report each stand alone; tokens need not be complete. A line with "…" alone lifts this.
- `no request`: none of that kind. `no statement`: none that is tracked or linking.
- Slots: `due=V` compares its value, else its text; `due.anchor=V` a part; `references=A` one of a list; `addressee_id=` must be absent;
  values with blanks stand in double quotes."""
import argparse, json, os, pathlib, re, subprocess, sys

here = pathlib.Path(__file__).resolve().parent
CONTEXT_KINDS = {'position', 'report'}
WANTED = {'decision', 'tasking', 'request', 'commitment', 'plan', 'intention', 'reaffirmation', 'condition', 'discharge', 'refusal'}
MENTIONS = {'timex', 'quantity', 'reference', 'actor'}
KINDS = WANTED | CONTEXT_KINDS | MENTIONS | {'sentence', 'token', 'error'}
LINE = re.compile(r'(%s) \|(.*)' % '|'.join(sorted(KINDS)))
NONE = re.compile(r'no (%s|statement|mention)$' % '|'.join(sorted(KINDS)))
SLOT = re.compile(r'([\w.]+)=("[^"]*"|\S*)')
NAMES = {'issuer': 'issuer_id'}          # of the context, as `read --stream` calls them


def normal(text):
    return ' '.join(text.split())


class Case:
    def __init__(self, path, number, title, context):
        self.path, self.number, self.title, self.context = path, number, title, context
        self.text, self.expected, self.none, self.open = [], [], [], False

    def add(self, line, number):
        found = LINE.match(line)
        if found:
            words, _, slots = found[2].partition(' | ')
            unknown = SLOT.sub('', slots).strip()
            if unknown:
                sys.exit(f'{self.path}:{number}: not slot=value: {unknown}')
            self.expected.append((found[1], normal(words), [(k, v.strip('"')) for k, v in SLOT.findall(slots)], number))
        elif NONE.match(line):
            self.none.append((NONE.match(line)[1], number))
        elif line.strip() == '…' and (self.expected or self.none):
            self.open = True
        elif (self.expected or self.none) and line.strip():
            sys.exit(f'{self.path}:{number}: no expectation: {line.strip()}')
        elif not self.expected and not self.none:
            self.text.append(line)

    def record(self, name):
        context = {NAMES.get(k, k): v for k, v in self.context.items()}
        with_ = [w for w, kind in (('sentences', 'sentence'), ('tokens', 'token')) if any(e[0] == kind for e in self.expected)]
        return {'record': name, 'text': '\n'.join(self.text).strip('\n') + '\n', **context, **({'with': with_} if with_ else {})}


def load(path):
    cases, context = [], {}
    for number, line in enumerate(path.read_text('utf-8').split('\n'), 1):
        if line.startswith('# '):
            cases.append(Case(path, number, line[2:].strip(), context))
        elif line.startswith('@'):
            context = dict(pair.split('=', 1) for pair in line[1:].split())
            if cases and not cases[-1].text:
                cases[-1].context = context
        elif cases:
            cases[-1].add(line, number)
        elif line.strip():
            sys.exit(f'{path}:{number}: a case begins with "# "')
    for case in cases:
        if not case.expected and not case.none:
            sys.exit(f'{path}:{case.number}: the case expects nothing')
    return cases


def kind_of(thing):
    return thing['kind'] if thing['type'] in ('statement', 'mention') else thing['type']


def words_of(thing):
    return normal(thing.get('text_norm') or thing.get('text') or thing.get('code') or '')


def same_words(pattern, words):
    return re.fullmatch('.*'.join(re.escape(part.strip()) for part in pattern.split('…')), words) is not None


def slot_right(thing, name, want):
    at = thing
    for part in name.split('.'):
        at = at.get(part) if isinstance(at, dict) else None
    if isinstance(at, list):
        return any(want in (str(x.get('value')), str(x.get('number')), normal(x.get('text', '')), str(x.get('target'))) if isinstance(x, dict)
                   else normal(str(x)) == want for x in at) if want else not at
    if isinstance(at, dict):
        at = at.get('value', at.get('text'))
    if isinstance(at, bool):
        at = str(at).lower()
    return normal(str(at)) == want if at is not None else want == ''


def shown(thing):
    slots = [f'{k}={json.dumps(v, ensure_ascii=False)}' for k, v in thing.items()
             if k not in ('type', 'record', 'id', 'kind', 'start', 'end', 'text', 'text_norm', 'block', 'section', 'cue', 'confidence')]
    return f'{kind_of(thing)} | {words_of(thing)} | {" ".join(slots)}'


def judge(case, things):
    """What is wrong with it, one line each."""
    wrong, used = [], set()
    for kind, words, slots, number in case.expected:
        mine = [i for i, t in enumerate(things) if kind_of(t) == kind and i not in used and same_words(words, words_of(t))]
        right = [i for i in mine if all(slot_right(things[i], *slot) for slot in slots)]
        if right:
            used.add(right[0])
        elif mine:
            used.add(mine[0])
            bad = ', '.join(f'{k}={v}' for k, v in slots if not slot_right(things[mine[0]], k, v))
            wrong.append(f'{case.path}:{number}: {bad} not so:\n      {shown(things[mine[0]])}')
        else:
            wrong.append(f'{case.path}:{number}: not found: {kind} | {words}')
    def listed(kind):
        named = {e[0] for e in case.expected}
        return bool(named & WANTED) if kind in WANTED else kind in named and kind not in ('token', 'error')
    for i, thing in enumerate(things):
        kind = kind_of(thing)
        if i not in used and not case.open and listed(kind):
            wrong.append(f'{case.path}:{case.number}: not asked for: {shown(thing)}')
        for none, number in case.none:
            if none == kind or (none == 'statement' and kind in WANTED) or (none == 'mention' and kind in MENTIONS):
                if not listed(kind):
                    wrong.append(f'{case.path}:{number}: there is one: {shown(thing)}')
    return wrong


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    a.add_argument('--griffie', default=os.environ.get('GRIFFIE') or str(here.parent / 'build/src/cli/griffie'))
    a.add_argument('files', nargs='*', type=pathlib.Path)
    a = a.parse_args()
    cases = [case for path in a.files or sorted((here / 'cases').glob('*.test')) for case in load(path)]
    lines = ''.join(json.dumps(case.record(f'case-{i}'), ensure_ascii=False) + '\n' for i, case in enumerate(cases))
    done = subprocess.run([a.griffie, 'read', '--stream'], input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = {f'case-{i}': [] for i in range(len(cases))}
    for line in done.stdout.decode().split('\n'):
        thing = json.loads(line) if line else {'type': 'end'}
        if thing['type'] not in ('record', 'end'):
            found[thing.get('record') or thing['source']].append(thing)
    if done.returncode not in (0, 1):
        sys.exit(f'griffie read --stream ended with {done.returncode}')
    failed = 0
    for i, case in enumerate(cases):
        wrong = judge(case, found[f'case-{i}'])
        failed += bool(wrong)
        if wrong:
            print(f'  {case.title}', *wrong, sep='\n    ')
    print(f'{len(cases) - failed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
