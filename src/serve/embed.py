"""Writes a JSON file as a constant of C: embed.py doc/openapi.json description.c api_description_json. Checks that it is JSON on the way."""
import json
import sys

source, target, name = sys.argv[1:]
data = open(source, 'rb').read()
json.loads(data)
with open(target, 'w') as out:
    out.write(f'#include "serve/embedded.h"\n\nconst unsigned char {name}[] = {{\n')
    for at in range(0, len(data), 24):
        out.write(''.join(f'{byte},' for byte in data[at:at + 24]) + '\n')
    out.write(f'}};\nconst size_t {name}_size = sizeof {name};\n')
