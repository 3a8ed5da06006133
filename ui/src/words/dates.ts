/** Dates and recurrences as people read them.
 *
 *  2021-06-14 → 14 June 2021 · 2021-06 → June 2021 · 2021-FA → autumn 2021 · 2021-W24 → week 24 of 2021
 *  2021-Q3 → quarter 3 of 2021 · EVENT:NATO-SUMMIT-2022 → at NATO-SUMMIT-2022 · P1Y → every year */
import type { Word } from './en.ts';
import { language, words } from './words.ts';

const locale = () => (language() === 'nl' ? 'nl-NL' : 'en-GB');
const seasons: Record<string, Word> = { SP: 'date_spring', SU: 'date_summer', FA: 'date_autumn', WI: 'date_winter' };

interface Shape {
    pattern: RegExp;
    say: (part: string[]) => string;
}
const shapes: Shape[] = [
    { pattern: /^(\d{4})-(\d\d)-(\d\d)/, say: ([, year, month, day]) => format(Number(year), Number(month), Number(day)) },
    { pattern: /^(\d{4})-(\d\d)$/, say: ([, year, month]) => format(Number(year), Number(month)) },
    { pattern: /^(\d{4})$/, say: ([, year]) => year! },
    { pattern: /^(\d{3})X?$/, say: ([, decade]) => words('date_decade', { year: `${decade}0` }) },
    { pattern: /^(\d{4})-W(\d\d)$/, say: ([, year, week]) => words('date_week', { year: year!, week: Number(week) }) },
    { pattern: /^(\d{4})-Q(\d)$/, say: ([, year, quarter]) => words('date_quarter', { year: year!, quarter: quarter! }) },
    { pattern: /^(\d{4})-H(\d)$/, say: ([, year, half]) => words('date_half', { year: year!, half: half! }) },
    { pattern: /^(\d{4})-(SP|SU|FA|WI)$/, say: ([, year, season]) => words(seasons[season!]!, { year: year! }) },
    { pattern: /^EVENT(?:-AFTER)?:(.+)$/, say: ([, event]) => words('date_event', { event: event! }) },
    { pattern: /^FUTURE_REF$/, say: () => words('date_future') },
    { pattern: /^PRESENT_REF$/, say: () => words('date_present') },
];

const dayFormat: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };

function format(year: number, month: number, day?: number): string {
    if (month < 1 || month > 12) return String(year);
    const options = day ? dayFormat : { ...dayFormat, day: undefined };
    return new Intl.DateTimeFormat(locale(), options).format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

export function dateText(value: string): string {
    for (const { pattern, say } of shapes) {
        const parts = pattern.exec(value);
        if (parts) return say(parts);
    }
    return value;
}

/** The days from one to another, by the name that such a stretch has: a month, a quarter, a season, a year. */
export function rangeText(from: string, to: string): string {
    const year = from.slice(0, 4),
        days = `${from.slice(5)}/${to.slice(5)}`;
    const named: Record<string, string> = {
        '01-01/12-31': year,
        '01-01/03-31': `${year}-Q1`,
        '04-01/06-30': `${year}-Q2`,
        '07-01/09-30': `${year}-Q3`,
        '10-01/12-31': `${year}-Q4`,
        '01-01/06-30': `${year}-H1`,
        '07-01/12-31': `${year}-H2`,
        '03-01/06-20': `${year}-SP`,
        '06-01/09-22': `${year}-SU`,
        '09-01/12-20': `${year}-FA`,
    };
    const name = named[days];
    if (name && to.startsWith(year)) return dateText(name);
    const lastDay = new Date(Date.UTC(Number(year), Number(from.slice(5, 7)), 0)).getUTCDate();
    if (from.endsWith('-01') && to === `${from.slice(0, 8)}${lastDay}`) return dateText(from.slice(0, 7));
    return new Intl.DateTimeFormat(locale(), dayFormat).formatRange(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`));
}

export function timeText(at: string): string {
    const moment = new Date(at);
    if (Number.isNaN(moment.getTime())) return at;
    return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'short' }).format(moment);
}

const everyWords: Record<string, Word> = {
    P1Y: 'every_year',
    P6M: 'every_half_year',
    P3M: 'every_quarter',
    P1M: 'every_month',
    P1W: 'every_week',
};
export function recurrenceText(value: string): string {
    const known = everyWords[value];
    if (known) return words(known);
    const parts = /^P(\d+)([YMWD])$/.exec(value);
    if (parts) return words('every_n', { count: parts[1]!, unit: words(`unit_${parts[2]}` as Word) });
    return value === 'on-condition' ? words('on_condition') : value;
}
