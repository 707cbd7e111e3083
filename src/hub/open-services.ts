/** What the API's routes work with, opened on one data folder; each module of the hub adds its own line. */
import { readClubs } from './clubs.ts';
import type { HubConfig } from './config.ts';
import { openDraftServices } from './drafts/draft-services.ts';
import { keepSwept } from './drafts/keep-swept.ts';
import { openPeople } from './people/people.ts';
import type { ApiServices } from './server/api.ts';

/** @param origin Where people open the studio. */
export async function openServices(config: HubConfig, origin: string): Promise<ApiServices> {
  const clubs = await readClubs(config.data, config.starter);
  const people = openPeople(config, origin, clubs);
  const drafts = openDraftServices(config.data);
  keepSwept(drafts);
  return { origin, findCaller: people.findCaller, touch: people.signIns.touch, people, drafts };
}
