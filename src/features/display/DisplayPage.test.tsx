// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TermIdSchema } from '../../core/reading/model.ts';
import type { Club } from '../../core/shelf/issue.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { BookcaseError } from '../../library/bookcase.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { changePerson } from '../../storage/erase.ts';
import { PRESETS } from '../../storage/settings.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { markWord, wordMarks } from '../../storage/words.ts';
import DisplayPage from './DisplayPage.tsx';

const club = (id: string, name: string, motif: Club['motif']): Club => ({
  id,
  name: { 'zh-Hans': name, 'zh-Hant': name, en: name },
  description: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  motif,
  requires: { reading: [], film: [], recitation: [], gallery: [] },
});
const nothing = () => Promise.reject(new BookcaseError('not-found'));
const bookcase: Bookcase = {
  clubs: () =>
    Promise.resolve([
      club('silent-world', '无声世界读书会', 'hands'),
      club('new-sisters', '新上海姐妹俱乐部', 'magnolia'),
    ]),
  issues: () => Promise.resolve([]),
  issue: nothing,
  piece: nothing,
  terms: nothing,
  urlOf: () => '',
  refresh: () => Promise.resolve(false),
};

function show() {
  render(
    <LocationProvider>
      <BookcaseContext.Provider value={bookcase}>
        <DisplayPage />
      </BookcaseContext.Provider>
    </LocationProvider>,
  );
}

beforeAll(() => loadNamespaces(['common', 'ui', 'problem', 'display', 'reading']));
beforeEach(() => updateSettings({ club: 'silent-world', preset: 'standard' }));
afterEach(async () => {
  cleanup();
  await changePerson();
});

describe('the display page', () => {
  it.each([
    ['巨大', { text: 'giant' }],
    ['夜', { theme: 'night' }],
    ['楷体', { font: 'kai' }],
    ['宽一点', { lineHeight: 'wide' }],
    ['全部', { pinyin: 'all' }],
    ['分开 写', { wordSpacing: true }],
    ['每行 8 字', { captionSize: 8 }],
    ['一半', { signSize: 'half' }],
  ])('%s acts at once', (name, expected) => {
    show();
    fireEvent.click(screen.getByRole('radio', { name }));
    expect(settings.value).toMatchObject(expected);
    expect(screen.getByRole('radio', { name, checked: true })).toBeTruthy();
  });

  it('takes over a whole way of reading by one picture, and single things stay changeable', () => {
    show();
    fireEvent.click(screen.getByRole('radio', { name: '我看字幕和大字' }));
    expect(settings.value).toMatchObject({ preset: 'captions', ...PRESETS.captions });
    fireEvent.click(screen.getByRole('radio', { name: '巨大' }));
    expect(settings.value).toMatchObject({ preset: 'captions', text: 'giant', captionSize: 12 });
  });

  it('turns helps on and off one by one', () => {
    show();
    const solo = screen.getByRole('button', { name: '一屏一句' });
    fireEvent.click(solo);
    expect(settings.value).toMatchObject({ solo: true, highlight: true });
    expect(solo.getAttribute('aria-pressed')).toBe('true');
  });

  it('shows the choices on a real text of the club', async () => {
    show();
    const preview = await screen.findByRole('region', { name: '现在的样子' });
    await waitFor(() => expect(preview.textContent).toContain('邻居们'));
    fireEvent.click(screen.getByRole('radio', { name: '全部' }));
    expect(preview.textContent).toContain('jǐshuǐzhàn');
    fireEvent.click(await screen.findByRole('radio', { name: '新上海姐妹俱乐部' }));
    expect(settings.value.club).toBe('new-sisters');
    expect(preview.textContent).toContain('师傅');
  });
});

describe('handing the tablet on', () => {
  const mark = () => markWord('2026-11-silent-world', v.parse(TermIdSchema, 'longtang'), 'known');

  it('asks once, then forgets how this person reads and what they did', async () => {
    await mark();
    updateSettings({ text: 'giant', language: 'zh-Hans' });
    show();
    fireEvent.click(screen.getByRole('button', { name: '换人' }));
    fireEvent.click(screen.getByRole('button', { name: '清掉，换人' }));
    await waitFor(() => expect(settings.value).toMatchObject({ club: null, preset: null, text: 'standard' }));
    expect(await wordMarks()).toEqual([]);
  });

  it('forgets nothing when one thinks better of it', async () => {
    await mark();
    show();
    fireEvent.click(screen.getByRole('button', { name: '换人' }));
    fireEvent.click(screen.getByRole('button', { name: '先不清' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(settings.value.club).toBe('silent-world');
    expect(await wordMarks()).toHaveLength(1);
  });
});
