/** Rows for drafts, their files, the club's words and uploads. */
import type { Row } from './authorisation-rows.ts';

const parameters = {
  issue: '2026-12-silent-world',
  club: 'silent-world',
  file: 'a'.repeat(64),
  upload: 'a'.repeat(32),
};
const ofClub = { needs: 'editor', isOfClub: true, parameters } as const;

export const draftRows: Readonly<Record<string, Row>> = {
  'GET /drafts': { needs: 'editor' },
  'GET /drafts/:issue': ofClub,
  'PATCH /drafts/:issue': { ...ofClub, body: { isRemoved: true }, headers: { 'if-none-match': '*' } },
  'GET /drafts/:issue/files': ofClub,
  'GET /drafts/:issue/files/:file': ofClub,
  'GET /club-words/:club': ofClub,
  'PUT /club-words/:club': {
    ...ofClub,
    body: { terms: [], readings: {} },
    headers: { 'if-match': `"${'a'.repeat(64)}"` },
  },
  'GET /club-words/:club/files': ofClub,
  'GET /club-words/:club/files/:file': ofClub,
  'POST /uploads/:club': ofClub,
  'GET /uploads/:club/:upload': ofClub,
  'PATCH /uploads/:club/:upload': ofClub,
  'DELETE /uploads/:club/:upload': ofClub,
};
