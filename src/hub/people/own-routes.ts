/** `/api/sign-in/own`: a person's own ways in and sign-ins. */
import { Hono } from 'hono';
import { ApiError } from '../server/api-error.ts';
import { allow, type ApiEnv } from './access.ts';
import { linkOf, shortInvitationMs } from './invitations.ts';
import type { People } from './people.ts';
import { findPerson, removeMeans, shownMeans, shownSignIns } from './shown-person.ts';

export function ownRoutes(people: People): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const own = allow({ role: 'editor' });
  const ownFresh = allow({ role: 'editor', fresh: true });

  routes.get('/sign-in/own', own, async (context) => {
    const { person, signIn } = context.get('caller');
    const record = findPerson(await people.store.people.read(), person);
    return context.json({
      means: shownMeans(record),
      signIns: shownSignIns(await people.signIns.list(person), signIn),
    });
  });

  // Ending is always safe: it needs no fresh sign-in.
  routes.delete('/sign-in/own/sign-ins/:signIn', own, async (context) => {
    const { person } = context.get('caller');
    if (!(await people.signIns.end(person, context.req.param('signIn'))))
      throw new ApiError(404, 'no-such-sign-in');
    return context.body(null, 204);
  });

  routes.delete('/sign-in/own/means/:means', ownFresh, async (context) => {
    const { person } = context.get('caller');
    const means = context.req.param('means');
    await people.store.people.update((file) => removeMeans(file, person, means, 'keeps-one'));
    return context.body(null, 204);
  });

  routes.post('/sign-in/own/link', ownFresh, async (context) => {
    const { role, clubs, id } = findPerson(await people.store.people.read(), context.get('caller').person);
    const { invitation, token } = await people.invitations.make(
      { person: id, name: null, role, clubs, isFromConsole: false },
      shortInvitationMs,
    );
    return context.json({ link: linkOf(people.origin, token), expiresMs: invitation.expiresMs });
  });
  return routes;
}
