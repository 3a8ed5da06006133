/** The language of the page: chosen by the reader, else the browser's first of Dutch and English. */
import { en, type Word, type Words } from './en.ts';
import { nl } from './nl.ts';

export type Language = 'nl' | 'en';
const languages: Record<Language, Words> = { nl, en };
const storageKey = 'griffie-language';

function remembered(): string | null {
    try {
        return localStorage.getItem(storageKey);
    } catch {
        return null;
    }
}

export function chooseLanguage(wished: string | null, browser: readonly string[]): Language {
    if (wished === 'nl' || wished === 'en') return wished;
    const first = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'nl' || tag === 'en');
    return first === 'nl' ? 'nl' : 'en';
}

let current: Language = 'en';
export function startLanguage(): void {
    current = chooseLanguage(remembered(), navigator.languages);
}
export function language(): Language {
    return current;
}
export function setLanguage(to: Language): void {
    current = to;
    try {
        localStorage.setItem(storageKey, to);
    } catch {
        /* a browser that stores nothing forgets the choice, that is all */
    }
}

/** `words('found_items', { count: 3 })` → "3 items". */
export function words(word: Word, values: Record<string, string | number> = {}): string {
    return fill(languages[current][word], values);
}
export function fill(text: string, values: Record<string, string | number>): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
/** The word for a value of the data, such as `kind_` + "plan"; a value without a word is shown as it is. */
export function wordFor(prefix: string, value: string): string {
    const table: Record<string, string> = languages[current];
    return table[prefix + value] ?? value;
}
export function numberText(value: number): string {
    return new Intl.NumberFormat(current === 'nl' ? 'nl-NL' : 'en-GB').format(value);
}
