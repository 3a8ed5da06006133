#!/usr/bin/env python3
"""Every file of the corpus is read or refused with a reason, and no text of the markup is lost: corpus.py RECORD_SHOW

Lost text: the words of an XML file's text nodes (without metadata) that do not stand in the record's text in the same number."""
import collections, pathlib, re, subprocess, sys
import xml.etree.ElementTree as tree

show = sys.argv[1]
corpus = pathlib.Path(__file__).resolve().parents[2] / "../shared/corpus"
if not corpus.is_dir():
    print("skipped: no ../shared")
    sys.exit(77)
files = sorted(path for path in corpus.rglob("*") if path.is_file())
out = subprocess.run([show, *map(str, files)], capture_output=True)
if out.returncode < 0:
    print("record-show was killed by signal", -out.returncode)
    sys.exit(1)
parts = re.split(r"(?m)^(?=source\t|error\t)", out.stdout.decode("utf-8"))
results = {part.split("\t", 2)[1].split("\n")[0]: part for part in parts if part.strip()}
wrong, refused, lost = [], 0, 0


def words_of(part):
    blocks = re.split(r"(?m)^(?:paragraph|heading|item|footnote|cell|turn|furniture|signature|key|quote) \d+\t[^\t\n]*\t", part)[1:]
    text = re.split(r"(?m)^(?:reference|date|speaker|emphasis|footnote-mark)\t", "\n".join(blocks))[0]
    return collections.Counter(re.sub(r"\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", text))


for path in files:
    part = results.get(str(path))
    if part is None:
        wrong.append(f"{path.name}: no answer")
    elif part.startswith("error"):
        refused += 1
        print("refused:", part.strip().split("\t", 1)[1][-200:])
    elif path.parent.name in ("nl-kst-xml", "nl-handelingen-xml"):
        source = path.read_text(encoding="utf-8").lstrip("\ufeffï»¿\n ")
        root = tree.fromstring(re.sub(r"<metadata>.*?</metadata>", "", source, flags=re.S).encode())
        mine, theirs = words_of(part), collections.Counter(re.sub(r"\s", "", "".join(root.itertext())))
        if "repair\t" not in part:   # repaired files differ by design
            missing = sum((theirs - mine).values())
            lost += missing
            if missing:
                wrong.append(f"{path.name}: {missing} letters lost: {dict((theirs - mine).most_common(5))}")
for line in wrong[:20]:
    print(line)
print(f"{len(files)} files, {refused} refused with a reason, {lost} letters lost, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
