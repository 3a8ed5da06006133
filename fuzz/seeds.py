#!/usr/bin/env python3
"""What the fuzzers of archives and of the reading rooms begin with: fuzz/seeds.py FOLDER writes FOLDER/archive (archives of each kind, one
in another, documents that are zip files), FOLDER/records (the texts of test/cases, the plain texts
of examples, and fuzz/seeds: the smallest inputs of what was once found, as they are) and FOLDER/dictionary (words of data/lexicon that
rules are about, and the signs of layout). The first byte of a seed is the context that fuzz/reading.c takes from it."""
import bz2, gzip, io, lzma, pathlib, sys, tarfile, zipfile

here = pathlib.Path(__file__).resolve().parent
out = pathlib.Path(sys.argv[1])
(out / 'records').mkdir(parents=True, exist_ok=True)
CONTEXT = {'lang=nl': b'\x01', 'lang=en': b'\x02'}

for path in sorted((here.parent / 'test/cases').glob('*.test')):
    context, text = b'\x00', []
    for number, case in enumerate(path.read_text().split('\n\n')):
        lines = case.split('\n')
        context = next((CONTEXT.get(word, context) for line in lines if line.startswith('@') for word in line.split()), context)
        text += [line for line in lines if line and line[0] not in '#@' and ' | ' not in line]
        if number % 6 == 5:
            (out / 'records' / f'{path.stem}-{number}').write_bytes(context + '\n'.join(text).encode())
            text = []
for path in (here.parent / 'examples').glob('*.txt'):
    (out / 'records' / path.stem).write_bytes(b'\x01' + path.read_bytes()[:4000])
for path in (here / 'seeds').glob('*'):
    (out / 'records' / path.name).write_bytes(path.read_bytes())

words = {'\n\n', '\n', ' - ', '-\n', '\f', ': ', '; ', ' (', '1. ', 'a) ', '¹', '€ ', '§ '}
for table in sorted((here.parent / 'data/lexicon').glob('*.tsv')):
    if table.name.startswith(('opentaal', 'wordnet', 'words', 'forms', 'verbs')):
        continue
    for line in table.read_text().split('\n')[1:]:
        if line and line[0] != '#':
            words.add(line.split('\t')[0].split('|')[0][:40])
escape = lambda word: ''.join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f'\\x{b:02X}' for b in word.encode())
(out / 'dictionary').write_text(''.join(f'"{escape(word)}"\n' for word in sorted(words) if word))


def packed(members, method=zipfile.ZIP_DEFLATED):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, 'w', method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return whole.getvalue()


def taped(members):
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode='w') as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return whole.getvalue()


letter = 'De Kamer verzoekt de regering.\n'.encode()
plain, word = packed({'a/b.txt': letter, 'c.md': letter}), packed({'[Content_Types].xml': b'<Types/>', 'word/document.xml': b'<w:document/>'})
archives = {
    'plain': plain, 'stored': packed({'b.txt': letter}, zipfile.ZIP_STORED), 'word': word, 'empty': packed({}),
    'sheet': packed({'xl/workbook.xml': b'<workbook/>'}), 'nested': packed({'in.zip': packed({'in.tar': taped({'w.docx': word})}), 'b.txt': letter}),
    'open': packed({'mimetype': b'application/vnd.oasis.opendocument.text', 'content.xml': b'<x/>'}, zipfile.ZIP_STORED),
    'tape': taped({'a/b.txt': letter, '.hidden': letter}), 'tape.gz': gzip.compress(taped({'b.txt': letter}), mtime=0),
    'letter.gz': gzip.compress(letter, mtime=0), 'letter.bz2': bz2.compress(letter), 'letter.xz': lzma.compress(letter),
    'cut': plain[:-30], 'bomb': packed({'zeros': bytes(3 << 20)}),
}
(out / 'archive').mkdir(exist_ok=True)
for name, content in archives.items():
    (out / 'archive' / name).write_bytes(content)
