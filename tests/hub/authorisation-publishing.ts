/** Rows for what publishes: plans, withdrawals, the journal, links to drafts, packs. */
import type { Row } from './authorisation-rows.ts';

const parameters = { issue: '2026-12-silent-world', link: 'x', token: 'A'.repeat(43), file: 'a'.repeat(64) };
const ofMonth = { isOfClub: true, parameters } as const;

export const publishingRows: Readonly<Record<string, Row>> = {
  'GET /releases': { needs: 'editor' },
  'PUT /releases/:issue/plan': {
    needs: 'publisher',
    ...ofMonth,
    body: { at: 'now', draft: 'a'.repeat(64) },
  },
  'DELETE /releases/:issue/plan': { needs: 'publisher', ...ofMonth },
  'POST /releases/:issue/withdrawal': { needs: 'publisher', ...ofMonth, body: { reason: '弄错了' } },
  'GET /journal': { needs: 'editor' },
  'GET /previews/:issue': { needs: 'editor', ...ofMonth },
  'POST /previews/:issue': { needs: 'editor', ...ofMonth, body: { days: 7 } },
  'DELETE /previews/:issue/:link': { needs: 'editor', ...ofMonth },
  'GET /preview/:token': { needs: 'open', parameters },
  'GET /preview/:token/files/:file': { needs: 'open', parameters },
  'GET /packs': { needs: 'editor' },
  'GET /packs/:volume': { needs: 'editor', parameters: { volume: '1' } },
};
