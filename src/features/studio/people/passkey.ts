/** The browser's part of a passkey. What goes wrong there is said as a HubProblem like the rest. */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { HubProblem } from '../shared/hub/hub-client.ts';
import { enrolByPasskey, enrolOptions, enterByPasskey, passkeyOptions } from './people-api.ts';

export const hasPasskeys = (): boolean => browserSupportsWebAuthn();

/** @throws HubProblem */
export async function signInByPasskey(): Promise<void> {
  const optionsJSON = await passkeyOptions();
  await enterByPasskey(await asked(() => startAuthentication({ optionsJSON })));
}

/** @throws HubProblem */
export async function enrolWithPasskey(token: string, name: string | null): Promise<void> {
  const optionsJSON = await enrolOptions(token, name);
  await enrolByPasskey(token, name, await asked(() => startRegistration({ optionsJSON })));
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new HubProblem(codeOf(error));
  }
}

/** Closed by the person, and not allowed by the device, look the same to a page: NotAllowedError. */
function codeOf(error: unknown): string {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'passkey-is-here';
  if (error instanceof Error && error.name === 'InvalidStateError') return 'passkey-is-here';
  if (error instanceof Error && error.name === 'NotAllowedError') return 'passkey-closed';
  if (error instanceof Error && error.name === 'SecurityError') return 'passkey-wrong-place';
  console.warn(error);
  return 'passkey-impossible';
}
