#!/usr/bin/env python3
"""Makes a C string literal of a text file: embed.py IN OUT."""
import sys

with open(sys.argv[1], encoding="utf-8") as text, open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in text:
        escaped = line.rstrip("\n").replace("\\", "\\\\").replace('"', '\\"')
        out.write(f'"{escaped}\\n"\n')
