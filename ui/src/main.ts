/** The page starts here: the language, then the view that the address names. */
import { followLinks, type Address, type ViewMaker } from './page/router.ts';
import { startShell } from './page/shell.ts';
import { agendaView } from './views/agenda.ts';
import { itemView } from './views/item.ts';
import { itemsView } from './views/items.ts';
import { ledgerView } from './views/ledger.ts';
import { overviewView } from './views/overview.ts';
import { recordView } from './views/record.ts';
import { recordsView } from './views/records.ts';
import { reviewView } from './views/review.ts';
import { searchView } from './views/search.ts';
import { loadActorNames } from './words/actors.ts';
import { startLanguage } from './words/words.ts';

/** First part of the address → the view of the list, and of one thing in it. The server knows the same addresses (src/serve/page.c). */
const views: Record<string, { list: ViewMaker; one?: ViewMaker }> = {
    '': { list: overviewView },
    items: { list: itemsView, one: itemView },
    records: { list: recordsView, one: recordView },
    search: { list: searchView },
    agenda: { list: agendaView },
    review: { list: reviewView },
    ledger: { list: ledgerView },
};

function viewOf({ path }: Address): ViewMaker | undefined {
    const view = views[path[0] ?? ''];
    return path.length > 1 ? view?.one : view?.list;
}

startLanguage();
followLinks();
void loadActorNames().then(() => startShell(viewOf));
