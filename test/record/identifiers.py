#!/usr/bin/env python3
"""Identifiers of the corpus' motions equal their file names, with the metadata of the file and without it: identifiers.py RECORD_SHOW"""
import pathlib, re, subprocess, sys, tempfile

show = sys.argv[1]
corpus = pathlib.Path(__file__).resolve().parents[2] / "../shared/corpus/nl-kst-xml"
if not corpus.is_dir():
    print("skipped: no ../shared")
    sys.exit(77)
files = sorted(corpus.glob("kst-*.xml"))


def identifiers(paths):
    out = subprocess.run([show, "--bare", *map(str, paths)], capture_output=True, text=True).stdout
    for part in out.split("\n\n"):
        lines = [line.split("\t") for line in part.splitlines()]
        if lines:
            yield pathlib.Path(lines[0][1]).stem, next((line[1] for line in lines if line[0] == "record"), "\t".join(lines[0]))


wrong = [pair for pair in identifiers(files) if pair[0] != pair[1]]
with tempfile.TemporaryDirectory() as folder:
    for path in files:   # what most such files would hold if the metadata record were gone
        stripped = re.sub(r"<metadata>.*?</metadata>", "", path.read_text(encoding="utf-8"), flags=re.S)
        (pathlib.Path(folder) / path.name).write_text(stripped, encoding="utf-8")
    bare = list(identifiers(sorted(pathlib.Path(folder).iterdir())))
wrong += [pair for pair in bare if pair[0] != pair[1]]
for name, found in wrong[:20]:
    print(f"{name}: {found}")
print(f"{len(files)} files, {len(bare)} without metadata, {len(wrong)} wrong")
sys.exit(1 if wrong or len(bare) != len(files) or not files else 0)
