/** `/api/sign-in/enrol`: whoever holds a one-time link makes their passkey or gets a passphrase, and is in. */
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { ApiError } from '../server/api-error.ts';
import { readBody } from '../server/read-body.ts';
import type { ApiEnv } from './access.ts';
import { clientAddress } from './client-address.ts';
import { deviceName } from './device-name.ts';
import { enrolledId, requireFreeName, type FoundInvitation } from './invitations.ts';
import { registrationOptions, RegistrationSchema, verifyRegistration } from './passkeys.ts';
import type { People } from './people.ts';
import { NameSchema } from './records.ts';
import { letIn } from './sign-in-routes.ts';
import { clubsOf } from './sign-ins.ts';

const token = v.pipe(v.string(), v.regex(/^[\w-]{43}$/u));
const name = v.nullable(NameSchema);
const LookSchema = v.strictObject({ token });
const NamedSchema = v.strictObject({ token, name });
const PasskeySchema = v.strictObject({ token, name, response: RegistrationSchema });
const WordsSchema = v.strictObject({ token, name, passphrase: v.pipe(v.string(), v.maxLength(200)) });

export function enrolRoutes(people: People): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  /** Links are too long to be guessed; that guessing is slow as well costs nothing. */
  async function open(context: Context<ApiEnv>, link: string): Promise<FoundInvitation> {
    const by = { address: clientAddress(context, people.hasProxy) };
    people.limit.check(by);
    try {
      return await people.invitations.find(link);
    } catch (error) {
      people.limit.fail(by);
      throw error;
    }
  }

  routes.post('/sign-in/enrol', async (context) => {
    const body = await readBody(context, LookSchema);
    const { invitation, person } = await open(context, body.token);
    const about = person ?? invitation;
    return context.json({
      name: about.name,
      role: about.role,
      clubs: clubsOf(
        about,
        people.clubs.map(({ id }) => id),
      ),
      isKnown: person !== null,
      expiresMs: invitation.expiresMs,
    });
  });

  routes.post('/sign-in/enrol/passkey/options', async (context) => {
    const body = await readBody(context, NamedSchema);
    const found = await open(context, body.token);
    const called = await checkedName(people, found, body.name);
    const passkeys = found.person?.passkeys ?? [];
    const newcomer = { id: enrolledId(found.invitation), name: called, passkeys };
    return context.json(await registrationOptions(people, found.invitation.id, newcomer));
  });

  routes.post('/sign-in/enrol/passkey', async (context) => {
    const body = await readBody(context, PasskeySchema);
    const { invitation } = await open(context, body.token);
    const device = deviceName(context.req.header('user-agent'));
    const passkey = await verifyRegistration(people, invitation.id, body.response, device);
    const person = await people.invitations.accept(body.token, { name: body.name, passkey });
    return letIn(context, people, person, 'passkey');
  });

  routes.post('/sign-in/enrol/passphrase', async (context) => {
    const body = await readBody(context, NamedSchema);
    const found = await open(context, body.token);
    await checkedName(people, found, body.name);
    return context.json({ words: await people.proposals.make(found.invitation.id) });
  });

  routes.post('/sign-in/enrol/passphrase/confirm', async (context) => {
    const body = await readBody(context, WordsSchema);
    const { invitation } = await open(context, body.token);
    const by = { address: clientAddress(context, people.hasProxy) };
    people.limit.fail(by);
    const passphrase = await people.proposals.confirm(invitation.id, body.passphrase);
    people.limit.succeed(by);
    const person = await people.invitations.accept(body.token, { name: body.name, passphrase });
    return letIn(context, people, person, 'passphrase');
  });
  return routes;
}

/** Said before the device makes a passkey for it. @throws ApiError 400 `bad-request`, 409 `name-taken`. */
async function checkedName(
  { store }: People,
  { invitation, person }: FoundInvitation,
  said: string | null,
): Promise<string> {
  if (person !== null) return person.name;
  if (invitation.name !== null) return invitation.name;
  if (said === null) throw new ApiError(400, 'bad-request');
  requireFreeName(said, await store.people.read());
  return said;
}
