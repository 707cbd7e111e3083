/** The people of a hub, opened on its data folder: what the routes, the first start and the command line work with. */
import { dataPaths, type HubConfig } from '../config.ts';
import type { Club } from '../../core/shelf/issue.ts';
import type { Caller } from './access.ts';
import { challenges, type Challenges } from './challenges.ts';
import { invitations, type Invitations } from './invitations.ts';
import { openPeopleStore, type PeopleStore } from './people-store.ts';
import { proposals, type Proposals } from './proposals.ts';
import { rateLimit, type RateLimit } from './rate-limit.ts';
import { signInCookie, type SignInCookie } from './sign-in-cookie.ts';
import { callerOf, signIns, type SignIns } from './sign-ins.ts';

export interface People {
  /** Where people open the studio: scheme, host and port. */
  readonly origin: string;
  readonly clubs: readonly Club[];
  readonly hasProxy: boolean;
  readonly store: PeopleStore;
  readonly invitations: Invitations;
  readonly signIns: SignIns;
  readonly challenges: Challenges;
  readonly proposals: Proposals;
  readonly limit: RateLimit;
  readonly cookie: SignInCookie;
  readonly now: () => number;
  /** Who is asking, by the cookie. */
  findCaller(request: Request): Promise<Caller | null>;
}

export function openPeople(
  { data, hasProxy }: Pick<HubConfig, 'data' | 'hasProxy'>,
  origin: string,
  clubs: readonly Club[],
  now: () => number = Date.now,
): People {
  const store = openPeopleStore(dataPaths(data).people);
  const cookie = signInCookie(origin);
  const signedIn = signIns(store, now);
  return {
    origin,
    clubs,
    hasProxy,
    store,
    invitations: invitations(store, now),
    signIns: signedIn,
    challenges: challenges(now),
    proposals: proposals(now),
    limit: rateLimit(now),
    cookie,
    now,
    async findCaller(request) {
      const token = cookie.read(request);
      const found = token === null ? null : await signedIn.find(token);
      return found === null
        ? null
        : callerOf(
            found,
            clubs.map(({ id }) => id),
            now(),
          );
    },
  };
}
