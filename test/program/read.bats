bats_require_minimum_version 1.5.0

# griffie read, text, explain, help: whole commands, as a user meets them. $GRIFFIE is the program.

setup() {
    cd "$BATS_TEST_TMPDIR"
    export GRIFFIE_LANG=en
    printf 'Den Haag, 5 maart 2024\n\nIk zal uw Kamer hierover informeren.\n' >letter.txt
    printf 'De Minister heeft het rapport ontvangen.\n' >other.txt
}

count() { grep -c "\"type\":\"$1\"" <<<"$output"; }

@test "a file becomes a record line, what was found, and an end line" {
    run --separate-stderr "$GRIFFIE" read letter.txt
    [ "$status" -eq 0 ]
    [[ ${lines[0]} == '{"type":"record",'* ]]
    [[ ${lines[-1]} == '{"type":"end",'* ]]
    [ -z "$stderr" ]
}

@test "what the caller says of a record wins over what is found" {
    run "$GRIFFIE" read --date 2020-02-02 --record X1 --issuer NL-GOV --genre report --lang nl letter.txt
    [[ ${lines[0]} == *'"record":"X1"'*'"genre":"report","lang":"nl","date":"2020-02-02","issuer_id":"NL-GOV"'* ]]
}

@test "a joint statement is the group's with whose name the head's title begins" {
    printf -- '---\ntitle: Quad Leaders Joint Statement\nlang: en\n---\n\nToday we met for the Quad Leaders Summit.\n\nWe will build a port.\n' >joint.md
    run "$GRIFFIE" read joint.md
    [[ $(grep '"commitment"' <<<"$output") == *'"issuer_id":"QUAD"'* ]]
    printf -- '---\ntitle: Joint Statement on the Quad\nlang: en\n---\n\nToday we met for the Quad Leaders Summit.\n\nWe will build a port.\n' >on.md
    run "$GRIFFIE" read on.md
    [[ $(grep '"commitment"' <<<"$output") != *'"issuer_id":"QUAD"'* ]]
}

@test "standard input is a file too" {
    run bash -c '"$GRIFFIE" read - <letter.txt'
    [ "$status" -eq 0 ]
    [[ ${lines[0]} == *'"source":"-"'* ]]
}

@test "a folder is read whole, in the order of names, hidden files left out" {
    mkdir -p folder/b
    cp letter.txt folder/z.txt
    cp other.txt folder/a.txt
    cp letter.txt folder/b/m.txt
    cp letter.txt folder/.hidden.txt
    run "$GRIFFIE" read -j 2 folder
    [ "$status" -eq 0 ]
    [ "$(grep -o '"source":"[^"]*"' <<<"$output" | tr '\n' ' ')" = '"source":"folder/a.txt" "source":"folder/b/m.txt" "source":"folder/z.txt" ' ]
}

@test "a file that cannot be read is named, the others are read, and the exit code says so" {
    printf '\000\001\002\377' >binary.bin
    run --separate-stderr "$GRIFFIE" read letter.txt binary.bin no-such-file other.txt
    [ "$status" -eq 1 ]
    [ "$(count record)" -eq 2 ]
    [ "$(count error)" -eq 2 ]
    [[ $stderr == *binary.bin*no-such-file* ]]
}

@test "text that is not UTF-8 is refused with its byte, or read with the repair told" {
    printf 'De Kamer besluit \377 dat.\n' >broken.txt
    run --separate-stderr "$GRIFFIE" read broken.txt
    [[ $output == *'"code":"encoding"'*'"byte":17'* || $output == *'"repairs":['* ]]
}

@test "an empty file is no crash" {
    : >empty.txt
    run "$GRIFFIE" read empty.txt
    [ "$status" -le 1 ]
    [ "${#lines[@]}" -ge 1 ]
}

@test "a million nested brackets and a line of ten megabytes end" {
    head -c 1000000 /dev/zero | tr '\0' '(' >nested.txt
    head -c 10000000 /dev/zero | tr '\0' 'a' >long.txt
    run timeout 20 "$GRIFFIE" read nested.txt long.txt
    [ "$status" -le 1 ]
}

@test "each of many clauses in a sentence is told, and a line of ten megabytes of them ends" {
    awk 'BEGIN { for (i = 0; i < 50; i++) printf "De minister zal de Kamer informeren, " }' >fifty.txt
    run "$GRIFFIE" read --json fifty.txt
    [ "$(grep -c '"type":"statement"' <<<"$output")" -eq 50 ]
    awk 'BEGIN { for (i = 0; i < 280000; i++) printf "De minister zal de Kamer informeren, " }' >clauses.txt
    run timeout 60 bash -c '"$GRIFFIE" read --json clauses.txt | grep -c "\"type\":\"statement\""'
    [ "$status" -eq 0 ]
    [ "$output" -eq 280000 ]
}

@test "wrong use is told, with what to do" {
    run "$GRIFFIE" read
    [ "$status" -eq 2 ]
    run "$GRIFFIE" read --date yesterday letter.txt
    [ "$status" -eq 2 ]
    [[ $output == *YYYY-MM-DD* ]]
    run "$GRIFFIE" read --no-such-option letter.txt
    [ "$status" -eq 2 ]
    [[ $output == *'griffie help read'* ]]
}

@test "an unknown command names the nearest" {
    run "$GRIFFIE" raed letter.txt
    [ "$status" -eq 2 ]
    [[ $output == *'did you mean: read'* ]]
}

@test "messages are Dutch where the locale is" {
    run env -u GRIFFIE_LANG LC_ALL=nl_NL.UTF-8 "$GRIFFIE" read
    [[ $output == *'welk bestand?'* ]]
    run "$GRIFFIE" --lang nl help
    [[ $output == *gebruik:* ]]
}

@test "every command has help, and help lists every command" {
    for command in $("$GRIFFIE" help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p'); do
        run "$GRIFFIE" help "$command"
        [ "$status" -eq 0 ]
        [[ ${lines[0]} == "usage: griffie $command"* ]]
        run "$GRIFFIE" "$command" --help
        [ "$status" -eq 0 ]
    done
}

@test "a stream gives a reading per line, in order, and goes on after a broken line" {
    run --separate-stderr bash -c 'printf "%s\n" "{\"record\":\"a\",\"text\":\"De Kamer besluit.\"}" "no json" "{\"record\":\"c\"}" "{\"record\":\"d\",\"text\":\"Op 5 maart.\",\"date\":\"2024-01-01\"}" | "$GRIFFIE" read --stream'
    [ "$status" -eq 1 ]
    [ "$(grep -oE '"type":"(record|error)"' <<<"$output" | tr '\n' ' ')" = '"type":"record" "type":"error" "type":"error" "type":"record" ' ]
    [[ $output == *'"source":"line 2"'* ]]
}

@test "a stream of many lines keeps its order on many threads" {
    for i in $(seq 3000); do echo "{\"record\":\"r$i\",\"text\":\"Op $((i % 28 + 1)) maart 2024 besluit de Kamer dat het kabinet zal komen met een brief van nummer $i over de zaak.\"}"; done >many.jsonl
    run bash -c '"$GRIFFIE" read --stream -j 4 <many.jsonl | grep "\"type\":\"record\"" | grep -o "\"record\":\"r[0-9]*\"" | head -3000 | md5sum'
    [ "$output" = "$(for i in $(seq 3000); do echo "\"record\":\"r$i\""; done | md5sum)" ]
}

@test "a line gets its reading before the next is written" {
    coproc "$GRIFFIE" read --stream
    local reader=$COPROC_PID
    echo '{"record":"a","text":"De Kamer besluit."}' >&"${COPROC[1]}"
    read -r -t 5 first <&"${COPROC[0]}"
    [[ $first == '{"type":"record","record":"a"'* ]]
    exec {COPROC[1]}>&-
    wait "$reader" || true
}

@test "what --with asks for is printed" {
    run "$GRIFFIE" read --with sentences,tokens letter.txt
    [ "$(count sentence)" -ge 1 ]
    [ "$(count token)" -ge 8 ]
    run "$GRIFFIE" read --with nonsense letter.txt
    [ "$status" -eq 2 ]
}

@test "text prints the bytes that offsets count in" {
    "$GRIFFIE" text letter.txt >out.txt
    cmp letter.txt out.txt
}

@test "explain says which tests a clause went through" {
    run "$GRIFFIE" explain letter.txt:30
    [ "$status" -eq 0 ]
    [[ $output == *commitment* ]]
    run "$GRIFFIE" explain letter.txt
    [ "$status" -eq 2 ]
    run "$GRIFFIE" explain letter.txt:99999
    [ "$status" -eq 1 ]
}

@test "no colours where the output is no terminal" {
    run "$GRIFFIE" read --pretty letter.txt
    [ "$status" -eq 0 ]
    [[ $output != *$'\033'* ]]
}

@test "words of one's own are used, and a malformed table is refused with its line" {
    printf 'form\tpos\tclasses\nVerbond Zuid\tPROPN\tACTOR=VZ\n' >words.tsv
    run "$GRIFFIE" read --lexicon words.tsv letter.txt
    [ "$status" -eq 0 ]
    printf 'form\tpos\tclasses\nVerbond\tPROPN\tNO_SUCH_CLASS\n' >wrong.tsv
    run "$GRIFFIE" read --lexicon wrong.tsv letter.txt
    [ "$status" -eq 2 ]
    [[ $output == *wrong.tsv* ]]
}

@test "a closed pipe ends it quietly" {
    run bash -c '"$GRIFFIE" read letter.txt | head -1 >/dev/null; exit ${PIPESTATUS[1]}'
    [ "$status" -eq 0 ]
}

@test "where the program that parses is missing, plain text is read and the rest says what is wrong" {
    printf '<?xml version="1.0"?><officiele-publicatie><kamerstuk><al>De Kamer besluit.</al></kamerstuk></officiele-publicatie>' >motion.xml
    GRIFFIE_LIBEXEC=$PWD/nowhere run --separate-stderr "$GRIFFIE" read --json letter.txt motion.xml
    [ "$status" -eq 1 ]
    [ "$(grep -c '"type":"error"' <<<"$output")" -eq 1 ]
    [[ $stderr == *motion.xml*griffie-parse* ]]
}

@test "a parser that ends while several files are under way costs none of them" {
    mkdir parsers
    for program in griffie-parse griffie-parse-pdf; do
        real=$(readlink -f "$(dirname "$GRIFFIE")/$program")
        printf '#!/bin/sh\n[ -e failed ] || { : >failed; exit 1; }\nexec %s "$@"\n' "$real" >"parsers/$program"
    done
    chmod +x parsers/*
    for i in 1 2 3 4 5 6; do echo "<p>Ik zal uw Kamer in $i weken informeren.</p>" >"$i.html"; done
    run --separate-stderr env GRIFFIE_LIBEXEC="$PWD/parsers" "$GRIFFIE" read -j 1 letter.txt 1.html 2.html 3.html 4.html 5.html 6.html
    [ "$status" -eq 0 ]
    [ -e failed ]
    [ "$(count end)" -eq 7 ]
    [ "$(grep -o '"source":"[^"]*"' <<<"$output" | tr -d '\n')" = '"source":"letter.txt""source":"1.html""source":"2.html""source":"3.html""source":"4.html""source":"5.html""source":"6.html"' ]
}

@test "many files on many threads keep the order of their names, and each refusal stands in its place" {
    mkdir many
    for i in $(seq 1000 1199); do echo "<p>Ik zal uw Kamer in $i weken informeren.</p>" >"many/$i.html"; done
    printf 'a\0b' >many/1100.html
    run --separate-stderr "$GRIFFIE" read --json -j 4 many
    [ "$status" -eq 1 ]
    [ "$(grep -oE '"source":"[^"]*"' <<<"$output" | grep -oE '[0-9]{4}\.html' | paste -sd ' ')" = "$(cd many && echo *)" ]
    [ "$(count error)" -eq 1 ]
}

@test "folders, patterns and links are walked; a list may name them too; a link to nowhere is told" {
    mkdir -p walk/a/deep walk/z
    cp letter.txt walk/a/deep/1.txt
    cp letter.txt walk/b.txt
    cp other.txt walk/z/2.txt
    ln -s .. walk/a/up
    ln -s ../b.txt walk/z/also.txt
    mkfifo walk/pipe
    run --separate-stderr "$GRIFFIE" read walk/
    [ "$status" -eq 0 ]
    [ "$(grep -o '"source":"[^"]*"' <<<"$output" | paste -sd ' ')" = '"source":"walk/a/deep/1.txt" "source":"walk/b.txt" "source":"walk/z/2.txt" "source":"walk/z/also.txt"' ]
    ln -s nowhere walk/c.txt
    printf '%s\n' 'walk/a/deep' '' 'walk/[b-c].txt' 'walk/z/2.txt' >list
    run --separate-stderr "$GRIFFIE" read --json --files-from list letter.txt
    [ "$status" -eq 1 ]
    [ "$(grep -o '"source":"[^"]*"' <<<"$output" | paste -sd ' ')" = '"source":"letter.txt" "source":"walk/a/deep/1.txt" "source":"walk/b.txt" "source":"walk/c.txt" "source":"walk/z/2.txt"' ]
    run --separate-stderr "$GRIFFIE" read --json --files-from no-list letter.txt
    [ "$status" -eq 1 ]
    [ "$(count end)" -eq 1 ]
    [[ $stderr == *no-list* ]]
}

@test "a pipe by name is waited for" {
    mkfifo slow
    (sleep 0.2; cat letter.txt) >slow &
    run --separate-stderr timeout 10 "$GRIFFIE" read slow
    [ "$status" -eq 0 ]
    [ "$(count end)" -eq 1 ]
}

@test "what the markup links, dates and names is certain, whatever the words say" {
    cat >linked.xml <<'XML'
<?xml version="1.0"?>
<handelingen><spreekbeurt nieuw="nee"><spreker><voorvoegsels>De heer </voorvoegsels><naam><achternaam>Ypma Zeeland</achternaam></naam> (<politiek>XQ</politiek>):</spreker>
<tekst><al>Ik verwijs naar <extref doc="kst-99001-14" soort="document">die brief</extref> en naar <extref doc="kst-99002-3" soort="document">99 002 en 99 003, nr. 3</extref>.
De Kamer komt op <datum isodatum="2024-12-05">pakjesavond</datum> bijeen.</al></tekst></spreekbeurt></handelingen>
XML
    run --separate-stderr "$GRIFFIE" read --json linked.xml
    [ "$status" -eq 0 ]
    [[ $output == *'"text":"die brief","value":"kst-99001-14"'* ]]
    [ "$(grep -c '"kind":"reference"' <<<"$output")" -eq 2 ]
    [[ $output == *'"text":"99 002 en 99 003, nr. 3","value":"kst-99002-3"'* ]]
    [[ $output == *'"text":"pakjesavond","value":"2024-12-05"'* ]]
    [[ $output == *'"actor_id":"NL-TK:Ypma Zeeland"'* ]]
}

@test "archives in archives are read, a compressed file keeps its own name, a Word file inside makes no Word file of the whole" {
    python3 - <<'PY'
import gzip, io, zipfile
word, inner = io.BytesIO(), io.BytesIO()
with zipfile.ZipFile(word, "w") as z:
    z.writestr("word/document.xml", '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t xml:space="preserve">De Kamer </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>nooit </w:t></w:r></w:p>'
               '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>De motie is</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve"> aangenomen.</w:t></w:r></w:p></w:body></w:document>')
with zipfile.ZipFile(inner, "w") as z:
    z.writestr("brief.docx", word.getvalue())
with zipfile.ZipFile("outer.zip", "w") as z:
    z.writestr("binnen/inner.zip", inner.getvalue())
open("nota.txt.gz", "wb").write(gzip.compress(b"Ik zal uw Kamer informeren.\n"))
open("brief.docx", "wb").write(word.getvalue())
PY
    run "$GRIFFIE" read --json outer.zip nota.txt.gz
    [ "$status" -eq 0 ]
    [[ $output == *'"source":"outer.zip/binnen/inner.zip/brief.docx"'* ]]
    [[ $output == *'"source":"nota.txt"'* ]]
    [ "$("$GRIFFIE" text brief.docx)" = $'De Kamer\n\nDe motie is aangenomen.' ]
}

@test "a transcript keeps the moment of each sentence, its title and day, and no sounds" {
    printf 'WEBVTT - Raad van Zuiddorp 3 oktober 2024\n\n00:05.000 --> 00:09.000\n<v Wethouder Ypma>Ik zeg toe &amp; beloof\nde raad een brief.\n\n00:09.000 --> 00:12.000\nDie komt in mei.\n\n00:12.000 --> 00:14.000\n[applaus]\n' >raad.vtt
    run "$GRIFFIE" text raad.vtt
    [ "$output" = $'Wethouder Ypma:\n\nIk zeg toe & beloof de raad een brief.\n\nDie komt in mei.' ]
    run "$GRIFFIE" read --json raad.vtt
    [[ $output == *'"title":"Raad van Zuiddorp 3 oktober 2024"'*'"date":"2024-10-03"'* ]]
    [[ $output == *'"source_span":"time=00:00:09.000"'* ]]
}

@test "a PDF without the page that it counts is refused, with --ocr too" {
    printf '%s\n' '%PDF-1.4' '1 0 obj' '<</Type/Catalog/Pages 2 0 R>>' endobj '2 0 obj' '<</Type/Pages/Kids[9 0 R]/Count 1>>' endobj 'trailer<</Root 1 0 R/Size 3>>' '%%EOF' >pages.pdf
    run --separate-stderr "$GRIFFIE" read --json pages.pdf
    [ "$status" -eq 1 ]
    [[ $output == *'1 scanned page'*'--ocr'* ]]
    run --separate-stderr "$GRIFFIE" read --json --ocr pages.pdf
    [ "$status" -eq 1 ]
    [[ $output == *'"code":"limit","message":"page 1 is broken, or too large'* ]]
}
