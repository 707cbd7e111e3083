import { describe, expect, it } from 'vitest';
import { isNameMissing, nameToSend, tokenOf } from './enrol-state.ts';
import { nextPage } from './next-page.ts';
import type { Colleague, People } from './people-api.ts';
import { isLastKeeper, missingIn, newcomer, toSend, withClub } from './people-state.ts';

const colleague = (changes: Partial<Colleague> = {}): Colleague => ({
  id: 'a',
  name: '手语老师',
  role: 'keeper',
  clubs: [],
  addedMs: 0,
  means: [{ id: 'm', kind: 'passkey', device: '', addedMs: 0, usedMs: 0 }],
  signIns: [],
  ...changes,
});
const people = (...all: readonly Colleague[]): People => ({ clubs: [], invitations: [], people: [...all] });

describe('an invitation', () => {
  it('wants a name and, but for a keeper, a club', () => {
    expect(missingIn(newcomer)).toBe('name');
    expect(missingIn({ ...newcomer, name: ' 社工 ' })).toBe('club');
    expect(missingIn({ ...newcomer, name: '社工', role: 'keeper' })).toBeNull();
    const ready = withClub({ ...newcomer, name: ' 社工 ' }, 'silent-world', true);
    expect(missingIn(ready)).toBeNull();
    expect(toSend(ready).name).toBe('社工');
    expect(withClub(withClub(ready, 'silent-world', true), 'silent-world', false).clubs).toEqual([]);
  });
});

describe('the last keeper', () => {
  it('is the only one who could sign in', () => {
    const one = colleague();
    expect(isLastKeeper(people(one), one)).toBe(true);
    expect(isLastKeeper(people(one, colleague({ id: 'b', role: 'editor' })), one)).toBe(true);
    expect(isLastKeeper(people(one, colleague({ id: 'b', means: [] })), one)).toBe(true);
    expect(isLastKeeper(people(one, colleague({ id: 'b' })), one)).toBe(false);
  });
});

describe('a one-time link', () => {
  it('carries its secret in the fragment, whole or not at all', () => {
    expect(tokenOf(`#${'a'.repeat(43)}`)).toBe('a'.repeat(43));
    for (const hash of ['', '#', `#${'a'.repeat(42)}`, `#${'a'.repeat(43)}&x`])
      expect(tokenOf(hash)).toBeNull();
  });

  it('asks for a name only where it does not say one', () => {
    const invited = { role: 'editor', clubs: [], isKnown: false, expiresMs: 0 } as const;
    expect(nameToSend({ ...invited, clubs: [], name: '社工' }, 'x')).toBeNull();
    expect(nameToSend({ ...invited, clubs: [], name: null }, ' 社工 ')).toBe('社工');
    expect(isNameMissing({ ...invited, clubs: [], name: null }, '  ')).toBe(true);
  });
});

describe('the page after signing in', () => {
  it.each([
    [{}, '/studio'],
    [{ next: '/studio/people' }, '/studio/people'],
    [{ next: '/studio/2026-12-silent-world/publish' }, '/studio/2026-12-silent-world/publish'],
    [{ next: 'https://evil.example' }, '/studio'],
    [{ next: '//evil.example' }, '/studio'],
    [{ next: '/studio/../read' }, '/studio'],
    [{ next: '/studio\\evil' }, '/studio'],
  ])('for %j is %s', (query, page) => {
    expect(nextPage(query)).toBe(page);
  });
});
