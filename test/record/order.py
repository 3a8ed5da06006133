#!/usr/bin/env python3
"""Two-column Handelingen in PDF: words in right order against a reference made column by column: order.py RECORD_SHOW

The reference is poppler's text of the left half and then the right half of each page without its foot, which is right for pages
where nothing spans both columns (all of these). Floor 0.98."""
import difflib, pathlib, re, shutil, subprocess, sys

show = sys.argv[1]
folder = pathlib.Path(__file__).resolve().parents[2] / "../shared/corpus/nl-pdf"
if not folder.is_dir() or not shutil.which("pdftotext"):
    print("skipped: no ../shared or no pdftotext")
    sys.exit(77)
FLOOR, worst = 0.98, 1.0
KINDS = r"(?:paragraph|heading|item|footnote|cell|turn|key|quote|signature) \d+\tpage[^\t]*\t"


def words(text):
    return re.sub(r"-\n", "", text).replace("-", "").split()


for path in sorted(folder.glob("????????-????-????-????-????????????.pdf")):   # the Handelingen
    if path.stat().st_size > 450000:   # comparing is quadratic
        continue
    blocks, inside = [], False
    for line in subprocess.run([show, str(path)], capture_output=True, text=True).stdout.split("\n"):
        found = re.match(KINDS, line)
        if found:
            blocks.append(line[found.end():])
            inside = True
        elif "\t" in line:
            inside = False
        elif inside and line:
            blocks[-1] += "\n" + line
    pages = int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True).stdout)[1])
    reference = ""
    for page in range(1, pages + 1):
        for left, width in ((0, 297), (297, 300)):
            reference += subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), "-x", str(left), "-y", "0", "-W", str(width), "-H", "745", str(path), "-"], capture_output=True, text=True).stdout + " "
    mine, theirs = words(" ".join(blocks)), words(reference)
    same = sum(match.size for match in difflib.SequenceMatcher(None, theirs, mine, autojunk=False).get_matching_blocks())
    worst = min(worst, same / len(theirs))
    print(f"{path.name}: {same} of {len(theirs)} words in order ({same / len(theirs):.4f})")
sys.exit(0 if worst >= FLOOR else 1)
