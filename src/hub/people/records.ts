/** What is kept about people: `people.json` and `sign-ins.json` in `<data>/people`. Secrets are kept as hashes only. */
import * as v from 'valibot';
import { ClubIdSchema } from '../../core/shelf/club.ts';
import { roles } from './access.ts';

/** 16 random bytes or more, base64url. */
const id = v.pipe(v.string(), v.regex(/^[\w-]{8,1024}$/u));
const ms = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

export const RoleSchema = v.picklist(roles);
/** A role rather than a name: 手语老师. One line, short enough for a list. */
export const NameSchema = v.pipe(
  v.string(),
  v.normalize('NFKC'),
  v.trim(),
  v.minLength(1),
  v.maxLength(40),
  v.regex(/^[\p{L}\p{M}\p{N}\p{P}\p{Zs}]+$/u),
);

const PasskeySchema = v.strictObject({
  /** Of the credential. */
  id,
  publicKey: v.string(),
  counter: v.number(),
  transports: v.array(v.string()),
  /** Browser and system it was made with, as far as they say. */
  device: v.string(),
  addedMs: ms,
  usedMs: ms,
});
export type PasskeyRecord = v.InferOutput<typeof PasskeySchema>;

const PassphraseSchema = v.strictObject({
  id,
  salt: v.string(),
  /** scrypt, N = 2^17, r = 8, p = 1. */
  hash,
  addedMs: ms,
  usedMs: ms,
});
export type PassphraseRecord = v.InferOutput<typeof PassphraseSchema>;

const PersonSchema = v.strictObject({
  id,
  name: v.string(),
  role: RoleSchema,
  clubs: v.array(ClubIdSchema),
  passkeys: v.array(PasskeySchema),
  passphrase: v.nullable(PassphraseSchema),
  addedMs: ms,
});
export type PersonRecord = v.InferOutput<typeof PersonSchema>;

const InvitationSchema = v.strictObject({
  id,
  tokenHash: hash,
  /** A further way in for somebody who is known; null: somebody new. */
  person: v.nullable(id),
  /** Null: whoever comes says it. */
  name: v.nullable(v.string()),
  role: RoleSchema,
  clubs: v.array(ClubIdSchema),
  addedMs: ms,
  expiresMs: ms,
  /** Made on the console: for whoever has the machine. */
  isFromConsole: v.boolean(),
});
export type InvitationRecord = v.InferOutput<typeof InvitationSchema>;

export const PeopleFileSchema = v.strictObject({
  version: v.literal(1),
  people: v.array(PersonSchema),
  invitations: v.array(InvitationSchema),
});
export type PeopleFile = v.InferOutput<typeof PeopleFileSchema>;

const SignInSchema = v.strictObject({
  id,
  tokenHash: hash,
  person: id,
  means: v.picklist(['passkey', 'passphrase']),
  device: v.string(),
  sinceMs: ms,
  seenMs: ms,
});
export type SignInRecord = v.InferOutput<typeof SignInSchema>;

export const SignInsFileSchema = v.strictObject({ version: v.literal(1), signIns: v.array(SignInSchema) });
export type SignInsFile = v.InferOutput<typeof SignInsFileSchema>;
