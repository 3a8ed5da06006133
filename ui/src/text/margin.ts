/** Puts each note in the margin at the height of the words it is about, or just below the note before it.
 *  Without room for a margin (narrow screens, print) the notes stay below their paragraph, where CSS puts them. */
export function alignNotes(article: HTMLElement): void {
    const wide = getComputedStyle(article).getPropertyValue('--margin-notes').trim() === 'beside';
    const moves: { note: HTMLElement; offset: number }[] = [];
    for (const paragraph of article.querySelectorAll<HTMLElement>('.paragraph')) {
        const notes = [...paragraph.querySelectorAll<HTMLElement>('.note')];
        for (const note of notes) note.style.marginBlockStart = '';
        if (!wide) continue;
        const top = paragraph.getBoundingClientRect().top;
        let bottom = 0;
        for (const note of notes) {
            const mark = article.querySelector<HTMLElement>(`#${CSS.escape(note.dataset.mark ?? '')}`);
            const wished = mark ? mark.getBoundingClientRect().top - top - 4 : 0;
            const offset = Math.max(0, wished - bottom);
            moves.push({ note, offset });
            bottom = Math.max(bottom, wished) + note.getBoundingClientRect().height + 8;
        }
    }
    for (const { note, offset } of moves) note.style.marginBlockStart = `${offset}px`;
}
