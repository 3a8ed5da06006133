/** The API counts bytes of UTF-8; a JavaScript string counts UTF-16 units. This makes the one from the other.
 *
 *  "één" is 5 bytes and 3 units: unitAt(5) is 3. A byte inside a character gives the unit of that character's start. */
export class ByteOffsets {
    /** The byte at which unit i starts; one more entry for the end. Surrogate pairs: both halves start where the character does. */
    private readonly byteOfUnit: Uint32Array;

    constructor(text: string) {
        this.byteOfUnit = new Uint32Array(text.length + 1);
        let byte = 0;
        for (let unit = 0; unit < text.length; unit++) {
            this.byteOfUnit[unit] = byte;
            const code = text.charCodeAt(unit);
            const pair = code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
            if (pair) this.byteOfUnit[++unit] = byte;
            byte += code < 0x80 ? 1 : code < 0x800 ? 2 : pair ? 4 : 3;
        }
        this.byteOfUnit[text.length] = byte;
    }

    get bytes(): number {
        return this.byteOfUnit[this.byteOfUnit.length - 1]!;
    }

    unitAt(byte: number): number {
        let low = 0,
            high = this.byteOfUnit.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.byteOfUnit[middle]! <= byte) low = middle;
            else high = middle - 1;
        }
        // Both halves of a pair carry the same byte: step back to the first.
        return low > 0 && this.byteOfUnit[low - 1] === this.byteOfUnit[low] ? low - 1 : low;
    }
}
