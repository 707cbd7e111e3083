// People of the hub: who is let in, by what, for how long, and how often it may be tried.
const people = (name) => `src/hub/people/${name}`;
const MATRIX = 'tests/hub/authorisation.test.ts';
const SIGN_IN = people('sign-in.test.ts');
const ROUTES = people('people-routes.test.ts');

export const MUTANTS = [
  {
    guard: 'one passkey is one person’s',
    file: 'src/hub/people/invitations.ts',
    remove: "if (isKnown) throw new ApiError(409, 'passkey-is-here');",
    put: 'void isKnown;',
    test: 'src/hub/people/sign-in.test.ts',
  },
  {
    guard: 'whoever asks for very many challenges loses only their own',
    file: 'src/hub/people/challenges.ts',
    remove: 'if (own.length >= mostOfOne && oldest !== undefined) open.delete(oldest[0]);',
    test: 'src/hub/people/challenges.test.ts',
  },
  {
    guard: 'nobody is not somebody',
    file: people('access.ts'),
    remove: "if (caller === null) throw new ApiError(401, 'not-signed-in');",
    put: 'if (caller === null) return next();',
    test: MATRIX,
  },
  {
    guard: 'a role is not another',
    file: people('access.ts'),
    remove: "if (!caller.roles.includes(role)) throw new ApiError(403, 'not-your-role');",
    put: '',
    test: MATRIX,
  },
  {
    guard: 'a club is not the other',
    file: people('access.ts'),
    remove: "if (!caller.clubs.includes(club)) throw new ApiError(403, 'not-your-club');",
    put: '',
    test: 'src/hub/server/api.test.ts',
  },
  {
    guard: 'people change only by a fresh sign-in',
    file: people('access.ts'),
    remove: "if (fresh === true && !caller.isFresh) throw new ApiError(403, 'not-fresh');",
    put: '',
    test: MATRIX,
  },
  {
    guard: 'another site’s page changes nothing',
    file: people('cross-site.ts'),
    remove: "if (!isReading && !isOurs) throw new ApiError(403, 'cross-site');",
    put: '',
    test: MATRIX,
  },
  {
    guard: 'a sister domain is another site',
    file: people('cross-site.ts'),
    remove: "site === 'same-origin'",
    put: "site.startsWith('same-')",
    test: MATRIX,
  },
  {
    guard: 'a sign-in ends',
    file: people('sign-ins.ts'),
    remove: 'if (record === undefined || !isGood(record)) return null;',
    put: 'if (record === undefined) return null;',
    test: MATRIX,
  },
  {
    guard: 'thirty days are the most',
    file: people('sign-ins.ts'),
    remove: 'now() - sinceMs < longestMs && ',
    put: '',
    test: MATRIX,
  },
  {
    guard: 'a sign-in of somebody revoked is none',
    file: people('sign-ins.ts'),
    remove: 'return person === undefined ? null : { record, person };',
    put: 'return { record, person: person ?? (await store.people.read()).people[0] };',
    test: MATRIX,
  },
  {
    guard: 'a challenge is answered once',
    file: people('challenges.ts'),
    remove: `const entry = open.get(challenge);
      open.delete(challenge);`,
    put: 'const entry = open.get(challenge);',
    test: MATRIX,
  },
  {
    guard: 'a challenge is for one purpose',
    file: people('challenges.ts'),
    remove: 'entry.purpose === purpose && ',
    put: '',
    test: SIGN_IN,
  },
  {
    guard: 'a challenge is short-lived',
    file: people('challenges.ts'),
    remove: ' && entry.untilMs > now()',
    put: '',
    test: SIGN_IN,
  },
  {
    guard: 'the device asks who holds it, at enrolment too',
    file: people('passkeys.ts'),
    remove: `expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
    }),
  );
  if (registrationInfo`,
    put: `expectedRPID: new URL(origin).hostname,
      requireUserVerification: false,
    }),
  );
  if (registrationInfo`,
    test: SIGN_IN,
  },
  {
    guard: 'a passkey is its owner’s only',
    file: people('sign-in-routes.ts'),
    remove: 'if (passkey && (userHandle === undefined || userHandle === person.id))',
    put: 'if (passkey)',
    test: SIGN_IN,
  },
  {
    guard: 'a link is spent',
    file: people('invitations.ts'),
    remove: 'const left = current.invitations.filter(({ id }) => id !== invitation.id);',
    put: 'const left = current.invitations;',
    test: SIGN_IN,
  },
  {
    guard: 'a link grows old',
    file: people('invitations.ts'),
    remove: "if (found === undefined || !isGood(found)) throw new ApiError(410, 'link-gone');",
    put: "if (found === undefined) throw new ApiError(410, 'link-gone');",
    test: SIGN_IN,
  },
  {
    guard: 'the last keeper stays',
    file: people('people-store.ts'),
    remove: "if (hasKeeper(current) && !hasKeeper(next)) throw new ApiError(409, 'last-keeper');",
    put: '',
    test: ROUTES,
  },
  {
    guard: 'two people are not called the same',
    file: people('invitations.ts'),
    remove: "if (isTaken) throw new ApiError(409, 'name-taken', { name });",
    put: '',
    test: ROUTES,
  },
  {
    guard: 'six words count once typed back',
    file: people('proposals.ts'),
    remove: "if (!(await isPassphrase(typed, record))) throw new ApiError(403, 'wrong-words');",
    put: '',
    test: SIGN_IN,
  },
  {
    guard: 'a crowd does not hash at once',
    file: people('passphrase.ts'),
    remove: "if (waiting >= maxWaiting) throw new ApiError(503, 'busy');",
    put: '',
    test: people('passphrase.test.ts'),
  },
  {
    guard: 'a stranger’s header is not believed',
    file: people('client-address.ts'),
    remove: "hasProxy ? context.req.header('x-forwarded-for')",
    put: "true ? context.req.header('x-forwarded-for')",
    test: people('client-address.test.ts'),
  },
  {
    guard: 'a wrong answer makes the next one wait',
    file: people('sign-in-routes.ts'),
    remove: `people.limit.check(by);
    people.limit.fail(by);
    const file`,
    put: 'const file',
    test: SIGN_IN,
  },
  {
    guard: 'an account waits a minute at most',
    file: people('rate-limit.ts'),
    remove: 'account: { free: 5, capSeconds: 60 }',
    put: 'account: { free: 5, capSeconds: 86_400 }',
    test: people('rate-limit.test.ts'),
  },
  {
    guard: 'what is damaged is not taken for empty',
    file: people('json-file.ts'),
    remove: `    } catch {
      throw new HubError('people-unreadable', { file });
    }`,
    put: `    } catch {
      return empty;
    }`,
    test: people('people-killed.test.ts'),
  },
  {
    guard: 'people are written whole or not at all',
    file: people('json-file.ts'),
    remove:
      "await durableWrite(file, path.join(folder, 'temporary'), (handle) => handle.writeFile(text), 0o600);",
    put: "await (await import('node:fs/promises')).open(file, 'w', 0o600).then((handle) => handle.writeFile(text).then(() => handle.close()));",
    test: people('people-killed.test.ts'),
  },
];
