#!/usr/bin/env python3
"""Each format gives the text, blocks, marks and metadata that its case names: formats.py RECORD_SHOW

A case: a file made here, and lines that record-show must print for it in this order (others may stand between them), or must
not print at all. With --seeds FOLDER instead of RECORD_SHOW the files are only written, sorted by format, for the fuzzers."""
import io, pathlib, re, subprocess, sys, tempfile, zipfile

show = sys.argv[1]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
cases = []


def case(name, content, *expected, absent=()):
    cases.append((name, content if isinstance(content, bytes) else content.encode(), expected, absent))


def package(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)   # the mimetype stands bare (ODF 1.2, part 3)
    return out.getvalue()


def pdf(pages):
    """A PDF of lines: pages of (x, y from the top, size, text)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        stream = "".join(f"BT /F{2 if text.startswith('*') else 1} {size} Tf {x} {842 - y} Td ({text.lstrip('*').replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode("latin-1")


case("letter.txt", "28 676     NAVO\n\nNr. 991    BRIEF VAN DE MINISTER VAN DEFENSIE\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 3 mei 2023\n\n"
     "Hierbij zend ik u het plan voor de havens.\n\nDe Minister van Defensie,\n\nA. Voorbeeld\n",
     "record\tkst-28676-991\ttext", "title\tBRIEF VAN DE MINISTER VAN DEFENSIE\ttext", "genre\tletter\ttext", "lang\tnl\ttext", "date\t2023-05-03\ttext",
     "issuer_id\tNL-MIN-DEF\ttext", "addressee_id\tNL-TK\ttext", "dossier\t28676\ttext")
case("budget.txt", "35 925 X      Vaststelling van de begrotingsstaat\n\nNr. 12        MOTIE VAN HET LID VOORBEELD\n\n              Voorgesteld 4 november 2021\n\nDe Kamer,\n\n"
     "verzoekt de regering een plan te maken,\n\nen gaat over tot de orde van de dag.\n\nVoorbeeld\nVan Dam\n",
     "record\tkst-35925-X-12\ttext", "genre\tmotion\ttext", "date\t2021-11-04\ttext", "issuer_id\tNL-TK\ttext", "signed\tVoorbeeld", "signed\tVan Dam")
case("foot.txt", "VERSLAG VAN DE BIJEENKOMST\n\nDe ministers spraken over havens.\n\nTweede Kamer, vergaderjaar 2020–2021, 21 501-20, nr. 88     1\n",
     "record\tkst-21501-20-88\ttext", "dossier\t21501-20\ttext", "session\t2020-2021\ttext")
case("resolution.txt", "Resolution 9901 (1999)\nof 12 May 1999\n\nThe Security Council,\n\nRecalling its earlier resolutions, decides that the mission will end.\n",
     "genre\tresolution\ttext", "lang\ten\ttext", "date\t1999-05-12\ttext", "issuer_id\tUN-SC\ttext")

case("summit.md", "---\ntitle: \"Communiqu\\xE9 of the\\_Harbour Council\"\ndate: '2023-06-13'\nlang: en\n---\n\n## Health\n\n-   **End** the [crisis](https://example.org/x)[^1]\n"
     "    by next year.\n-   Then rest.\n\n1.  We, the ministers, *decided* to\n    meet again.\n\n> A quoted line.\n\n[^1]: See annex.\n",
     "title\tCommuniqué of the Harbour Council\tmarkup", "date\t2023-06-13\tmarkup", "heading 2\tline=7\tHealth", "item 1\tline=9\t- End the crisis¹ by next year.",
     "item 1\tline=11\t- Then rest.", "item 1\tline=13\t1. We, the ministers, decided to meet again.", "quote 0\tline=16\tA quoted line.", "footnote 0\tline=18\t1 See annex.", "footnote-mark\t1\t¹")

case("motion.xml", """<?xml version="1.0"?><officiele-publicatie><metadata/><kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2022-2023</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>21 501</dossiernr>-<raadnr>07</raadnr></dossiernummer><titel>Raad</titel></dossier><stuk><stuknr>Nr. <ondernummer>5</ondernummer></stuknr>
<titel>MOTIE VAN HET LID VOORBEELD</titel><datumtekst>Voorgesteld <datum isodatum="2023-02-01">1 februari 2023</datum></datumtekst><tekst><al>De Kamer,</al>
<al>gelet op de motie-De Wit (<extref doc="kst-99001-3" soort="document">99 001, nr. 3</extref>)<noot><noot.nr>1</noot.nr><noot.al>Aangenomen.</noot.al></noot> en CO<inf>2</inf>;</al>
<lijst><li><li.nr>a.</li.nr><al>een plan te maken;</al></li></lijst><al>en gaat over tot de orde van de dag.</al><al>Voorbeeld</al></tekst></stuk></kamerstuk></officiele-publicatie>""",
     "record\tkst-21501-07-5\tmarkup", "genre\tmotion\ttext", "date\t2023-02-01\tmarkup", "dossier\t21501-07\tmarkup", "session\t2022-2023\tmarkup", "signed\tVoorbeeld",
     "heading 1\t/officiele-publicatie/kamerstuk/dossier\t21 501-07 Raad",
     "paragraph 0\t/officiele-publicatie/kamerstuk/stuk/tekst/al[2]\tgelet op de motie-De Wit (99 001, nr. 3)¹ en CO2;",
     "footnote 0\t/officiele-publicatie/kamerstuk/stuk/tekst/al[2]/noot\t1 Aangenomen.", "item 1\t/officiele-publicatie/kamerstuk/stuk/tekst/lijst/li\ta. een plan te maken;",
     "signature 0\t/officiele-publicatie/kamerstuk/stuk/tekst/al[4]\tVoorbeeld", "date\t2023-02-01\t1 februari 2023", "reference\tkst-99001-3\t99 001, nr. 3", "footnote-mark\t1\t¹")
case("sitting.xml", """\ufeff
<?xml version="1.0"?>
<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/h-tk-20212022-9-4/metadata.xml"/></metadata>
 <handelingen><agendapunt><nr>
 4
 </nr><item-titel>Zeekabels</item-titel><spreekbeurt><spreker>
  <voorvoegsels>
   Mevrouw
  </voorvoegsels>
  <naam><achternaam>
   De Wit
  </achternaam></naam>
  (
  <politiek>XYZ</politiek>
  ):
 </spreker><tekst><al>CafÃ© â reÃ¯nkarnatie.</al></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>""",
     "record\th-tk-20212022-9-4\tmarkup", "title\tZeekabels\tmarkup", "genre\tminutes\tmarkup", "session\t2021-2022\tmarkup", "repair\t2 characters were UTF-8 encoded twice and have been put right",
     "turn 0\t/officiele-publicatie/handelingen/agendapunt/spreekbeurt/spreker\tMevrouw De Wit (XYZ):",
     "paragraph 0\t/officiele-publicatie/handelingen/agendapunt/spreekbeurt/tekst/al\tCafé â reïnkarnatie.", "speaker\tNL-TK:De Wit\tMevrouw De Wit (XYZ):")
case("vlos.xml", """<vlosCoreDocument xmlns="http://www.tweedekamer.nl/ggm/vergaderverslag/v1.0"><vergadering><titel>3e vergadering</titel><vergaderjaar>2014-2015</vergaderjaar><datum>2014-10-01T00:00:00</datum>
<activiteit><titel>Havens</titel><woordvoerder><spreker><fractie>XYZ</fractie><verslagnaam>De Wit</verslagnaam><functie>Lid Tweede Kamer</functie></spreker><isvoorzitter>false</isvoorzitter>
<tekst><alinea><alineaitem>Mevrouw <nadruk>De Wit</nadruk> (XYZ):</alineaitem><alineaitem>Ik dien een motie in.</alineaitem></alinea><alinea><alineaitem>Zij krijgt nr. <stuknummer>7</stuknummer> (<dossiernummer>99001</dossiernummer>).</alineaitem></alinea></tekst>
</woordvoerder></activiteit></vergadering></vlosCoreDocument>""",
     "title\t3e vergadering\tmarkup", "date\t2014-10-01\tmarkup", "session\t2014-2015\tmarkup", "turn 0\t/vlosCoreDocument/vergadering/activiteit/woordvoerder/tekst/alinea/alineaitem\tMevrouw De Wit (XYZ):",
     "speaker\tNL-TK:De Wit\tMevrouw De Wit (XYZ):", "reference\tkst-99001-7\t7", "reference\tkst-99001-7\t99001", absent=("Lid Tweede Kamer",))

case("page.html", """<!doctype html><html lang="nl"><head><title>Besluit | Gemeente</title><script>var x = "<p>nee</p>";</script></head><body><nav><a href="/">Start</a></nav>
<main><h1>Besluit</h1><p>Het college <b>besluit</b> de haven&nbsp;te bouwen, zie <a href="https://zoek.officielebekendmakingen.nl/kst-99001-3.html">stuk 3</a>.</p>
<ol><li>eerst dit<li>dan dat</ol><p>De Kamer,<br>gehoord de beraadslaging,</p><div class="share-buttons">Deel dit</div></main><footer>Contact</footer></body></html>""",
     "title\tBesluit\tmarkup", "lang\tnl\tmarkup", "repair\t4 words of menus and page frame were left out", "heading 1\t/html/body/main/h1\tBesluit",
     "paragraph 0\t/html/body/main/p\tHet college besluit de haven te bouwen, zie stuk 3.", "item 1\t/html/body/main/ol/li\t1. eerst dit", "item 1\t/html/body/main/ol/li[2]\t2. dan dat",
     "paragraph 0\t/html/body/main/p[2]\tDe Kamer,", "paragraph 0\t/html/body/main/p[2]\tgehoord de beraadslaging,", "emphasis\t-\tbesluit", "reference\tkst-99001-3\tstuk 3",
     absent=("nee", "Start", "Contact", "Deel"))
case("old.html", b"<html><head><title>x</title></head><body><p>Caf\xe9 \x93reli\xebf\x94</p></body></html>", "paragraph 0\t/html/body/p\tCafé “reliëf”")

case("letter.docx", package({
    "[Content_Types].xml": "<Types/>",
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>Voortgang</dc:title></cp:coreProperties>',
    "word/styles.xml": f'<w:styles {W}><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Kort"><w:name w:val="Compact"/></w:style></w:styles>',
    "word/numbering.xml": f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
                          '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>Zie bijlage.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    "word/header2.xml": f"<w:hdr {W}>" + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("De voorzitter van de Tweede Kamer", "Datum", "5 juni 2023", "Betreft", "Voortgang", "Ons kenmerk", "12")) + "</w:hdr>",
    "word/header1.xml": f"<w:hdr {W}><w:p><w:r><w:t>Pagina 2</w:t></w:r></w:p></w:hdr>",
    "word/document.xml": f"""<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>Havens</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Ik zal u </w:t></w:r><w:del><w:r><w:delText>nooit </w:delText></w:r></w:del><w:ins><w:r><w:t>spoedig</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> informeren.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>een plan</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:pStyle w:val="Kort"/></w:pPr><w:r><w:t>een begroting</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In een kader.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In een kader.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cel</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>De Minister van Defensie,</w:t></w:r></w:p></w:body></w:document>"""}),
     "title\tVoortgang\tmarkup", "genre\tletter\ttext", "date\t2023-06-05\ttext", "issuer_id\tNL-MIN-DEF\ttext", "addressee_id\tNL-TK\ttext", "paragraph 0\tword/header2.xml p=3\t5 juni 2023",
     "heading 1\tword/document.xml p=1\tHavens", "paragraph 0\tword/document.xml p=2\tIk zal u spoedig¹ informeren.", "footnote 0\tword/footnotes.xml id=1\t1 Zie bijlage.",
     "item 1\tword/document.xml p=3\ta) een plan", "item 1\tword/document.xml p=4\tb) een begroting", "paragraph 0\tword/document.xml p=6\tIn een kader.", "cell 0\tword/document.xml p=7\tcel",
     "furniture 0\tword/header1.xml p=1\tPagina 2", absent=("nooit",))
case("letter.odt", package({
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": """<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b"><text:tracked-changes><text:deletion><text:p>weg</text:p></text:deletion></text:tracked-changes>
<text:h text:outline-level="2">Klimaat</text:h><text:p>Wij stellen<text:s/>doelen<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In tonnen.</text:p></text:note-body></text:note> vast.</text:p>
<text:list><text:list-item><text:p>een doel</text:p></text:list-item></text:list></office:document-content>"""}),
     "heading 2\tcontent.xml p=1\tKlimaat", "paragraph 0\tcontent.xml p=2\tWij stellen doelen¹ vast.", "footnote 0\tcontent.xml note\t1 In tonnen.", "item 1\tcontent.xml p=3\teen doel", absent=("weg",))
case("council.vtt", "WEBVTT\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Mevrouw De Wit>Ik zeg toe dat\n\n2\n00:00:04.100 --> 00:00:06.000\nu dat <i>ontvangt</i>.\n\n3\n00:01:04.000 --> 00:01:06.000\n<v De voorzitter>Dank u.\n",
     "turn 0\ttime=00:00:01.000\tMevrouw De Wit:", "paragraph 0\ttime=00:00:01.000\tIk zeg toe dat u dat ontvangt.", "turn 0\ttime=00:01:04.000\tDe voorzitter:", "speaker\tMevrouw De Wit\tMevrouw De Wit", absent=("made by hand",))
case("council.srt", "1\n00:00:01,000 --> 00:00:02,000\nDE WIT: Wij besluiten\n\n2\n00:00:02,000 --> 00:00:03,000\ntot aankoop.\n", "media\tapplication/x-subrip", "turn 0\ttime=00:00:01.000\tDE WIT:", "paragraph 0\ttime=00:00:01.000\tWij besluiten tot aankoop.")
case("promises.json", '{"@odata.context": "x", "value": [{"Id": "1", "Nummer": "TZ202301-001", "Soort": "Toezegging", "Tekst": "De minister zegt toe het plan<br />te zenden.", "Status": "Openstaand", "GewijzigdOp": "2023-01-01T00:00:00+01:00"}]}',
     "record\tTZ202301-001\tmarkup", "heading 1\t/value[1]\tToezegging TZ202301-001", "paragraph 0\t/value[1]/Tekst\tDe minister zegt toe het plan te zenden.", "key 0\t/value[1]/Status\tStatus: Openstaand", absent=("GewijzigdOp",))

case("author.md", '---\ntitle: Voortgang\nauthor: "Ministerie van Defensie, directie Communicatie"\n---\n\nIk zal u informeren.\n', "issuer_id\tNL-MIN-DEF\tmarkup")
case("authors.html", '<!doctype html><html lang="en"><head><title>Plans</title><meta name="author" content="European Commission"></head><body><p>We will report.</p></body></html>', "issuer_id\tEU-COM\tmarkup")
case("notes.html", """<!doctype html><html lang="nl"><head><title>Brief</title></head><body><main><p>Ik zal uw Kamer in mei informeren<sup><a href="#fn1">1</a></sup> over 5 m<sup>2</sup> groen.</p>
<p>De motie<a href="#n2"><sup>2</sup></a> wordt uitgevoerd.</p><ol><li id="fn1">Zie de bijlage. <a href="#r1">&#8617;</a></li></ol>
<div id="n2"><a href="#r2"><sup>2</sup></a><p>Zie het verslag.</p></div><p>Hoogachtend</p></main></body></html>""",
     "paragraph 0\t/html/body/main/p\tIk zal uw Kamer in mei informeren¹ over 5 m2 groen.", "footnote 0\t/html/body/main/ol/li\t1 Zie de bijlage.",
     "footnote 0\t/html/body/main/div/p\t2 Zie het verslag.", "paragraph 0\t/html/body/main/p[3]\tHoogachtend", absent=("↩",))
case("person.md", '---\ntitle: Voortgang\nauthor: J. Jansen\n---\n\nIk zal u informeren.\n', absent=("issuer_id",))
left = [f"Regel {i} van de linker kolom loopt vol tot aan de rand" for i in range(29)] + ["en de laatste regel links eindigt met een woord-"]
right = ["deel dat rechts bovenaan verder gaat in de zin"] + [f"regel {i} van de rechter kolom loopt vol tot aan de rand" for i in range(28)] + ["en hier eindigt de rechter kolom met een punt."]
foot = [(55, 790, 8, "Gemeenteraad van Voorbeeld")]
case("sitting.pdf", pdf([[(55, 140, 14, "Havens en zeekabels")] + [(55, 170 + 10 * i, 8, text) for i, text in enumerate(left)] + [(310, 170 + 10 * i, 8, text) for i, text in enumerate(right)]
                         + foot + [(500, 790, 8, "blad 1")], [(55, 140, 8, "Einde van de vergadering.")] + foot + [(500, 790, 8, "blad 2")]]),
     "repair\t4 running heads, feet and page numbers were left out", "heading 1\tpage=1 box=*\tHavens en zeekabels", "paragraph 0\tpage=1 box=*\t" + " ".join(left), " ".join(right),
     "paragraph 0\tpage=2 box=*\tEinde van de vergadering.", absent=("Gemeenteraad", "blad 1"))
thirds = [[f"kolom {word} regel {i} vult haar hele breedte" for i in range(20)] + [f"kolom {word} houdt hier op."] for word in ("een", "twee", "drie")]
case("three.pdf", pdf([[(40, 80, 14, "Nieuwsbrief over de havens en de zeekabels van het hele land")] + [(40 + 180 * k, 110 + 10 * i, 8, text) for k, third in enumerate(thirds) for i, text in enumerate(third)]]),
     *("paragraph 0\tpage=1 box=*\t" + " ".join(third) for third in thirds))
case("list.pdf", pdf([[(60, 100, 10, "Agendapunt:"), (160, 100, 10, "Wijziging van de wet op de havens en de kabels in zee die"), (160, 112, 10, "door stormen zijn beschadigd"), (60, 130, 10, "Besluit:"), (160, 130, 10, "Aanmelden voor behandeling")]]),
     "key 0\tpage=1 box=*\tAgendapunt:", "paragraph 0\tpage=1 box=*\tWijziging van de wet op de havens en de kabels in zee die door stormen zijn beschadigd",
     "key 0\tpage=1 box=*\tBesluit:", "paragraph 0\tpage=1 box=*\tAanmelden voor behandeling")
case("notes.pdf", pdf([[(60, 100, 11, "De bondgenoten stelden een plan vast dat in de bijlage staat en"), (60, 114, 11, "dat volgend jaar"), (144, 110, 6, "1"), (150, 114, 11, "ingaat."), (60, 740, 8, "1 Zie de bijlage bij deze brief.")]]),
     "paragraph 0\tpage=1 box=*\tDe bondgenoten stelden een plan vast dat in de bijlage staat en dat volgend jaar¹ ingaat.", "footnote 0\tpage=1 box=*\t1 Zie de bijlage bij deze brief.", "footnote-mark\t1\t¹")

FORMATS = {".xml": "op-xml", ".html": "html", ".md": "markdown", ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".json": "odata", ".vtt": "subtitle", ".srt": "subtitle", ".txt": "text"}
if show == "--seeds":
    for name, content, _, _ in cases:
        folder = pathlib.Path(sys.argv[2]) / ("vlos" if name.startswith("vlos") else FORMATS[pathlib.Path(name).suffix])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    sys.exit(0)

wrong = 0
with tempfile.TemporaryDirectory() as folder:
    for name, content, expected, absent in cases:
        path = pathlib.Path(folder) / name
        path.write_bytes(content)
        out = subprocess.run([show, str(path)], capture_output=True, text=True).stdout
        lines, at, problems = re.sub(r"box=[-0-9,]+", "box=*", out).split("\n"), 0, []
        for line in expected:   # whole, or followed by more columns
            found = next((i for i in range(at, len(lines)) if lines[i] == line or lines[i].startswith(line + "\t")), None)
            if found is None:
                problems.append(f"  missing: {line}")
            else:
                at = found + 1
        problems += [f"  should not be there: {text}" for text in absent if text in out]
        if problems:
            wrong += 1
            print(f"{name}:", *problems, "  got:", *("    " + line for line in lines[:40]), sep="\n")
print(f"{len(cases)} cases, {wrong} wrong")
sys.exit(1 if wrong else 0)
