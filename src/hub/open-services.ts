/** What the API's routes work with, opened on one data folder; each module of the hub adds its own line. */
import type { HubConfig } from './config.ts';
import { openDraftServices } from './drafts/draft-services.ts';
import { keepSwept } from './drafts/keep-swept.ts';
import { openShelf } from './open-shelf.ts';
import { openPeople } from './people/people.ts';
import { openReleaseServices } from './release/release-services.ts';
import type { ApiServices } from './server/api.ts';
import { tellTrouble } from './trouble.ts';
import { soon } from './store/soon.ts';

/** @param origin Where people open the studio. */
export async function openServices(config: HubConfig, origin: string): Promise<ApiServices> {
  const { data } = config;
  const shelf = await openShelf(config);
  const people = openPeople(config, origin, shelf.clubs);
  const drafts = openDraftServices(data, (href) => soon(shelf.store.read(href), shelf.store.name));
  keepSwept(drafts);
  const publishing = await openReleaseServices({ data, shelf, drafts: drafts.drafts, onError: tellTrouble });
  return { origin, findCaller: people.findCaller, touch: people.signIns.touch, people, drafts, publishing };
}
