/** `/api/people`: for keepers. Whatever changes something needs a fresh sign-in. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { ClubIdSchema } from '../../core/shelf/club.ts';
import { ApiError } from '../server/api-error.ts';
import { readBody } from '../server/read-body.ts';
import { allow, type ApiEnv } from './access.ts';
import { linkOf, longInvitationMs, requireFreeName, type InvitationFor } from './invitations.ts';
import type { People } from './people.ts';
import { changePerson } from './people-store.ts';
import { NameSchema, RoleSchema, type InvitationRecord, type PersonRecord } from './records.ts';
import { findPerson, removeMeans, shownMeans, shownSignIns } from './shown-person.ts';
import { clubsOf } from './sign-ins.ts';

const clubs = v.pipe(v.array(ClubIdSchema), v.maxLength(40));
const InviteSchema = v.strictObject({ name: NameSchema, role: RoleSchema, clubs });
const ChangeSchema = v.partial(InviteSchema);

export function peopleRoutes(people: People): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const keeper = allow({ role: 'keeper' });
  const keeperFresh = allow({ role: 'keeper', fresh: true });
  const allClubs = people.clubs.map(({ id }) => id);

  routes.get('/people', keeper, async (context) => {
    const { signIn } = context.get('caller');
    const file = await people.store.people.read();
    const shown = file.people.map(async (person) => ({
      ...shownPerson(person, allClubs),
      means: shownMeans(person),
      signIns: shownSignIns(await people.signIns.list(person.id), signIn),
    }));
    return context.json({
      clubs: people.clubs.map(({ id, name }) => ({ id, name })),
      people: await Promise.all(shown),
      invitations: file.invitations
        .filter(({ expiresMs }) => expiresMs > people.now())
        .map((invitation) => shownInvitation(invitation, allClubs)),
    });
  });

  routes.post('/people/invitations', keeperFresh, async (context) => {
    const wanted = await readBody(context, InviteSchema);
    requireClubs(wanted.role, wanted.clubs, allClubs);
    return context.json(await invite(people, { ...wanted, person: null, isFromConsole: false }), 201);
  });

  routes.delete('/people/invitations/:invitation', keeperFresh, async (context) => {
    const gone = context.req.param('invitation');
    await people.store.people.update((file) => {
      const left = file.invitations.filter(({ id }) => id !== gone);
      if (left.length === file.invitations.length) throw new ApiError(404, 'no-such-invitation');
      return { ...file, invitations: left };
    });
    return context.body(null, 204);
  });

  routes.patch('/people/:person', keeperFresh, async (context) => {
    const change = v.parse(ChangeSchema, await readBody(context, ChangeSchema));
    const id = context.req.param('person');
    const file = await people.store.people.update((current) => {
      if (change.name !== undefined) requireFreeName(change.name, current, id);
      return changePerson(current, id, (person) => {
        const changed = {
          ...person,
          name: change.name ?? person.name,
          role: change.role ?? person.role,
          clubs: change.clubs ?? person.clubs,
        };
        requireClubs(changed.role, changed.clubs, allClubs);
        return changed;
      });
    });
    return context.json(shownPerson(findPerson(file, id), allClubs));
  });

  routes.delete('/people/:person', keeperFresh, async (context) => {
    const gone = context.req.param('person');
    await people.store.people.update((file) => {
      findPerson(file, gone);
      return {
        ...file,
        people: file.people.filter(({ id }) => id !== gone),
        invitations: file.invitations.filter(({ person }) => person !== gone),
      };
    });
    await people.signIns.endAll(gone);
    return context.body(null, 204);
  });

  routes.post('/people/:person/link', keeperFresh, async (context) => {
    const {
      id,
      role,
      clubs: given,
    } = findPerson(await people.store.people.read(), context.req.param('person'));
    const wanted = { person: id, name: null, role, clubs: given, isFromConsole: false };
    return context.json(await invite(people, wanted), 201);
  });

  routes.delete('/people/:person/sign-ins/:signIn', keeperFresh, async (context) => {
    const { person, signIn } = context.req.param();
    if (!(await people.signIns.end(person, signIn))) throw new ApiError(404, 'no-such-sign-in');
    return context.body(null, 204);
  });

  routes.delete('/people/:person/means/:means', keeperFresh, async (context) => {
    const { person, means } = context.req.param();
    await people.store.people.update((file) => removeMeans(file, person, means, 'may-be-last'));
    return context.body(null, 204);
  });
  return routes;
}

async function invite({ invitations, origin }: People, wanted: InvitationFor) {
  const { invitation, token } = await invitations.make(wanted, longInvitationMs);
  return { id: invitation.id, link: linkOf(origin, token), expiresMs: invitation.expiresMs };
}

/** A keeper has all of them; anybody else at least one. @throws ApiError 400 `no-club`. */
function requireClubs(
  role: InvitationRecord['role'],
  given: readonly string[],
  all: readonly string[],
): void {
  const isKnown = given.every((club) => all.includes(club));
  if (!isKnown || (role !== 'keeper' && given.length === 0)) throw new ApiError(400, 'no-club');
}

const shownPerson = (person: PersonRecord, all: readonly string[]) => ({
  id: person.id,
  name: person.name,
  role: person.role,
  clubs: clubsOf(person, all),
  addedMs: person.addedMs,
});

const shownInvitation = (invitation: InvitationRecord, all: readonly string[]) => ({
  id: invitation.id,
  person: invitation.person,
  name: invitation.name,
  role: invitation.role,
  clubs: clubsOf(invitation, all),
  expiresMs: invitation.expiresMs,
});
