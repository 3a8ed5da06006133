#!/usr/bin/env python3
"""What must hold for every record: run over the examples, the texts of test/cases, and files or folders given.

    test/properties.py [--griffie PROGRAM] [--rewrap] [FILE|FOLDER …]

- every span slices the record's text to the words given with it, slots too;
- lines stand in source order, and what ends a reading counts them;
- reading again gives the same bytes; `read --stream` gives what `read FILE` gives;
- with --rewrap: plain text as it is, unwrapped, and wrapped at 60, 72 and 100 columns has the same statements, all of them. Wrapping
  changes only where lines break inside a paragraph, list item or heading; what tells these apart (blank lines, marks, indents, columns,
  page breaks, footnotes) stays."""
import argparse, collections, json, os, pathlib, re, subprocess, sys, textwrap

here = pathlib.Path(__file__).resolve().parent
failures = []
agreed = [0, 0]


def fail(name, what):
    failures.append(f'{name}: {what}')


def read(griffie, *arguments, stdin=None):
    return subprocess.run([griffie, 'read', *arguments], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def objects(output):
    return [json.loads(line) for line in output.decode().split('\n') if line]


def spans_of(thing, at=''):
    """Every (path, text, span) in it."""
    if isinstance(thing, dict):
        if 'start' in thing and 'text' in thing:
            yield at, thing['text'], (thing['start'], thing['end'])
        if 'span' in thing and 'text' in thing:
            yield at, thing['text'], thing['span']
        for key, value in thing.items():
            if key.endswith('_span') and key != 'source_span':
                yield f'{at}.{key}', thing.get(key[:-5]), value
            yield from spans_of(value, f'{at}.{key}')
    elif isinstance(thing, list):
        for value in thing:
            yield from spans_of(value, at)


def check_reading(name, text, things):
    start = 0
    for thing in things:
        if thing['type'] in ('mention', 'statement'):
            if thing['start'] < start:
                fail(name, f"{thing['id']} stands before what is printed above it")
            start = thing['start']
            if not thing['start'] < thing['end'] <= len(text):
                fail(name, f"{thing['id']} has an empty or impossible span")
        for path, words, (first, last) in spans_of(thing):
            if thing['type'] == 'token' and words != text[first:last].decode('utf-8', 'replace'):
                words = text[first:last].decode('utf-8', 'replace') if '\n' in text[first:last].decode('utf-8', 'replace') else words
            if text[first:last].decode('utf-8', 'replace') != words:
                fail(name, f"{thing.get('id', thing['type'])}{path} [{first},{last}) is {text[first:last]!r}, not {words!r}")
    end = things[-1] if things else {}
    if end.get('type') == 'end':
        for kind in ('mention', 'statement'):
            if end[kind + 's'] != sum(t['type'] == kind for t in things):
                fail(name, f'the end line counts {end[kind + "s"]} {kind}s')


MARK = re.compile(r'\s*(?:[-–—•*]|#+|>|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?= [A-Z]))\s+')
KEY = re.compile(r'\s*(?:\d+\. )?[A-Z][\w()]*(?: [\w()]+){0,3}:\s+|\s*[A-Z]\w*(?: \S+){1,6}:$')


COLUMNS = re.compile(r'[^\s–—•*-] {3,}\S')   # rows of columns are no running text
UNWRAPPED = 160   # columns: a text of longer lines has its paragraphs on a line each


def structured(line):
    """The columns before a line's words: its indent, its list mark, its key. They are where its next lines begin when it is wrapped."""
    found = MARK.match(line) or re.match(r'\s*', line)
    key = KEY.match(line)
    return max(found.end(), key.end() if key else 0), bool(found.group().strip() or key)


def unwrapped(text):
    """Each paragraph, list item, heading and row on a line of its own, as its lines show: one goes on in the next where that has no mark
    or key of its own and its first word would not have fitted behind it or the line ends no sentence, or where it hangs below the words of a list item."""
    paragraphs = [paragraph.split('\n') for paragraph in re.split(r'\n(?:[ \t]*\n)+', text)]
    lengths = sorted(len(line.rstrip()) for lines in paragraphs for line in lines[:-1])
    margin = lengths[len(lengths) * 9 // 10] if lengths else 0
    out = []
    for lines in paragraphs:
        if any(COLUMNS.search(line) for line in lines):
            out.append('\n'.join(lines))
            continue
        whole, item, before = [], 0, ''
        longest = max(map(len, lines))
        edge, ragged = (min(margin, longest), 0.75) if sum(map(bool, lines)) > 2 and longest > margin * 0.5 else (margin, 0.85)
        for line in lines:
            column, marked = structured(line)
            full = len(before) + 1 + len((line.split() or [''])[0]) >= edge or len(before) > edge * ragged and before[-1] not in '.:;?!'
            beside = re.match(' *', line).group() == re.match(' *', whole[-1]).group() if whole else False
            if whole and not marked and margin < UNWRAPPED and (full and (beside or item) or column == item > 0):
                whole[-1] = whole[-1].rstrip() + ' ' + line.strip()
            else:
                whole.append(line)
                item = column if MARK.match(line) and not KEY.match(line) else 0
            before = line.rstrip()
        out.append('\n'.join(whole))
    return '\n\n'.join(out)


def wrapped(text, columns):
    """Wrapped as a printer would: rows of columns stay as they are; what a line has before its words stands once,
    and the lines below hang behind it."""
    def wrap(line):
        column, _ = structured(line)
        if column > columns / 2 and not line[:column].strip():
            return line           # set to the right
        column = column if column < columns / 2 else 2
        return textwrap.fill(line.strip(), columns, initial_indent=re.match(r'\s*', line).group(), subsequent_indent=' ' * column,
                             break_long_words=False, break_on_hyphens=False, expand_tabs=False, replace_whitespace=False, drop_whitespace=True)
    def paragraph(lines):
        return '\n'.join(wrap(line) if len(line) > columns and not any(map(COLUMNS.search, lines)) else line for line in lines)
    return '\n\n'.join(paragraph(part.split('\n')) for part in text.split('\n\n'))


def essence(things):
    """Statements without their places."""
    return [(t['kind'], t['text_norm'], t.get('issuer_id'), t.get('addressee_id'), (t.get('due') or {}).get('value')) for t in things if t['type'] == 'statement']


def check_wrapping(griffie, name, text, context, verbose):
    plain = unwrapped(text)
    def statements(version):
        line = json.dumps({'record': 'r', 'text': version, **context}, ensure_ascii=False).encode() + b'\n'
        return essence(objects(read(griffie, '--stream', stdin=line)))
    want = statements(plain)
    for how, version in [('as it is', text)] + [(f'at {columns} columns', wrapped(plain, columns)) for columns in (60, 72, 100)]:
        got = statements(version)
        missing = list((collections.Counter(want) - collections.Counter(got)).elements())
        rest = list((collections.Counter(got) - collections.Counter(want)).elements())
        agreed[0] += len(want) + len(got) - len(missing) - len(rest)
        agreed[1] += len(want) + len(got)
        if rest or missing:
            fail(name, f'{how} {len(missing)} of {len(want)} statements are not read, {len(rest)} others are')
        for sign, each in [('-', e) for e in missing] + [('+', e) for e in rest]:
            if verbose:
                print(f'{name} {how} {sign} {each}')


def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    a.add_argument('--griffie', default=os.environ.get('GRIFFIE') or str(here.parent / 'build/src/cli/griffie'))
    a.add_argument('--rewrap', action='store_true')
    a.add_argument('--verbose', action='store_true', help='show what differs after wrapping')
    a.add_argument('paths', nargs='*', type=pathlib.Path)
    a = a.parse_args()
    files = []
    for path in a.paths or [here.parent / 'examples']:
        files += sorted(p for p in path.rglob('*') if p.is_file() and not p.name.startswith('.')) if path.is_dir() else [path]
    for path in files:
        first = read(a.griffie, '--json', str(path))
        things = objects(first)
        if not things or things[0]['type'] == 'error':
            fail(path, f'not read: {things[0]["message"] if things else "nothing was printed"}')
            continue
        if read(a.griffie, '--json', str(path)) != first:
            fail(path, 'a second reading differs')
        text = subprocess.run([a.griffie, 'text', str(path)], stdout=subprocess.PIPE).stdout
        check_reading(path, text, things)
        head = things[0]
        if head['media'] == 'text/plain':
            context = {k: head[k] for k in ('lang', 'date', 'issuer_id', 'genre') if k in head and head[k] not in ('und', 'other')}
            source = path.read_bytes().decode('utf-8', 'replace')
            streamed = objects(read(a.griffie, '--stream', stdin=json.dumps({'record': head['record'], 'text': source, **context}).encode() + b'\n'))
            if [t for t in streamed if t['type'] in ('statement', 'mention')] != [t for t in things if t['type'] in ('statement', 'mention')]:
                fail(path, 'read --stream and read FILE differ')
            if a.rewrap:
                check_wrapping(a.griffie, path, source, context, a.verbose)
    if agreed[1]:
        share = agreed[0] / agreed[1]
        print(f'statements of the same text wrapped otherwise agree: {share:.4f} of {agreed[1] // 2}')
    print(*failures[:40], sep='\n', end='\n' if failures else '')
    print(f'{len(files) - len({f.split(": ")[0] for f in failures})} passed, {len({f.split(": ")[0] for f in failures})} failed')
    return 1 if failures else 0


sys.exit(main())
