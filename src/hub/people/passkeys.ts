/** Passkeys: the device asks for finger, face or PIN (user verification) and signs our challenge; we keep its public key. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import * as v from 'valibot';
import { ApiError } from '../server/api-error.ts';
import { challengeMs, type Challenges } from './challenges.ts';
import type { PasskeyRecord } from './records.ts';

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/u), v.maxLength(16_384));
/** What the browser adds of its own is not looked at. */
const ignored = v.pipe(
  v.looseObject({}),
  v.transform(() => ({})),
);
const envelope = {
  id: base64url,
  rawId: base64url,
  type: v.literal('public-key'),
  clientExtensionResults: ignored,
  authenticatorAttachment: v.exactOptional(v.picklist(['cross-platform', 'platform'])),
};
export const RegistrationSchema = v.strictObject({
  ...envelope,
  response: v.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(8))),
  }),
});
export const AuthenticationSchema = v.strictObject({
  ...envelope,
  response: v.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: v.exactOptional(base64url),
  }),
});
export type Registration = v.InferOutput<typeof RegistrationSchema>;
export type Authentication = v.InferOutput<typeof AuthenticationSchema>;

export interface Relying {
  readonly origin: string;
  readonly challenges: Challenges;
  readonly now: () => number;
}

const nameOfSite = '同页 Same Page';
const signingIn = 'sign-in';
/** A registration's challenge is good for the one link it was asked with. */
const enrolling = (invitation: string): string => `enrol ${invitation}`;

export function registrationOptions(
  { origin, challenges }: Relying,
  invitation: string,
  person: { readonly id: string; readonly name: string; readonly passkeys: readonly PasskeyRecord[] },
) {
  return generateRegistrationOptions({
    rpName: nameOfSite,
    rpID: new URL(origin).hostname,
    userID: new Uint8Array(Buffer.from(person.id, 'base64url')),
    userName: person.name,
    userDisplayName: person.name,
    challenge: new Uint8Array(Buffer.from(challenges.make(enrolling(invitation), invitation), 'base64url')),
    timeout: challengeMs,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: person.passkeys.map(({ id, transports }) => ({ id, transports })),
  });
}

/** @throws ApiError 403 `passkey-refused`. */
export async function verifyRegistration(
  { origin, challenges, now }: Relying,
  invitation: string,
  response: Registration,
  device: string,
): Promise<PasskeyRecord> {
  const { registrationInfo } = await refusedIfItThrows(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(challenge, enrolling(invitation)),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
    }),
  );
  if (registrationInfo === undefined) throw refused();
  const { id, publicKey, counter } = registrationInfo.credential;
  return {
    id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: response.response.transports ?? [],
    device,
    addedMs: now(),
    usedMs: now(),
  };
}

/**
 * No list of credentials: the device offers the person its own, and the hub tells nobody who is known here.
 * @param address Who asks.
 */
export function authenticationOptions({ origin, challenges }: Relying, address: string) {
  return generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    challenge: new Uint8Array(Buffer.from(challenges.make(signingIn, address), 'base64url')),
    timeout: challengeMs,
    userVerification: 'required',
  });
}

/** @returns The passkey with its new counter. @throws ApiError 403 `passkey-refused`. */
export async function verifyAuthentication(
  { origin, challenges, now }: Relying,
  passkey: PasskeyRecord,
  response: Authentication,
): Promise<PasskeyRecord> {
  const { verified, authenticationInfo } = await refusedIfItThrows(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => challenges.take(challenge, signingIn),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw refused();
  return { ...passkey, counter: authenticationInfo.newCounter, usedMs: now() };
}

const refused = (): ApiError => new ApiError(403, 'passkey-refused');

/** The library throws for whatever does not fit: another origin, a used challenge, a counter that went back. */
async function refusedIfItThrows<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw refused();
  }
}
