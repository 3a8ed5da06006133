#!/usr/bin/env python3
"""A scanned page is refused with the cure, and read with --ocr: ocr.py GRIFFIE"""
import json, pathlib, shutil, subprocess, sys, tempfile

griffie = sys.argv[1]
if not all(map(shutil.which, ("tesseract", "pdftoppm", "soffice", "pandoc"))):
    print("skipped: no tesseract, pdftoppm, soffice or pandoc")
    sys.exit(77)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "letter.md").write_text("Den Haag, 3 mei 2023\n\nDe minister zal de Kamer uiterlijk 1 juli 2023 over de zeekabels informeren.\n\n"
                                      "De gemeenteraad heeft besloten de haven van de gemeente te sluiten.\n", encoding="utf-8")
    subprocess.run(["pandoc", "-o", str(folder / "letter.docx"), str(folder / "letter.md")], check=True)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "letter.docx")],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["pdftoppm", "-r", "150", "-jpeg", "-singlefile", str(folder / "letter.pdf"), str(folder / "page")], check=True)
    picture = (folder / "page.jpg").read_bytes()
    at = picture.index(b"\xff\xc0")   # frame header: height and width
    high, wide = int.from_bytes(picture[at + 5 : at + 7], "big"), int.from_bytes(picture[at + 7 : at + 9], "big")
    colours = {1: "DeviceGray", 3: "DeviceRGB"}[picture[at + 9]]
    draw = b"q 595 0 0 842 0 0 cm /P Do Q"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
               f"<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} /ColorSpace /{colours} /BitsPerComponent 8 /Filter /DCTDecode /Length {len(picture)} >>\nstream\n".encode() + picture + b"\nendstream"]
    out = b"%PDF-1.4\n"
    for number, thing in enumerate(objects, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    scan = folder / "scan.pdf"
    scan.write_bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n")
    refused = subprocess.run([griffie, "read", "--json", str(scan)], capture_output=True, text=True)
    read = subprocess.run([griffie, "read", "--json", "--ocr", str(scan)], capture_output=True, text=True)
things = [json.loads(line) for line in read.stdout.splitlines()]
due = [thing["due"]["value"] for thing in things if thing["type"] == "statement" and thing.get("due")]
problems = []
if refused.returncode != 1 or "--ocr" not in refused.stderr:
    problems.append(f"without --ocr: {refused.returncode} {refused.stderr}")
if "2023-07-01" not in due or not any("source_span" in thing for thing in things):
    problems.append(f"with --ocr: {read.stdout[:2000]} {read.stderr}")
print(*problems, sep="\n")
print("a scanned page:", "wrong" if problems else "refused without --ocr, read with it")
sys.exit(1 if problems else 0)
