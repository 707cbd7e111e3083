/** Who may do what. `allow` stands before every route that is not open to all; it is the only door. */
import type { Context, MiddlewareHandler } from 'hono';
import { ApiError } from '../server/api-error.ts';

/** Each may also do what those before it may: an editor queues, a publisher releases and withdraws, a keeper has people and keys. */
export const roles = ['editor', 'publisher', 'keeper'] as const;
export type Role = (typeof roles)[number];

export interface Caller {
  /** Opaque id. */
  readonly person: string;
  /** As entered by a keeper, a role rather than a name: 手语老师. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Club ids. */
  readonly clubs: readonly string[];
  /** Opaque id of the sign-in this request came with. */
  readonly signIn: string;
  /** Signed in within the last ten minutes. */
  readonly isFresh: boolean;
}

export interface ApiEnv {
  Variables: {
    /** Looked up once per request; null for nobody, an expired or a revoked sign-in. */
    found: Caller | null;
    /** Set by `allow`: behind it there is always somebody. */
    caller: Caller;
  };
}

export interface AccessRule {
  /** The least role. */
  readonly role: Role;
  /** The club concerned, where there is one; may throw its own ApiError (a 404, say). */
  readonly club?: (context: Context<ApiEnv>) => string | Promise<string>;
  /** A sign-in of the last ten minutes: before people or keys change. */
  readonly fresh?: true;
}

/** @throws ApiError 401 `not-signed-in`, 403 `not-your-role`, `not-your-club` or `not-fresh`. */
export function allow({ role, club, fresh }: AccessRule): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const caller = context.get('found');
    if (caller === null) throw new ApiError(401, 'not-signed-in');
    if (!caller.roles.includes(role)) throw new ApiError(403, 'not-your-role');
    if (club !== undefined) requireClub(caller, await club(context));
    if (fresh === true && !caller.isFresh) throw new ApiError(403, 'not-fresh');
    context.set('caller', caller);
    await next();
  };
}

/** For routes that learn the club from what they read. @throws ApiError 403 `not-your-club`. */
export function requireClub(caller: Caller, club: string): void {
  if (!caller.clubs.includes(club)) throw new ApiError(403, 'not-your-club');
}

/** The role and those below it. */
export const rolesUpTo = (role: Role): readonly Role[] => roles.slice(0, roles.indexOf(role) + 1);
