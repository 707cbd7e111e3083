/** What of a person leaves the hub: never a key, a hash or an address. */
import { ApiError } from '../server/api-error.ts';
import { changePerson, hasMeans } from './people-store.ts';
import type { PeopleFile, PersonRecord, SignInRecord } from './records.ts';

/** @throws ApiError 404 `no-such-person`. */
export function findPerson({ people }: PeopleFile, id: string): PersonRecord {
  const found = people.find((person) => person.id === id);
  if (found === undefined) throw new ApiError(404, 'no-such-person');
  return found;
}

export function shownMeans({ passkeys, passphrase }: PersonRecord) {
  const shown = passkeys.map(({ id, device, addedMs, usedMs }) => ({
    id,
    kind: 'passkey',
    device,
    addedMs,
    usedMs,
  }));
  if (passphrase === null) return shown;
  const { id, addedMs, usedMs } = passphrase;
  return [...shown, { id, kind: 'passphrase', device: '', addedMs, usedMs }];
}

/** @param present The one the question came with. */
export const shownSignIns = (records: readonly SignInRecord[], present: string) =>
  records.map(({ id, means, device, sinceMs, seenMs }) => ({
    id,
    means,
    device,
    sinceMs,
    seenMs,
    isThis: id === present,
  }));

/**
 * @param keeps Whether the last way in may go: not one's own, but a keeper may take it from somebody, with a new link to give.
 * @throws ApiError 404 `no-such-person`, `no-such-means`, 409 `last-means`.
 */
export function removeMeans(
  file: PeopleFile,
  person: string,
  means: string,
  keeps: 'keeps-one' | 'may-be-last',
): PeopleFile {
  return changePerson(file, person, (known) => {
    const left = {
      ...known,
      passkeys: known.passkeys.filter(({ id }) => id !== means),
      passphrase: known.passphrase?.id === means ? null : known.passphrase,
    };
    const isSame = left.passkeys.length === known.passkeys.length && left.passphrase === known.passphrase;
    if (isSame) throw new ApiError(404, 'no-such-means');
    if (keeps === 'keeps-one' && !hasMeans(left)) throw new ApiError(409, 'last-means');
    return left;
  });
}
