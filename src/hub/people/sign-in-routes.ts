/** `/api/sign-in`: who am I, coming in by passkey or passphrase, going out. */
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { ApiError } from '../server/api-error.ts';
import { readBody } from '../server/read-body.ts';
import { rolesUpTo, type ApiEnv } from './access.ts';
import { clientAddress } from './client-address.ts';
import { deviceName } from './device-name.ts';
import { isUnclaimed } from './invitations.ts';
import { authenticationOptions, AuthenticationSchema, verifyAuthentication } from './passkeys.ts';
import { isPassphrase } from './passphrase.ts';
import type { People } from './people.ts';
import { changePerson, nameKey, sameName } from './people-store.ts';
import { NameSchema, type PersonRecord, type SignInRecord } from './records.ts';
import { clubsOf, freshMs, longestMs } from './sign-ins.ts';

const PassphraseSchema = v.strictObject({
  name: NameSchema,
  passphrase: v.pipe(v.string(), v.maxLength(200)),
});

export function signInRoutes(people: People): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/sign-in', async (context) => {
    const token = people.cookie.read(context.req.raw);
    const found = token === null ? null : await people.signIns.find(token);
    return context.json({
      person: found === null ? null : shownSelf(people, found.person, found.record),
      address: people.origin,
      isUnclaimed: await isUnclaimed(people.store),
    });
  });

  routes.post('/sign-in/passkey/options', async (context) => {
    const address = clientAddress(context, people.hasProxy);
    people.limit.check({ address });
    return context.json(await authenticationOptions(people, address));
  });

  routes.post('/sign-in/passkey', async (context) => {
    const by = { address: clientAddress(context, people.hasProxy) };
    people.limit.check(by);
    const response = await readBody(context, AuthenticationSchema);
    try {
      const { person, passkey } = await findPasskey(people, response.id, response.response.userHandle);
      const used = await verifyAuthentication(people, passkey, response);
      await people.store.people.update((file) =>
        changePerson(file, person.id, (known) => ({
          ...known,
          passkeys: known.passkeys.map((each) => (each.id === used.id ? used : each)),
        })),
      );
      return await letIn(context, people, person.id, 'passkey');
    } catch (error) {
      people.limit.fail(by);
      throw error;
    }
  });

  routes.post('/sign-in/passphrase', async (context) => {
    const { name, passphrase } = await readBody(context, PassphraseSchema);
    const by = { address: clientAddress(context, people.hasProxy), account: nameKey(name) };
    people.limit.check(by);
    people.limit.fail(by);
    const file = await people.store.people.read();
    const person = file.people.find((each) => sameName(each.name, name)) ?? null;
    const record = person?.passphrase ?? null;
    if (!(await isPassphrase(passphrase, record)) || person === null || record === null)
      throw new ApiError(403, 'wrong-words');
    people.limit.succeed(by);
    await people.store.people.update((current) =>
      changePerson(current, person.id, (known) => ({
        ...known,
        passphrase: known.passphrase && { ...known.passphrase, usedMs: people.now() },
      })),
    );
    return letIn(context, people, person.id, 'passphrase');
  });

  routes.delete('/sign-in', async (context) => {
    const caller = context.get('found');
    if (caller !== null) await people.signIns.end(caller.person, caller.signIn);
    context.header('set-cookie', people.cookie.clear());
    return context.body(null, 204);
  });
  return routes;
}

/** Begins a sign-in and answers with whose it is. The one this browser had before is over. */
export async function letIn(
  context: Context<ApiEnv>,
  people: People,
  person: string,
  means: SignInRecord['means'],
): Promise<Response> {
  const device = deviceName(context.req.header('user-agent'));
  const replaced = people.cookie.read(context.req.raw);
  const token = await people.signIns.begin(person, means, device, replaced);
  const found = await people.signIns.find(token);
  // Revoked in this very moment.
  if (found === null) throw new ApiError(401, 'not-signed-in');
  context.header('set-cookie', people.cookie.set(token, longestMs / 1000));
  return context.json({ person: shownSelf(people, found.person, found.record) });
}

function shownSelf({ clubs }: People, person: PersonRecord, record: SignInRecord) {
  const { id, name, role } = person;
  return {
    id,
    name,
    role,
    roles: rolesUpTo(role),
    clubs: clubsOf(
      person,
      clubs.map((club) => club.id),
    ),
    freshUntilMs: record.sinceMs + freshMs,
  };
}

async function findPasskey({ store }: People, id: string, userHandle: string | undefined) {
  for (const person of (await store.people.read()).people) {
    const passkey = person.passkeys.find((each) => each.id === id);
    // The device says whose it is; another person's is no way in for this one.
    if (passkey && (userHandle === undefined || userHandle === person.id)) return { person, passkey };
  }
  throw new ApiError(403, 'passkey-unknown');
}
