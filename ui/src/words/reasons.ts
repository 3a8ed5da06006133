/** Reasons that rules enter stand in the ledger in English and are never changed there; the Dutch page says them in Dutch. What a
 *  person wrote, or a rule that is not listed here, stays as it was entered. */
import { language } from './words.ts';

const dutch: [english: string, dutch: string][] = [
    ['recalls this undertaking: same source, same words', 'herinnert aan deze afspraak: zelfde bron, zelfde woorden'],
    ['says the same in the same words', 'zegt hetzelfde in dezelfde woorden'],
    ['the record itself says so', 'het stuk zegt het zelf'],
    ['the record says that part of it is done', 'het stuk zegt dat een deel ervan is gedaan'],
    ['the record says that it is done', 'het stuk zegt dat het is gedaan'],
    ['the record says that it will not be done', 'het stuk zegt dat het niet zal gebeuren'],
    ['recalls the undertaking and says that it is done', 'herinnert aan de afspraak en zegt dat het is gedaan'],
    ['another undertaking takes its place', 'een andere afspraak komt ervoor in de plaats'],
    ['an earlier undertaking that the register did not hold yet', 'een eerdere afspraak die nog niet in het register stond'],
    ['names the record and speaks of the same', 'noemt het stuk en gaat over hetzelfde'],
    ['names the motion', 'noemt de motie'],
    ['names what it reaffirms', 'noemt wat het herbevestigt'],
    ['names it and reports', 'noemt het en bericht erover'],
    ['the record as it is read now no longer says so', 'het stuk zegt dit niet meer zoals het nu is gelezen'],
    ['the same statement in a new reading', 'dezelfde uitspraak in een nieuwe lezing'],
    ['refused: ', 'geweigerd: '],
];

/** The reasons inside a text, in the language of the page. */
export function reasonText(text: string): string {
    return language() === 'nl' ? dutch.reduce((said, [from, to]) => said.replace(from, to), text) : text;
}
