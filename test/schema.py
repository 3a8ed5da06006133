#!/usr/bin/env python3
"""Real output against doc/reading.schema.json: every line of the readings of the files given, of refused ones too.

    test/schema.py [--griffie PROGRAM] [FILE|FOLDER …]

The validator is Debian's python3-jsonschema; without it the test is skipped."""
import argparse, json, os, pathlib, subprocess, sys

try:
    import jsonschema
except ImportError:
    if sys.executable != '/usr/bin/python3' and os.path.exists('/usr/bin/python3') and not os.environ.get('GRIFFIE_SCHEMA_AGAIN'):
        os.environ['GRIFFIE_SCHEMA_AGAIN'] = '1'      # python3 may be another one than Debian's
        os.execv('/usr/bin/python3', ['/usr/bin/python3', *sys.argv])
    print('skipped: no python3-jsonschema')
    sys.exit(77)

here = pathlib.Path(__file__).resolve().parent.parent
a = argparse.ArgumentParser(description=__doc__.split('\n')[0])
a.add_argument('--griffie', default=os.environ.get('GRIFFIE') or str(here / 'build/src/cli/griffie'))
a.add_argument('paths', nargs='*')
a = a.parse_args()

schema = json.loads((here / 'doc/reading.schema.json').read_text('utf-8'))
jsonschema.Draft202012Validator.check_schema(schema)
kinds = {t: jsonschema.Draft202012Validator({'$defs': schema['$defs'], **schema['$defs'][t]}) for t in
         ('record', 'mention', 'statement', 'sentence', 'token', 'error', 'end')}
paths = a.paths or [str(here / 'examples'), str(here / 'meson.build'), str(here / 'no-such-file')]
out = subprocess.run([a.griffie, 'read', '--json', '--with', 'sentences,tokens', *paths], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
broken = b'{"record":"a"}\nno json\n{"record":"b","text":"","lang":"xx"}\n'
out += subprocess.run([a.griffie, 'read', '--stream'], input=broken, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

seen, wrong = {}, 0
for number, line in enumerate(out.decode().split('\n')[:-1], 1):
    thing = json.loads(line)
    seen[thing.get('type')] = seen.get(thing.get('type'), 0) + 1
    if thing.get('type') not in kinds:
        print(f'line {number}: unknown type: {line[:200]}')
        wrong += 1
        continue
    for error in kinds[thing['type']].iter_errors(thing):
        wrong += 1
        if wrong <= 20:
            print(f'{"/".join(map(str, error.absolute_path))}: {error.message[:160]}\n    {line[:300]}')
missing = [t for t in ('record', 'mention', 'statement', 'sentence', 'token', 'error', 'end') if t not in seen]
print('lines:', ', '.join(f'{n} {t}' for t, n in seen.items()))
if missing:
    print('nothing printed of type:', ', '.join(missing))
print(f'{sum(seen.values()) - wrong} passed, {wrong} failed')
sys.exit(bool(wrong or missing))
