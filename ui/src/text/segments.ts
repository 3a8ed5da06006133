/** Cuts a text at the edges of its marks, so that nested and even crossing marks become a flat row of pieces.
 *
 *  text  "Zij stemden in en zullen dit uitwerken"   marks  a = [0,14)  b = [18,38)  c = [25,28)
 *  →     "Zij stemden in" {a} · " en " {} · "zullen " {b} · "dit" {b c} · " uitwerken" {b}
 *  Each piece tells its marks from the outermost to the innermost, and which of them begin there. */
export interface Range {
    start: number;
    end: number;
}
export interface Segment<Mark extends Range> {
    start: number;
    end: number;
    marks: Mark[];
    begins: Mark[];
}

export function cutSegments<Mark extends Range>(start: number, end: number, marks: Mark[]): Segment<Mark>[] {
    const inside = marks.filter((mark) => mark.start < mark.end && mark.start < end && start < mark.end);
    inside.sort((a, b) => a.start - b.start || b.end - a.end);
    const edges = new Set([start, end]);
    for (const mark of inside) {
        if (mark.start > start) edges.add(mark.start);
        if (mark.end < end) edges.add(mark.end);
    }
    const cuts = [...edges].sort((a, b) => a - b);
    const segments: Segment<Mark>[] = [];
    let next = 0;
    let under: Mark[] = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
        const from = cuts[i]!,
            to = cuts[i + 1]!;
        under = under.filter((mark) => mark.end > from);
        const begins: Mark[] = [];
        while (next < inside.length && inside[next]!.start <= from) {
            const mark = inside[next++]!;
            if (mark.end <= from) continue;
            under = [...under, mark];
            if (mark.start >= start) begins.push(mark);
        }
        segments.push({ start: from, end: to, marks: under, begins });
    }
    return segments;
}

/** Paragraphs: stretches between blank lines, without the blank lines themselves. */
export function cutParagraphs(text: string): Range[] {
    const paragraphs: Range[] = [];
    const gap = /\n(?:[ \t\r]*\n)+/g;
    let start = 0;
    for (let match = gap.exec(text); match; match = gap.exec(text)) {
        if (text.slice(start, match.index).trim()) paragraphs.push({ start, end: match.index });
        start = match.index + match[0].length;
    }
    if (text.slice(start).trim()) paragraphs.push({ start, end: text.length });
    return paragraphs;
}
