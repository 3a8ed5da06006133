/** Names of actors: the register keeps identifiers (NL-TK), people read names (Tweede Kamer). */
import { api } from '../api/client.ts';
import type { ActorNames } from '../api/shapes.ts';
import { language } from './words.ts';

let names: ActorNames = {};

/** Without names the page shows identifiers: no reason to show nothing. */
export async function loadActorNames(): Promise<void> {
    names = await api.actors().catch(() => ({}));
}

function nameOf(id: string): string | undefined {
    const known = names[id];
    return language() === 'nl' ? (known?.nl ?? known?.en) : (known?.en ?? known?.nl);
}

/** "NL-TK" → "Tweede Kamer"; a person of a body, "NL-TK:Van Dam", → "Van Dam (Tweede Kamer)". Without a name: the identifier. */
export function actorText(id: string): string {
    const [body, person] = id.split(':', 2);
    return nameOf(id) ?? (person ? `${person} (${nameOf(body!) ?? body})` : id);
}

/** Every actor that has a name, by name. */
export function actorChoices(): { value: string; label: string }[] {
    return Object.keys(names)
        .map((id) => ({ value: id, label: actorText(id) }))
        .sort((a, b) => a.label.localeCompare(b.label, language()));
}
