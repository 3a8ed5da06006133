#!/usr/bin/env python3
"""One record in many formats gives the same statements: same.py GRIFFIE [--show]

Each example is turned into text, Markdown, HTML, DOCX, ODT (pandoc) and PDF (LibreOffice); every reading is compared with that
of the Markdown. Agreement: tracked and linking statements with the same kind, words, due date and issuer, of all that either has."""
import collections, json, pathlib, re, shutil, subprocess, sys, tempfile

griffie = sys.argv[1]
examples = pathlib.Path(__file__).resolve().parents[2] / "examples"
if not shutil.which("pandoc") or not shutil.which("soffice"):
    print("skipped: no pandoc or no soffice")
    sys.exit(77)
FLOOR = 0.95
TRACKED = {"decision", "tasking", "request", "commitment", "intention", "plan", "discharge", "refusal", "reaffirmation", "condition"}


def statements(path, context):
    out = subprocess.run([griffie, "read", "--json", *context, str(path)], capture_output=True, text=True).stdout
    found = collections.Counter()
    for line in out.splitlines():
        thing = json.loads(line)
        if thing["type"] == "statement" and thing["kind"] in TRACKED:
            words = re.sub(r"[^\w]+", " ", thing["text_norm"]).strip()
            found[(thing["kind"], words, (thing.get("due") or {}).get("value"), thing.get("issuer_id"))] += 1
    return found


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


worst, total_same, total_all = 1.0, collections.Counter(), collections.Counter()
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for example in sorted(examples.iterdir()):
        if example.suffix not in (".md", ".txt"):
            continue
        text = example.read_text(encoding="utf-8")
        reading = [json.loads(line) for line in subprocess.run([griffie, "read", "--json", str(example)], capture_output=True, text=True).stdout.splitlines()]
        record = reading[0]
        context = ["--date", record["date"]] if "date" in record else []
        for option, field in (("--lang", "lang"), ("--genre", "genre"), ("--issuer", "issuer_id"), ("--record", "record")):
            if field in record:
                context += [option, record[field]]
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
        text = re.sub(r"(\w)-\n(?=[a-z])", r"\1", text)   # hyphens at line ends are a matter of their own (test/text)
        text = re.sub(r"(\w-)\n(?=[A-Z])", r"\1", text)
        # A short paragraph without a full stop is a headline of the plain text: the markup says so.
        text = re.sub(r"(?m)(?<=\n\n)([A-Z][^\n.:,;]{3,60})(?=\n\n)", r"## \1", text)
        source = folder / (example.stem + ".md")
        source.write_text(text, encoding="utf-8")
        made = {"text": folder / (example.stem + ".txt"), "html": folder / (example.stem + ".html"), "docx": folder / (example.stem + ".docx"), "odt": folder / (example.stem + ".odt")}
        for path in made.values():
            to = ["-t", "plain", "--wrap=auto"] if path.suffix == ".txt" else ["-s", "--metadata", "title=Voorbeeld"]
            run("pandoc", "-f", "markdown-smart-fancy_lists-definition_lists-example_lists", *to, "-o", str(path), str(source))
        run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", str(folder), str(made["docx"]))
        made["pdf"] = folder / (example.stem + ".pdf")
        wanted = statements(source, context)
        for kind, path in made.items():
            got = statements(path, context)
            same, either = sum((wanted & got).values()), sum((wanted | got).values())
            total_same[kind] += same
            total_all[kind] += either
            if same < either:
                print(f"{path.name}: {same} of {either}")
                for what in sorted(((wanted - got) + (got - wanted)).items(), key=str)[: 40 if "--show" in sys.argv else 3]:
                    print("   ", "only here" if what[0] in got else "missing", *what[0])
for kind in total_all:
    share = total_same[kind] / total_all[kind]
    worst = min(worst, share)
    print(f"{kind}: {total_same[kind]} of {total_all[kind]} statements agree ({share:.3f})")
sys.exit(0 if worst >= FLOOR else 1)
