/** Who is signed in at the hub, if there is a hub. Local drafts never depend on it. */
import { signal, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { askHub, HubProblem, onHubRefusal } from './hub-client.ts';

export const RoleSchema = v.picklist(['editor', 'publisher', 'keeper']);
export type Role = v.InferOutput<typeof RoleSchema>;

const PersonSchema = v.object({
  id: v.string(),
  name: v.string(),
  role: RoleSchema,
  /** The role and those below it. */
  roles: v.array(RoleSchema),
  /** Club ids. */
  clubs: v.array(v.string()),
  /** Until then, people and keys may be changed without signing in again. */
  freshUntilMs: v.number(),
});
export type Person = v.InferOutput<typeof PersonSchema>;

const AnswerSchema = v.object({
  person: v.nullable(PersonSchema),
  /** Where this hub wants to be opened; passkeys work nowhere else. */
  address: v.string(),
  /** Nobody could sign in and look after people: the console has the first link. */
  isUnclaimed: v.boolean(),
});

export type Account =
  /** Not asked yet. */
  | { readonly state: 'unknown' }
  /** A static host: everything is by file. */
  | { readonly state: 'no-hub' }
  /** No network, or the hub is down: asked again when there is one. */
  | { readonly state: 'offline' }
  | { readonly state: 'nobody'; readonly address: string; readonly isUnclaimed: boolean }
  | { readonly state: 'somebody'; readonly person: Person; readonly address: string };

const current = signal<Account>({ state: 'unknown' });
export const account: ReadonlySignal<Account> = current;

export async function refreshAccount(): Promise<Account> {
  try {
    const { person, address, isUnclaimed } = await askHub('GET', '/sign-in', AnswerSchema);
    current.value =
      person === null ? { state: 'nobody', address, isUnclaimed } : { state: 'somebody', person, address };
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    const isStatic = error.code === 'no-hub' || error.status === 404;
    current.value = { state: isStatic ? 'no-hub' : 'offline' };
  }
  return current.value;
}

/** Ends this sign-in at the hub. What is on this machine stays as it is. @throws HubProblem */
export async function signOut(): Promise<void> {
  await askHub('DELETE', '/sign-in', v.null());
  await refreshAccount();
}

/** May this person do it, as far as this page knows? The hub decides. */
export function may(role: Role, club?: string): boolean {
  const { value } = current;
  if (value.state !== 'somebody') return false;
  return value.person.roles.includes(role) && (club === undefined || value.person.clubs.includes(club));
}

// Expired or revoked meanwhile: the page says so at once, and goes on working on what is here.
onHubRefusal(({ code }) => {
  if (code === 'not-signed-in' && current.value.state === 'somebody') void refreshAccount();
});
