#!/usr/bin/env python3
"""griffie fetch against a local server: publications, dossiers by SRU, open data by pages, busy and broken services: fetch.py GRIFFIE

Where ../shared is there, the recorded answers of the services themselves are served as well."""
import http.server, json, pathlib, re, subprocess, sys, tempfile, threading, urllib.parse

griffie = sys.argv[1]
shared = pathlib.Path(__file__).resolve().parents[2] / "../shared/corpus/nl-odata"
asked, busy = [], {"kst-99001-9.xml": 2}
publications = {"kst-99001-3.xml": b"<officiele-publicatie><al>x</al></officiele-publicatie>", "kst-99001-4.pdf": b"%PDF-1.4", "kst-99001-9.xml": b"<officiele-publicatie/>"}


def sru(total, identifiers):
    records = "".join(f"<record><recordData><gzd><dcterms:identifier>{name}</dcterms:identifier></gzd></recordData></record>" for name in identifiers)
    return f'<?xml version="1.0"?><searchRetrieveResponse><version>1.2</version><numberOfRecords>{total}</numberOfRecords><records>{records}</records></searchRetrieveResponse>'.encode()


class Service(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        query = {key: value[0] for key, value in urllib.parse.parse_qs(url.query).items()}
        name = url.path.lstrip("/")
        asked.append(self.path)
        if name == "sru/Search":
            start = int(query["startRecord"])
            if query["query"] == "dossiernummer=recorded":
                text = (shared / "api_response_sru_search.xml").read_bytes()
                return self.answer(text[text.index(b"<?xml"):])
            if "99002" in query["query"]:
                return self.answer(b"gone", 404)
            if "99001" not in query["query"]:
                return self.answer(b"<html>maintenance</html>")
            names = ["kst-99001-3", "kst-99001-4"] + [f"kst-99001-{number}" for number in range(100, 148)] if start == 1 else ["kst-99001-9"]
            return self.answer(sru(51, names))
        if name == "sru":   # the repository, SRU 2.0: a dossier that the older search does not know
            must("c.product-area==officielepublicaties" in query["query"] and query["version"] == "2.0", f"query of the repository: {self.path}")
            return self.answer(sru(1, ["kst-99001-3"])) if "99002" in query["query"] else self.answer(b"no", 404)
        if name == "OData/v4/2.0/Document" and "DocumentNummer" in query.get("$filter", ""):
            found = [{"Id": "7c8f2eb1-801b-4ed8-9ff5-593de063d242", "ContentType": "application/pdf"}] if "2099D00001" in query["$filter"] else []
            return self.answer(json.dumps({"value": found}).encode())
        if name == "OData/v4/2.0/Document(7c8f2eb1-801b-4ed8-9ff5-593de063d242)/Resource":
            return self.answer(b"%PDF-1.4")
        if name.startswith("OData/v4/2.0/"):
            entity = name.rsplit("/", 1)[1]
            if "$skip" not in query:
                must("Verwijderd eq false" in query.get("$filter", ""), f"what was taken back is not asked for: {self.path}")
            if entity == "Document" and shared.is_dir():
                return self.answer((shared / "document_page_135_fullterm_20251003_000253.json").read_bytes())
            page = {"@odata.context": "x", "value": [{"Nummer": "TZ202301-001" if "$skip" not in query else "TZ202301-002"}]}
            if "$skip" not in query:
                page["@odata.nextLink"] = f"{base}/OData/v4/2.0/{entity}?$skip=1"
            else:
                page["@odata.nextLink"] = "http://elsewhere.example/OData/v4/2.0/x"
            return self.answer(json.dumps(page).encode())
        if name == "kst-99001-500.xml":
            return self.answer(b"no", 403)
        if busy.get(name):
            busy[name] -= 1
            return self.answer(b"later", 503)
        return self.answer(publications[name]) if name in publications else self.answer(b"gone", 404)


problems = []


def must(holds, what):
    if not holds:
        problems.append(what)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
base = f"http://127.0.0.1:{server.server_port}"
threading.Thread(target=server.serve_forever, daemon=True).start()


def run(*arguments, url=base):
    return subprocess.run([griffie, "--lang", "en", "fetch", "--base-url", url, "--pause", "1", *arguments], capture_output=True, text=True, timeout=120)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    done = run("--to", name, "kst-99001-3", "kst-99001-4")
    must(done.returncode == 0 and (folder / "kst-99001-3.xml").read_bytes() == publications["kst-99001-3.xml"] and (folder / "kst-99001-4.pdf").exists(), f"XML, else PDF: {done}")
    before = len(asked)
    done = run("--to", name, "kst-99001-3")
    must(done.returncode == 0 and "there already" in done.stdout and len(asked) == before, f"what is there is not asked for again: {done}")
    done = run("--to", name, "kst-1-1")
    must(done.returncode == 1 and "no such document" in done.stderr, f"what the service has not: {done}")
    done = run("--to", name, "kst-99001-9")
    must(done.returncode == 0 and busy["kst-99001-9.xml"] == 0, f"a busy service is asked again: {done}")
    before = len(asked)
    done = run("--to", name, "kst-99001-500")
    must(done.returncode == 3 and len(asked) == before + 1, f"a service that refuses is not asked again: {done}")
    done = run("--to", name, "../etc/passwd")
    must(done.returncode == 2, f"a path is no identifier: {done}")
    (folder / "kst-99001-9.xml").unlink()
    publications.update({f"kst-99001-{number}.xml": b"<officiele-publicatie/>" for number in range(100, 148)})
    done = run("--to", name, "--dossier", "99001", "--since", "2021-01-01")
    must(done.returncode == 0 and len(list(folder.glob("kst-99001-*"))) == 51, f"a dossier, over pages: {done.returncode} {done.stderr} {len(list(folder.glob('*')))}")
    must(any("date%3E%3D2021-01-01" in path for path in asked), "since is asked for")
    done = run("--to", name, "--dossier", "1")
    must(done.returncode == 3 and "no answer of an SRU service" in done.stderr, f"a page instead of an answer: {done}")
    done = run("--to", name, "--open-data", "Toezegging")
    must(done.returncode == 0 and "TZ202301-002" in (folder / "Toezegging-0002.json").read_text() and not (folder / "Toezegging-0003.json").exists(), f"pages of open data, never to another host: {done}")
    before = len(asked)
    done = run("--to", name, "--open-data", "Toezegging")
    must(done.returncode == 0 and len(asked) == before + 1 and "there already" in done.stdout, f"full pages are not asked for again: {asked[before:]}")
    done = run("--to", name, "--open-data", "Toezegging", "--since", "2024-05-01")
    must(done.returncode == 0 and (folder / "Toezegging-since-2024-05-01-0002.json").exists(), f"changes since a day are files of their own: {done}")
    must(any("GewijzigdOp%20ge%202024-05-01T00:00:00Z" in path for path in asked), "changes since a day are asked for")
    done = run("--to", name, "2099D00001")
    must(done.returncode == 0 and (folder / "2099D00001.pdf").read_bytes() == b"%PDF-1.4", f"a document by its number: {done}")
    done = run("--to", name, "2099D00002")
    must(done.returncode == 1 and "no such document" in done.stderr, f"no document of that number: {done}")
    done = run("--to", name, "--dossier", "99002")
    must(done.returncode == 0 and "kst-99001-3" in done.stdout, f"the repository is searched where the older search is gone: {done}")
    if shared.is_dir():
        before = len(asked)
        done = run("--to", name, "--dossier", "recorded")
        must(any("/stb-2025-252.xml" in path for path in asked[before:]), f"the recorded answer of the SRU service: {done}")
        done = run("--to", name, "--open-data", "Document")
        must(done.returncode == 0 and (folder / "Document-0001.json").stat().st_size > 100000, f"a recorded page of open data: {done}")
        described = (shared / "api_metadata.xml").read_text()
        for entity, fields in {"Document": ["Id", "DocumentNummer", "ContentType"], "Toezegging": [], "Stemming": []}.items():
            properties = re.search(f'<EntityType Name="{entity}">(.*?)</EntityType>', described, re.S)[1]
            for field in ["GewijzigdOp", "Verwijderd", *fields]:
                must(f'<Property Name="{field}"' in properties, f"the service's own description has {entity}.{field}")
        must('<Function Name="Resource" IsBound="true"><Parameter Name="bindingParameter" Type="TK.DA.GGM.OData.Document" />' in described, "the service gives documents' files")
    must(not list(folder.glob("*.part")), "nothing half is left")
    done = run("--to", name, "kst-99001-77", url="http://127.0.0.1:9")
    must(done.returncode == 3, f"no service at all: {done}")
print(*problems, sep="\n")
print("fetch:", f"{len(problems)} wrong" if problems else "all right")
sys.exit(1 if problems else 0)
