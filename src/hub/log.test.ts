import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { HubError } from './hub-error.ts';
import { openHubLog, openLog, routeKind } from './log.ts';
import { requestLog } from './server/request-log.ts';
import { tellTrouble, tellTroubleTo } from './trouble.ts';

function written() {
  const lines: string[] = [];
  return { log: openLog({ write: (line) => lines.push(line) }), lines };
}

describe('the log', () => {
  it('is one JSON object a line, with time and event', () => {
    const { log, lines } = written();
    log.info('started', { issues: 3 });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, event: 'started', issues: 3 });
    expect(JSON.parse(lines[0] ?? '').time).toMatch(/^\d{4}-\d\d-\d\dT/u);
  });

  it('says kind, status and time of a request, and nothing of who asked for what', async () => {
    const { log, lines } = written();
    const app = new Hono();
    app.use(requestLog(log));
    app.all('*', (context) => context.text('ok'));
    const secrets = ['Tablet/9', '203.0.113.7', 'secret-token', 'abcdefinvite', '01-morning', 'sid=1234'];
    const headers = { 'user-agent': 'Tablet/9', 'x-forwarded-for': '203.0.113.7', cookie: 'sid=1234' };
    for (const url of [
      '/read/2026-11-silent-world/01-morning',
      '/api/invitations/abcdefinvite',
      '/join/secret-token',
      '/?t=secret-token',
    ])
      await app.request(url, { headers });
    expect(lines.map((line) => JSON.parse(line).what)).toEqual(['page', 'api invitations', 'page', 'page']);
    for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
  });

  it('names every kind of request', () => {
    expect(
      [
        '/shelf/catalogue.jws',
        '/shelf/opds.json',
        '/shelf/blobs/sha256/ab/x.mp4',
        '/assets/a.js',
        '/sw.js',
        '/',
      ].map(routeKind),
    ).toEqual(['catalogue', 'feed', 'shelf file', 'app file', 'app file', 'page']);
  });

  it('keeps the place of an error, and cuts what it quotes', () => {
    const { log, lines } = written();
    log.error('failed', { error: new Error('x'.repeat(1000)) });
    const { error, stack } = JSON.parse(lines[0] ?? '');
    expect(error.length).toBeLessThan(220);
    expect(stack[0]).toContain('log.test.ts');
  });

  it('names the fault of the hub and not the file of a draft, which somebody’s name may be', () => {
    const { log, lines } = written();
    tellTroubleTo(log);
    try {
      tellTrouble(new HubError('attachment-missing', { file: '张老师.mp4' }));
      tellTrouble(new HubError('store-unreachable', { store: 's3://hub', reason: 'ECONNREFUSED' }));
    } finally {
      tellTroubleTo(null);
    }
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'trouble', error: 'attachment-missing' });
    expect(lines[0]).not.toContain('张老师');
    expect(JSON.parse(lines[1] ?? '').reason).toContain('ECONNREFUSED');
  });

  it('is switched by a word, and no other', () => {
    expect(() => openHubLog({ SAME_PAGE_LOG: 'loud' })).toThrow(/json 或 off/u);
  });
});
