import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { runHubCommand } from '../hub-command.ts';
import { enrolLines } from './enrol-lines.ts';
import { clubOfTests, signedIn, testOrigin } from './fixture.ts';
import { openPeople, type People } from './people.ts';

let workshop: Workshop;
let people: People;
let lines: string[];
beforeEach(async () => {
  workshop = await openWorkshop();
  await mkdir(workshop.config.data, { recursive: true });
  people = openPeople(workshop.config, testOrigin, []);
  lines = [];
});
afterEach(() => workshop.clear());

const run = (...args: readonly string[]) =>
  runHubCommand(
    args,
    { ...workshop.config, publicUrl: testOrigin },
    { out: (line) => void lines.push(line), err: (line) => void lines.push(line), cwd: workshop.root },
  );
const tokenPrinted = (): string => /enrol#(?<token>\S+)/u.exec(lines.join('\n'))?.groups?.['token'] ?? '';

describe('npm run hub -- invite', () => {
  it('prints a link for a new keeper, to be opened or scanned, also while the hub runs', async () => {
    expect(await run('invite')).toBe(0);
    expect(lines[1]).toMatch(/^https:\/\/hub\.example\.org\/studio\/enrol#[\w-]{43}$/u);
    expect(lines.filter((line) => /^[█▀▄ ]{30,}$/u.test(line)).length).toBeGreaterThan(15);
    expect((await people.invitations.find(tokenPrinted())).invitation).toMatchObject({
      role: 'keeper',
      isFromConsole: true,
    });
  });

  it('lets somebody in again who has lost their way in, as who they were', async () => {
    const { person } = await signedIn({ people }, 'editor', [clubOfTests]);
    expect(await run('invite', 'Editor 1')).toBe(0);
    expect((await people.invitations.find(tokenPrinted())).person).toMatchObject({
      id: person,
      role: 'editor',
    });
  });

  it('says whom there is when there is nobody of that name', async () => {
    await signedIn({ people }, 'editor');
    expect(await run('invite', '王老师')).toBe(1);
    expect(lines.join('\n')).toContain('登记过的有：editor 1');
    expect(await run('invite', '--help-me')).toBe(2);
  });
});

describe('npm run hub -- people', () => {
  it('lists who is enrolled', async () => {
    await run('people');
    expect(lines).toEqual(['还没有人登记。Nobody is enrolled yet.']);
    await signedIn({ people }, 'publisher', [clubOfTests]);
    await run('people');
    expect(lines[1]).toContain('publisher 1  发布 publisher  silent-world');
  });
});

describe('the printed link', () => {
  it('says that localhost is no other machine', () => {
    expect(enrolLines('http://localhost:4173/studio/enrol#x', true).join('\n')).toContain(
      '要在这台机器上打开',
    );
    expect(enrolLines(`${testOrigin}/studio/enrol#x`, false).join('\n')).toContain('也可以用手机或平板扫');
  });
});

describe('PUBLIC_URL', () => {
  it.each([
    ['https://tongye.example.org', 'https://tongye.example.org'],
    ['https://tongye.example.org/', 'https://tongye.example.org'],
    ['http://localhost:4173', 'http://localhost:4173'],
    ['', null],
  ])('%s is %s', (text, origin) => {
    expect(readConfig({ PUBLIC_URL: text }).publicUrl).toBe(origin);
  });

  it.each([
    ['https://192.0.2.7', 'public-url-is-number'],
    ['http://127.0.0.1:4173', 'public-url-is-number'],
    ['https://[2001:db8::1]', 'public-url-is-number'],
    ['http://tongye.example.org', 'bad-public-url'],
    ['https://tongye.example.org/studio', 'bad-public-url'],
    ['https://somebody@tongye.example.org', 'bad-public-url'],
    ['tongye.example.org', 'bad-public-url'],
  ])('%s is refused with a sentence', (text, fault) => {
    expect(() => readConfig({ PUBLIC_URL: text })).toThrow(expect.objectContaining({ fault }));
  });
});
