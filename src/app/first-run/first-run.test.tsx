// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { club } from '../../core/shelf/fixture.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { BookcaseError, type Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { DEFAULT_SETTINGS } from '../../storage/settings.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import FirstRun from './FirstRun.tsx';
import { firstRunAt } from './first-run.ts';

const never = () => Promise.reject(new Error('not asked here'));

function bookcaseWith(clubs: Bookcase['clubs']): Bookcase {
  return { clubs, issues: never, issue: never, piece: never, terms: never, refresh: never, urlOf: () => '' };
}

function open(clubs: Bookcase['clubs'] = () => Promise.resolve([club])) {
  return render(
    <BookcaseContext.Provider value={bookcaseWith(clubs)}>
      <FirstRun />
    </BookcaseContext.Provider>,
  );
}

beforeAll(() => loadNamespaces(['common', 'problem', 'first-run']));
beforeEach(() => updateSettings(DEFAULT_SETTINGS));
afterEach(cleanup);

describe('the first visit', () => {
  it('takes two taps: the club, then how to read', async () => {
    open();
    (await screen.findByRole('button', { name: /无声世界读书会/u })).click();
    expect(await screen.findByRole('heading', { name: '您想怎么看？' })).toBeTruthy();
    (await screen.findByRole('button', { name: /我看字幕和大字/u })).click();
    expect(settings.value).toMatchObject({ club: 'silent-world', preset: 'captions', text: 'larger' });
  });

  it('moves the focus to the question it asks next', async () => {
    open();
    (await screen.findByRole('button', { name: /无声世界读书会/u })).click();
    await expect.poll(() => document.activeElement?.textContent).toBe('您想怎么看？');
  });

  it('lets a hasty tap on the wrong club be taken back', async () => {
    updateSettings({ club: 'new-sisters' });
    open();
    (await screen.findByRole('button', { name: '换一个班' })).click();
    expect(await screen.findByRole('button', { name: /无声世界读书会/u })).toBeTruthy();
  });

  it('offers the other languages before anything is chosen, each in its own words', () => {
    open();
    expect(screen.getByRole('radio', { name: '繁體中文' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'English' }).closest('[lang]')?.getAttribute('lang')).toBe('en');
  });

  it('says what is the matter when the shelf does not answer, and asks again', async () => {
    let tries = 0;
    open(() => (++tries === 1 ? Promise.reject(new BookcaseError('offline')) : Promise.resolve([club])));
    await screen.findByText('现在没有网络');
    screen.getByRole('button', { name: '再试一次' }).click();
    expect(await screen.findByRole('button', { name: /无声世界读书会/u })).toBeTruthy();
  });
});

describe('who is asked', () => {
  const nobody = { club: null, preset: null };

  it.each(['/', '/bookshelf', '/words'])('a new tablet at %s', (path) => {
    expect(firstRunAt(path, nobody)).toBe('asks');
  });

  it.each(['/read/2026-11-silent-world/old-street', '/issue/2026-11-silent-world', '/display'])(
    'nobody at %s: what a link leads to is shown at once',
    (path) => expect(firstRunAt(path, nobody)).toBe('invites'),
  );

  it('nobody who has chosen', () => {
    expect(firstRunAt('/', { club: 'silent-world', preset: 'sign' })).toBe('done');
  });
});
