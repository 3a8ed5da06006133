#!/usr/bin/env python3
"""Makes the table of named characters of HTML 4 (src/record/entity.h) from Python's own: entity-table.py OUT.c"""
import html.entities, sys

names = sorted({**html.entities.name2codepoint, "apos": 39}.items(), key=lambda pair: pair[0].encode())
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write('/* Made by tools/entity-table.py. */\n#include "record/entity.h"\n\nconst struct entity entity_table[] = {\n')
    for name, character in names:
        out.write(f'    {{ "{name}", {character} }},\n')
    out.write(f"}};\nconst size_t entity_count = {len(names)};\n")
