/** What the people's pages ask the hub. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import * as v from 'valibot';
import { LocalisedSchema } from '../../../core/shelf/club.ts';
import { RoleSchema, type Role } from '../shared/hub/account.ts';
import { askHub } from '../shared/hub/hub-client.ts';

const nothing = v.null();
const done = v.object({});
/** Made by the hub's library for the browser's; neither is ours to take apart. */
const CreationSchema = v.custom<PublicKeyCredentialCreationOptionsJSON>(hasChallenge);
const RequestSchema = v.custom<PublicKeyCredentialRequestOptionsJSON>(hasChallenge);

function hasChallenge(value: unknown): boolean {
  return v.safeParse(v.object({ challenge: v.string() }), value).success;
}

const MeansSchema = v.object({
  id: v.string(),
  kind: v.picklist(['passkey', 'passphrase']),
  device: v.string(),
  addedMs: v.number(),
  usedMs: v.number(),
});
const SignInSchema = v.object({
  id: v.string(),
  means: v.picklist(['passkey', 'passphrase']),
  device: v.string(),
  sinceMs: v.number(),
  seenMs: v.number(),
  isThis: v.boolean(),
});
export type Means = v.InferOutput<typeof MeansSchema>;
export type SignIn = v.InferOutput<typeof SignInSchema>;

const OwnSchema = v.object({ means: v.array(MeansSchema), signIns: v.array(SignInSchema) });
export type Own = v.InferOutput<typeof OwnSchema>;

const LinkSchema = v.object({ link: v.pipe(v.string(), v.regex(/^https?:\/\//u)), expiresMs: v.number() });
export type OneTimeLink = v.InferOutput<typeof LinkSchema>;

const ColleagueSchema = v.object({
  id: v.string(),
  name: v.string(),
  role: RoleSchema,
  clubs: v.array(v.string()),
  addedMs: v.number(),
  means: v.array(MeansSchema),
  signIns: v.array(SignInSchema),
});
export type Colleague = v.InferOutput<typeof ColleagueSchema>;

const InvitationSchema = v.object({
  id: v.string(),
  person: v.nullable(v.string()),
  name: v.nullable(v.string()),
  role: RoleSchema,
  clubs: v.array(v.string()),
  expiresMs: v.number(),
});
export type Invitation = v.InferOutput<typeof InvitationSchema>;

const PeopleSchema = v.object({
  clubs: v.array(v.object({ id: v.string(), name: LocalisedSchema })),
  people: v.array(ColleagueSchema),
  invitations: v.array(InvitationSchema),
});
export type People = v.InferOutput<typeof PeopleSchema>;
export type ClubName = People['clubs'][number];

const EnrolSchema = v.object({
  /** Null: whoever comes says it. */
  name: v.nullable(v.string()),
  role: RoleSchema,
  clubs: v.array(v.string()),
  isKnown: v.boolean(),
  expiresMs: v.number(),
});
export type EnrolFor = v.InferOutput<typeof EnrolSchema>;

const WordsSchema = v.object({ words: v.array(v.object({ word: v.string(), pinyin: v.string() })) });
export type PhraseWord = v.InferOutput<typeof WordsSchema>['words'][number];

export interface Standing {
  readonly name: string;
  readonly role: Role;
  readonly clubs: readonly string[];
}

const post = <TSchema extends v.GenericSchema>(path: string, schema: TSchema, body: unknown = {}) =>
  askHub('POST', path, schema, { body });
const remove = (path: string) => askHub('DELETE', path, nothing);

export const passkeyOptions = () => post('/sign-in/passkey/options', RequestSchema);
export const enterByPasskey = (response: unknown) => post('/sign-in/passkey', done, response);
export const enterByPassphrase = (name: string, passphrase: string) =>
  post('/sign-in/passphrase', done, { name, passphrase });

export const lookAtLink = (token: string) => post('/sign-in/enrol', EnrolSchema, { token });
export const enrolOptions = (token: string, name: string | null) =>
  post('/sign-in/enrol/passkey/options', CreationSchema, { token, name });
export const enrolByPasskey = (token: string, name: string | null, response: unknown) =>
  post('/sign-in/enrol/passkey', done, { token, name, response });
export const drawWords = (token: string, name: string | null) =>
  post('/sign-in/enrol/passphrase', WordsSchema, { token, name });
export const enrolByWords = (token: string, name: string | null, passphrase: string) =>
  post('/sign-in/enrol/passphrase/confirm', done, { token, name, passphrase });

export const loadOwn = () => askHub('GET', '/sign-in/own', OwnSchema);
export const endOwnSignIn = (id: string) => remove(`/sign-in/own/sign-ins/${id}`);
export const removeOwnMeans = (id: string) => remove(`/sign-in/own/means/${id}`);
export const linkForMyself = () => post('/sign-in/own/link', LinkSchema);

export const loadPeople = () => askHub('GET', '/people', PeopleSchema);
export const invite = (standing: Standing) => post('/people/invitations', LinkSchema, standing);
export const takeBackInvitation = (id: string) => remove(`/people/invitations/${id}`);
export const changePerson = (id: string, standing: Standing) =>
  askHub('PATCH', `/people/${id}`, done, { body: standing });
export const revokePerson = (id: string) => remove(`/people/${id}`);
export const linkForPerson = (id: string) => post(`/people/${id}/link`, LinkSchema);
export const endSignIn = (person: string, id: string) => remove(`/people/${person}/sign-ins/${id}`);
export const removeMeans = (person: string, id: string) => remove(`/people/${person}/means/${id}`);
