/** One-time links: for the first keeper (console), for a colleague, for another machine of one's own. */
import { ApiError } from '../server/api-error.ts';
import { hasKeeper, sameName, type PeopleStore } from './people-store.ts';
import type {
  InvitationRecord,
  PassphraseRecord,
  PasskeyRecord,
  PeopleFile,
  PersonRecord,
} from './records.ts';
import { hashToken, makeId, makeToken } from './secrets.ts';

/** On the console, and for a further machine of one's own: it is at hand. */
export const shortInvitationMs = 30 * 60 * 1000;
/** For a colleague, who may be away over the weekend. */
export const longInvitationMs = 72 * 60 * 60 * 1000;

export type InvitationFor = Pick<InvitationRecord, 'person' | 'name' | 'role' | 'clubs' | 'isFromConsole'>;

export interface MadeInvitation {
  readonly invitation: InvitationRecord;
  /** In the link alone; only its hash is kept. */
  readonly token: string;
}

/** The token is in the fragment, which no server and no log ever sees. */
export const linkOf = (origin: string, token: string): string => `${origin}/studio/enrol#${token}`;

export interface Invitations {
  /** @throws ApiError 409 `name-taken`. */
  make(invitation: InvitationFor, lifeMs: number): Promise<MadeInvitation>;
  /** @throws ApiError 410 `link-gone`: unknown, used or too old, which nobody outside needs to tell apart. */
  find(token: string): Promise<FoundInvitation>;
  /** Somebody came, and their link is spent in the same write. @returns Their id. @throws ApiError 410 `link-gone`, 409 `name-taken`, `passkey-is-here`. */
  accept(token: string, enrolment: Enrolment): Promise<string>;
}

export interface FoundInvitation {
  readonly invitation: InvitationRecord;
  readonly person: PersonRecord | null;
}

export interface Enrolment {
  /** What they call themselves, where the invitation does not say. */
  readonly name: string | null;
  readonly passkey?: PasskeyRecord;
  readonly passphrase?: PassphraseRecord;
}

export function invitations(store: PeopleStore, now: () => number): Invitations {
  const isGood = ({ expiresMs }: InvitationRecord): boolean => expiresMs > now();
  const findIn = (file: PeopleFile, token: string): InvitationRecord => {
    const tokenHash = hashToken(token);
    const found = file.invitations.find((each) => each.tokenHash === tokenHash);
    if (found === undefined || !isGood(found)) throw new ApiError(410, 'link-gone');
    return found;
  };

  return {
    async make(wanted, lifeMs) {
      const token = makeToken();
      const invitation: InvitationRecord = {
        ...wanted,
        id: makeId(),
        tokenHash: hashToken(token),
        addedMs: now(),
        expiresMs: now() + lifeMs,
      };
      await store.people.update((file) => {
        const others = file.invitations.filter((each) => isGood(each) && !isReplacedBy(each, invitation));
        if (wanted.person === null && wanted.name !== null)
          requireFreeName(wanted.name, { ...file, invitations: others });
        return { ...file, invitations: [...others, invitation] };
      });
      return { invitation, token };
    },
    async find(token) {
      const file = await store.people.read();
      const invitation = findIn(file, token);
      return { invitation, person: file.people.find(({ id }) => id === invitation.person) ?? null };
    },
    async accept(token, enrolment) {
      let enrolled = '';
      await store.people.update((current) => {
        const invitation = findIn(current, token);
        enrolled = enrolledId(invitation);
        const left = current.invitations.filter(({ id }) => id !== invitation.id);
        const people = withEnrolled({ ...current, invitations: left }, invitation, enrolment, now());
        return { ...current, people, invitations: left };
      });
      return enrolled;
    },
  };
}

/** Somebody new takes over the id of their invitation: a passkey needs it before it is made. */
export const enrolledId = ({ person, id }: InvitationRecord): string => person ?? id;

/** A new link for the same person, or from the console, makes the one before worthless. */
function isReplacedBy(old: InvitationRecord, next: InvitationRecord): boolean {
  if (next.person !== null) return old.person === next.person;
  return next.isFromConsole && old.isFromConsole;
}

function withEnrolled(
  file: PeopleFile,
  invitation: InvitationRecord,
  { name, passkey, passphrase }: Enrolment,
  nowMs: number,
): PersonRecord[] {
  const add = (person: PersonRecord): PersonRecord => ({
    ...person,
    passkeys: passkey ? [...person.passkeys, passkey] : person.passkeys,
    passphrase: passphrase ?? person.passphrase,
  });
  // WebAuthn 7.1: one credential, one person; the other's sign-in would be looked up under the wrong key.
  const isKnown = file.people.some((person) => person.passkeys.some(({ id }) => id === passkey?.id));
  if (isKnown) throw new ApiError(409, 'passkey-is-here');
  if (invitation.person !== null) {
    // Revoked meanwhile: the link went with them.
    if (!file.people.some((person) => person.id === invitation.person)) throw new ApiError(410, 'link-gone');
    return file.people.map((person) => (person.id === invitation.person ? add(person) : person));
  }
  const { role, clubs } = invitation;
  const called = invitation.name ?? name;
  if (called === null) throw new ApiError(400, 'bad-request');
  requireFreeName(called, file);
  return [
    ...file.people,
    add({ id: invitation.id, name: called, role, clubs, passkeys: [], passphrase: null, addedMs: nowMs }),
  ];
}

/** @throws ApiError 409 `name-taken`. */
export function requireFreeName(name: string, file: PeopleFile, except: string | null = null): void {
  const isTaken =
    file.people.some((person) => person.id !== except && sameName(person.name, name)) ||
    file.invitations.some((each) => each.person === null && each.name !== null && sameName(each.name, name));
  if (isTaken) throw new ApiError(409, 'name-taken', { name });
}

/** The link of the first start, or of `npm run hub -- invite`: whoever has the machine may look after it. */
export const consoleInvitation: InvitationFor = {
  person: null,
  name: null,
  role: 'keeper',
  clubs: [],
  isFromConsole: true,
};

/** Nobody could sign in and look after people. */
export const isUnclaimed = async (store: PeopleStore): Promise<boolean> =>
  !hasKeeper(await store.people.read());
