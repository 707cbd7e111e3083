/** What each route of the API asks for. A route without a row here fails the test beside it. */
import type { Role } from '../../src/hub/people/access.ts';
import { publishingRows } from './authorisation-publishing.ts';

export interface Row {
  /** `open`: for whoever knows a secret (a link, a passphrase, a passkey) or nobody's business. */
  readonly needs: Role | 'open';
  /** It is about one club's month: somebody of the other club is refused. */
  readonly isOfClub?: true;
  /** A sign-in of the last ten minutes. */
  readonly fresh?: true;
  /** Values of the address; `:person` and `:signIn` are those of somebody who exists. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** JSON, or as it is sent. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const link = 'A'.repeat(43);
const invitation = { name: '手语老师', role: 'editor', clubs: ['silent-world'] };

const hash = '0'.repeat(64);
const ofMonth = { needs: 'editor', isOfClub: true, parameters: { issue: '2026-12-silent-world' } } as const;
const ofClub = { needs: 'editor', isOfClub: true, parameters: { club: 'silent-world' } } as const;
const tus = { 'tus-resumable': '1.0.0' };

export const rows: Readonly<Record<string, Row>> = {
  ...publishingRows,
  'GET /sign-in': { needs: 'open' },
  'DELETE /sign-in': { needs: 'open' },
  'POST /sign-in/passkey/options': { needs: 'open', body: {} },
  'POST /sign-in/passkey': { needs: 'open', body: {} },
  'POST /sign-in/passphrase': { needs: 'open', body: {} },
  'POST /sign-in/enrol': { needs: 'open', body: { token: link } },
  'POST /sign-in/enrol/passkey/options': { needs: 'open', body: { token: link, name: '新人' } },
  'POST /sign-in/enrol/passkey': { needs: 'open', body: { token: link, name: '新人' } },
  'POST /sign-in/enrol/passphrase': { needs: 'open', body: { token: link, name: '新人' } },
  'POST /sign-in/enrol/passphrase/confirm': {
    needs: 'open',
    body: { token: link, name: '新人', passphrase: '苹果' },
  },
  'GET /sign-in/own': { needs: 'editor' },
  'DELETE /sign-in/own/sign-ins/:signIn': { needs: 'editor' },
  'DELETE /sign-in/own/means/:means': { needs: 'editor', fresh: true },
  'POST /sign-in/own/link': { needs: 'editor', fresh: true, body: {} },
  'GET /people': { needs: 'keeper' },
  'POST /people/invitations': { needs: 'keeper', fresh: true, body: invitation },
  'DELETE /people/invitations/:invitation': { needs: 'keeper', fresh: true },
  'PATCH /people/:person': { needs: 'keeper', fresh: true, body: { role: 'keeper' } },
  'DELETE /people/:person': { needs: 'keeper', fresh: true },
  'POST /people/:person/link': { needs: 'keeper', fresh: true, body: {} },
  'DELETE /people/:person/sign-ins/:signIn': { needs: 'keeper', fresh: true },
  'DELETE /people/:person/means/:means': { needs: 'keeper', fresh: true },
  'GET /drafts': { needs: 'editor' },
  'GET /drafts/:issue': ofMonth,
  'PATCH /drafts/:issue': { ...ofMonth, body: { isRemoved: true }, headers: { 'if-match': `"${hash}"` } },
  'GET /drafts/:issue/files': ofMonth,
  'GET /drafts/:issue/files/:file': ofMonth,
  'GET /club-words/:club': ofClub,
  'PUT /club-words/:club': {
    ...ofClub,
    body: { terms: [], readings: {} },
    headers: { 'if-match': `"${hash}"` },
  },
  'GET /club-words/:club/files': ofClub,
  'GET /club-words/:club/files/:file': ofClub,
  'POST /uploads/:club': { ...ofClub, headers: { ...tus, 'upload-length': '100' } },
  'GET /uploads/:club/:upload': ofClub,
  'PATCH /uploads/:club/:upload': {
    ...ofClub,
    body: 'x',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  },
  'DELETE /uploads/:club/:upload': { ...ofClub, headers: tus },
  // From every tablet; what it counts is a sentence of the shelf, or nothing.
  'POST /unclear': { needs: 'open', body: { issue: 'x', marks: [{ piece: 'x', sentence: 'x' }] } },
  'GET /unclear/:club': ofClub,
};
