// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SentenceIdSchema, TermIdSchema } from '../../core/reading/model.ts';
import type { IssueTerm } from '../../core/shelf/issue.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { BookcaseError } from '../../library/bookcase.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { changePerson } from '../../storage/erase.ts';
import { updateSettings } from '../../storage/settings-store.ts';
import { wordMarks } from '../../storage/words.ts';
import WordsPage from './WordsPage.tsx';

const term = (id: string, word: string, pinyin: string): IssueTerm => ({
  id: v.parse(TermIdSchema, id),
  issue: '2026-11-silent-world',
  word,
  pinyin,
  explanation: `${word}的意思。`,
  firstSentence: { piece: 'morning', sentence: v.parse(SentenceIdSchema, 's3') },
});

function show(terms: readonly IssueTerm[], missing: readonly string[] = []) {
  const bookcase: Bookcase = {
    clubs: () => Promise.resolve([]),
    issues: () => Promise.resolve([]),
    issue: () => Promise.reject(new BookcaseError('not-found')),
    piece: () => Promise.reject(new BookcaseError('not-found')),
    terms: () => Promise.resolve({ terms, missing }),
    urlOf: (blob) => `/shelf/${blob.href}`,
    refresh: () => Promise.resolve(false),
  };
  render(
    <BookcaseContext.Provider value={bookcase}>
      <WordsPage />
    </BookcaseContext.Provider>,
  );
}

const WORDS = [term('jishuizhan', '给水站', 'jǐshuǐzhàn'), term('anzhi', '安置', 'ānzhì')];
const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'));

beforeAll(() => loadNamespaces(['common', 'ui', 'problem', 'words']));
beforeEach(() => updateSettings({ club: 'silent-world' }));
afterEach(async () => {
  cleanup();
  await changePerson();
});

describe('the words', () => {
  it('are cards with what they mean and where they come from', async () => {
    show(WORDS);
    const card = within(await screen.findByRole('article', { name: '给水站' }));
    expect(card.getByText('jǐshuǐzhàn')).toBeTruthy();
    expect(card.getByText('给水站的意思。')).toBeTruthy();
    expect(card.getByRole('link').getAttribute('href')).toBe('/read/2026-11-silent-world/morning?s=s3');
  });

  it('are marked, kept on this tablet, and unmarked by the same button', async () => {
    show(WORDS);
    const known = within(await screen.findByRole('article', { name: '给水站' })).getByRole('button', {
      name: '记住了',
    });
    fireEvent.click(known);
    expect(known.getAttribute('aria-pressed')).toBe('true');
    await waitFor(async () =>
      expect(await wordMarks()).toMatchObject([{ term: 'jishuizhan', mark: 'known' }]),
    );
    fireEvent.click(known);
    expect(known.getAttribute('aria-pressed')).toBe('false');
    await waitFor(async () => expect(await wordMarks()).toEqual([]));
  });

  it('can be narrowed to those still to learn', async () => {
    show(WORDS);
    const card = within(await screen.findByRole('article', { name: '安置' }));
    fireEvent.click(card.getByRole('button', { name: '再看看' }));
    fireEvent.click(screen.getByRole('radio', { name: '再看看' }));
    expect(cards()).toEqual(['安置']);
    fireEvent.click(screen.getByRole('radio', { name: '记住了' }));
    expect(screen.getByText('还没有记住的词')).toBeTruthy();
  });

  it('go by pinyin, with a way to each letter there is', async () => {
    show(WORDS);
    fireEvent.click(await screen.findByRole('radio', { name: '按拼音' }));
    expect(cards()).toEqual(['安置', '给水站']);
    const letters = within(screen.getByRole('navigation', { name: '按字母跳' }));
    expect(letters.getAllByRole('link').map((link) => link.textContent)).toEqual(['A', 'J']);
    for (const link of letters.getAllByRole('link')) {
      expect(document.querySelector(link.getAttribute('href') ?? '')?.tagName).toBe('H2');
    }
  });

  it('say when there are none yet, and when some cannot be opened now', async () => {
    show([]);
    expect(await screen.findByText('还没有词语')).toBeTruthy();
    cleanup();
    show(WORDS, ['2026-10-silent-world']);
    expect(await screen.findByText('有 1 期的词现在打不开，连上网就能看。')).toBeTruthy();
  });
});
