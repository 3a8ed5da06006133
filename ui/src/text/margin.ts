/** Puts each note in the margin at the height of the words it is about, or just below the note before it.
 *  Without room for a margin (narrow screens, print) the notes stay below their paragraph, where CSS puts them.
 *
 *  All notes go back to their place first, then everything is measured, then everything is moved: the browser lays the page out
 *  twice, however long the record is. */
const gap = 8;

export function alignNotes(article: HTMLElement): void {
    const notes = [...article.querySelectorAll<HTMLElement>('.note')];
    for (const note of notes) note.style.marginBlockStart = '';
    if (getComputedStyle(article).getPropertyValue('--margin-notes').trim() !== 'beside') return;
    const moves: number[] = [];
    let list: Element | null = null,
        top = 0,
        bottom = 0;
    for (const note of notes) {
        if (note.parentElement !== list) {
            list = note.parentElement;
            top = list!.getBoundingClientRect().top;
            bottom = 0;
        }
        const mark = document.getElementById(note.dataset.mark ?? '');
        const wished = mark ? mark.getBoundingClientRect().top - top - 4 : 0;
        moves.push(Math.max(0, wished - bottom));
        bottom = Math.max(bottom, wished) + note.getBoundingClientRect().height + gap;
    }
    notes.forEach((note, index) => {
        note.style.marginBlockStart = `${moves[index]}px`;
    });
}

/** Aligns now, and again whenever the article gets another width. */
export function keepNotesAligned(article: HTMLElement): void {
    let width = 0;
    const observer = new ResizeObserver(() => {
        if (!article.isConnected) observer.disconnect();
        else if (article.clientWidth !== width) {
            width = article.clientWidth;
            alignNotes(article);
        }
    });
    observer.observe(article);
}
