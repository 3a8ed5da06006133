#!/usr/bin/env python3
"""Hostile and broken files end in a clear error for that file only, soon, and the next file is read: danger.py RECORD_SHOW"""
import io, pathlib, subprocess, sys, tempfile, time, zipfile

show = sys.argv[1]
good = "De Kamer besluit een plan te maken.\n"


def package(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return out.getvalue()


deep = 300
laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(10))
publication = "<officiele-publicatie>{}</officiele-publicatie>"
word = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
one_pdf = b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [%s] /Count %d >>\nendobj\n%s"
cases = {   # name: bytes, what the message must hold
    "laughs.xml": (f"<!DOCTYPE x [{laughs}]>" + publication.format("<al>&l9;</al>"), "declares entities"),
    "outside.xml": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + publication.format("<al>&e;</al>"), "declares entities"),
    "deep.xml": (publication.format("<al>" * deep + "x" + "</al>" * deep), "nested"),
    "unclosed.xml": (publication.format("<al>x"), "broken XML in line 1"),
    "empty.xml": (publication.format(""), "no text"),
    "deep.html": ("<html><body>" + "<div>" * 5000 + "x" + "</div>" * 5000, "nested too deep"),
    "bomb.docx": (package([("word/document.xml", word.format("<w:p><w:r><w:t>" + "0" * 300000000 + "</w:t></w:r></w:p>"))]), "too much"),
    "broken.docx": (package([("word/document.xml", word.format("x"))])[:-60] + b"\0" * 40, ""),
    "xml.docx": (package([("word/document.xml", word.format("<w:p>"))]), "broken XML"),
    "cut.pdf": (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", "broken PDF"),
    "xref.pdf": (one_pdf % (b"3 0 R", 1, b"xref\n0 9999999999\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF"), "PDF"),
    "loop.pdf": (one_pdf % (b"2 0 R", 1, b"trailer << /Root 1 0 R /Size 3 >>\n%%EOF"), "PDF"),
    "count.pdf": (one_pdf % (b"", 2000000000, b"trailer << /Root 1 0 R /Size 3 >>\n%%EOF"), "PDF"),
    "locked.zip": (package([("a.txt", "x")]), "an archive"),
    "nul.txt": (b"De Kamer\0besluit", "NUL: this is not text"),
    "latin.txt": ("De Kamer besluit tot één ding.".encode("latin-1"), "iconv -f WINDOWS-1252"),
    "utf16.txt": ("De Kamer besluit.".encode("utf-16"), "UTF-16"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
    "noise.txt": (bytes((i * 7919 + 13) % 251 + 1 for i in range(5000)), "not text"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "bad.json": ('{"@odata.context": "x", "value": [', "broken JSON"),
    "deep.json": ('{"@odata.context": "x", "value": ' + "[" * 100000, "broken JSON"),
    "other.json": ('{"a": 1}', "JSON of a kind"),
}
read_anyway = {"broken.docx"}
wrong = 0
with tempfile.TemporaryDirectory() as folder:
    for name, (content, message) in cases.items():
        path, next_path = pathlib.Path(folder) / name, pathlib.Path(folder) / "next.html"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        next_path.write_text(f"<html><body><p>{good}</p></body></html>")
        began = time.monotonic()
        done = subprocess.run([show, "--bare", str(path), str(next_path)], capture_output=True, text=True, timeout=100)
        took = time.monotonic() - began
        first = done.stdout.split("\n")[0]
        refused = first.startswith("error") and message in first and str(path) in first
        problems = []
        if not refused and name not in read_anyway:
            problems.append(f"expected an error with '{message}', got: {first[:200]}")
        if done.returncode < 0:
            problems.append(f"killed by signal {-done.returncode}")
        if "next.html\nmedia\ttext/html" not in done.stdout:
            problems.append("the next file was not read")
        if took > 20:
            problems.append(f"took {took:.1f} s")
        for problem in problems:
            print(f"{name}: {problem}")
        wrong += bool(problems)
print(f"{len(cases)} cases, {wrong} wrong")
sys.exit(1 if wrong else 0)
