#!/usr/bin/env python3
"""What must hold for every record: run over the examples, the texts of test/cases, and files or folders given.

    test/properties.py [--griffie PROGRAM] [--rewrap] [FILE|FOLDER …]

- every span slices the record's text to the words given with it, slots too;
- lines stand in source order, and what ends a reading counts them;
- reading again gives the same bytes; `read --stream` gives what `read FILE` gives;
- with --rewrap: plain text unwrapped, and wrapped at 60, 72 and 100 columns, has the same statements: of all of them together no fewer
  than REWRAP_SHARE. Not all: a list whose lines are wrapped without indent, or a heading of two lines, cannot always be told from text."""
import argparse, json, os, pathlib, re, subprocess, sys

here = pathlib.Path(__file__).resolve().parent
failures = []
REWRAP_SHARE = 0.95
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


def unwrapped(text):
    """Paragraphs on a line each. Only lines of running text are joined: what a list, table or heading is, is told by its own line."""
    out = []
    for paragraph in re.split(r'\n[ \t]*\n', text):
        lines = paragraph.split('\n')
        longest = max(map(len, lines))
        if len(lines) > 1 and all(len(line) > 0.6 * longest for line in lines[:-1]) and not any(re.match(r'\s*([-–•*]|\w{1,3}[.)])\s', line) for line in lines[1:]):
            joined = lines[0].rstrip()
            for line in lines[1:]:
                if re.search(r'\w-$', joined):
                    return None       # a line-end hyphen: only the reader can tell which kind it is
                joined += ' ' + line.strip()
            out.append(joined)
        else:
            out.append(paragraph)
    return '\n\n'.join(out)


def wrapped(text, columns):
    def wrap(line):
        lines, current = [], ''
        for word in line.split(' '):
            if current and len(current) + 1 + len(word) > columns:
                lines.append(current)
                current = word
            else:
                current = f'{current} {word}' if current else word
        return '\n'.join(lines + [current])
    return '\n'.join(wrap(line) for line in text.split('\n'))


def essence(things):
    """Statements without their places."""
    return [(t['kind'], t['text_norm'], t.get('issuer_id'), t.get('addressee_id'), (t.get('due') or {}).get('value')) for t in things if t['type'] == 'statement']


def check_wrapping(griffie, name, text, context, verbose):
    plain = unwrapped(text)
    if plain is None:
        return
    def statements(version):
        line = json.dumps({'record': 'r', 'text': version, **context}, ensure_ascii=False).encode() + b'\n'
        return essence(objects(read(griffie, '--stream', stdin=line)))
    want = statements(plain)
    for columns in (60, 72, 100):
        got = statements(wrapped(plain, columns))
        rest = list(got)
        for each in want:
            if each in rest:
                rest.remove(each)
        same = len(got) - len(rest)
        agreed[0] += 2 * same
        agreed[1] += len(want) + len(got)
        if rest and verbose:
            print(f'{name}: at {columns} columns {same} of {len(want)} agree; only there: {rest[0]}')


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
        if share < REWRAP_SHARE:
            fail('rewrapped texts', f'{share:.4f} agree, {REWRAP_SHARE} is asked')
    print(*failures[:40], sep='\n', end='\n' if failures else '')
    print(f'{len(files) + bool(agreed[1]) - len({f.split(": ")[0] for f in failures})} passed, {len({f.split(": ")[0] for f in failures})} failed')
    return 1 if failures else 0


sys.exit(main())
