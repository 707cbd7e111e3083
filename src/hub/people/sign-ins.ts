/** Who is signed in where: opaque tokens, hashed at rest; 12 hours idle, 30 days in all, ended by their owner or a keeper. */
import { rolesUpTo, type Caller } from './access.ts';
import type { PeopleStore } from './people-store.ts';
import type { PersonRecord, SignInRecord } from './records.ts';
import { hashToken, makeId, makeToken } from './secrets.ts';

export const idleMs = 12 * 60 * 60 * 1000;
export const longestMs = 30 * 24 * 60 * 60 * 1000;
/** As long as a sign-in counts as fresh. */
export const freshMs = 10 * 60 * 1000;
/** How exact `seenMs` is: not every request is a write. */
const seenStepMs = 5 * 60 * 1000;

export interface SignIns {
  /** @returns The token, for the cookie; it is kept nowhere. */
  begin(
    person: string,
    means: SignInRecord['means'],
    device: string,
    replaces: string | null,
  ): Promise<string>;
  find(token: string): Promise<FoundSignIn | null>;
  /** It was used for something it was good for. */
  touch(signIn: string): Promise<void>;
  /** Those of a person that are still good, the latest first. */
  list(person: string): Promise<readonly SignInRecord[]>;
  /** @returns Whether there was one. */
  end(person: string, signIn: string): Promise<boolean>;
  endAll(person: string): Promise<void>;
}

export interface FoundSignIn {
  readonly record: SignInRecord;
  readonly person: PersonRecord;
}

export function signIns(store: PeopleStore, now: () => number): SignIns {
  const isGood = ({ sinceMs, seenMs }: SignInRecord): boolean =>
    now() - sinceMs < longestMs && now() - seenMs < idleMs;
  const keep = (test: (record: SignInRecord) => boolean) =>
    store.signIns.update((file) => {
      const kept = file.signIns.filter(test);
      return kept.length === file.signIns.length ? file : { ...file, signIns: kept };
    });

  return {
    async begin(person, means, device, replaces) {
      const token = makeToken();
      const record = {
        id: makeId(),
        tokenHash: hashToken(token),
        person,
        means,
        device,
        sinceMs: now(),
        seenMs: now(),
      };
      const replaced = replaces === null ? null : hashToken(replaces);
      await store.signIns.update((file) => ({
        ...file,
        signIns: [...file.signIns.filter((old) => isGood(old) && old.tokenHash !== replaced), record],
      }));
      return token;
    },
    async find(token) {
      const tokenHash = hashToken(token);
      const record = (await store.signIns.read()).signIns.find((each) => each.tokenHash === tokenHash);
      if (record === undefined || !isGood(record)) return null;
      // Of somebody revoked, a sign-in may be left over from a process that was killed.
      const person = (await store.people.read()).people.find(({ id }) => id === record.person);
      return person === undefined ? null : { record, person };
    },
    async touch(signIn) {
      const { signIns: all } = await store.signIns.read();
      const record = all.find(({ id }) => id === signIn);
      if (record === undefined || now() - record.seenMs < seenStepMs) return;
      await store.signIns.update((file) => ({
        ...file,
        signIns: file.signIns.map((each) => (each.id === signIn ? { ...each, seenMs: now() } : each)),
      }));
    },
    async list(person) {
      const { signIns: all } = await store.signIns.read();
      return all
        .filter((record) => record.person === person && isGood(record))
        .sort((a, b) => b.seenMs - a.seenMs);
    },
    async end(person, signIn) {
      const isIt = (record: SignInRecord): boolean => record.id === signIn && record.person === person;
      const had = (await store.signIns.read()).signIns.some(isIt);
      await keep((record) => !isIt(record));
      return had;
    },
    async endAll(person) {
      await keep((record) => record.person !== person);
    },
  };
}

/** @param clubs All there are: whoever looks after people looks after all of them. */
export function callerOf({ record, person }: FoundSignIn, clubs: readonly string[], nowMs: number): Caller {
  return {
    person: person.id,
    name: person.name,
    roles: rolesUpTo(person.role),
    clubs: clubsOf(person, clubs),
    signIn: record.id,
    isFresh: nowMs - record.sinceMs < freshMs,
  };
}

export const clubsOf = (
  { role, clubs }: Pick<PersonRecord, 'role' | 'clubs'>,
  all: readonly string[],
): readonly string[] => (role === 'keeper' ? all : all.filter((club) => clubs.includes(club)));
