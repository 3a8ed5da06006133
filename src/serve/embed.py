"""Writes a file as a constant of C: embed.py doc/openapi.json description.c. Checks that it is JSON on the way."""
import json
import sys

data = open(sys.argv[1], 'rb').read()
json.loads(data)
with open(sys.argv[2], 'w') as out:
    out.write('#include "serve/description.h"\n\nconst unsigned char api_description_json[] = {\n')
    for at in range(0, len(data), 24):
        out.write(''.join(f'{byte},' for byte in data[at:at + 24]) + '\n')
    out.write('};\nconst size_t api_description_size = sizeof api_description_json;\n')
