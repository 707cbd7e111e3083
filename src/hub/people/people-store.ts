/** People and their invitations, and who is signed in, as files in `<data>/people`. */
import path from 'node:path';
import { ApiError } from '../server/api-error.ts';
import { jsonFile, type JsonFile } from './json-file.ts';
import {
  PeopleFileSchema,
  SignInsFileSchema,
  type PeopleFile,
  type PersonRecord,
  type SignInsFile,
} from './records.ts';

export interface PeopleStore {
  readonly people: JsonFile<PeopleFile>;
  readonly signIns: JsonFile<SignInsFile>;
}

export function openPeopleStore(folder: string): PeopleStore {
  const people = jsonFile(path.join(folder, 'people.json'), PeopleFileSchema, {
    version: 1,
    people: [],
    invitations: [],
  });
  return {
    people: {
      read: people.read,
      /** @throws ApiError 409 `last-keeper`: whatever is changed, somebody can still look after people and keys. */
      update: (change) =>
        people.update((current) => {
          const next = change(current);
          if (hasKeeper(current) && !hasKeeper(next)) throw new ApiError(409, 'last-keeper');
          return next;
        }),
    },
    signIns: jsonFile(path.join(folder, 'sign-ins.json'), SignInsFileSchema, { version: 1, signIns: [] }),
  };
}

/** One who could sign in now. */
export const hasKeeper = ({ people }: PeopleFile): boolean =>
  people.some((person) => person.role === 'keeper' && hasMeans(person));

export const hasMeans = ({ passkeys, passphrase }: PersonRecord): boolean =>
  passkeys.length > 0 || passphrase !== null;

/** Two people must not be taken for each other, by a reader of the journal or at sign-in. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

export const nameKey = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

/** With one person changed. @throws ApiError 404 `no-such-person`. */
export function changePerson(
  file: PeopleFile,
  id: string,
  change: (person: PersonRecord) => PersonRecord,
): PeopleFile {
  if (!file.people.some((person) => person.id === id)) throw new ApiError(404, 'no-such-person');
  return { ...file, people: file.people.map((person) => (person.id === id ? change(person) : person)) };
}
