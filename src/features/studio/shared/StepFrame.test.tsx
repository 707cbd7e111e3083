// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftPiece } from '../../../authoring/draft/fixture.ts';
import { loadNamespaces } from '../../../i18n/i18n.ts';
import type { Desk } from './desk.ts';
import { deskOf } from './desk-fixture.ts';
import { StepFrame } from './StepFrame.tsx';

function open(kind: 'reading' | 'film' | 'gallery'): Desk {
  const piece = draftPiece({ id: 'morning', kind, title: '老街的早晨' });
  const desk = deskOf(piece);
  render(
    <LocationProvider>
      <StepFrame step="words" desk={desk}>
        <p>这一步</p>
      </StepFrame>
    </LocationProvider>,
  );
  return desk;
}
const title = () => screen.getByRole('heading', { level: 1 });
const steps = () => within(screen.getByRole('navigation')).getAllByRole('link');

beforeAll(async () => {
  await loadNamespaces(['common', 'ui', 'studio']);
  // They come late, and must not come when the page of the test is gone.
  await Promise.all([import('./hub/HubBar.tsx'), import('./hub/HubFiles.tsx'), import('./hub/HubLine.tsx')]);
});
afterEach(cleanup);

describe('the head of a step', () => {
  it('says the step and whose piece it is, and follows the title', () => {
    const desk = open('reading');
    expect(title().textContent).toContain('词语和拼音');
    expect(title().textContent).toContain('老街的早晨');
    desk.change('details', (piece) => ({ ...piece, title: '  ' }));
    return expect.poll(() => title().textContent).toContain('还没有标题');
  });

  it('shows the steps of its kind in order, the one at hand marked as such, and the way back to the month', () => {
    open('film');
    expect(steps().map((link) => link.getAttribute('href')?.split('/').at(-1))).toEqual([
      'text',
      'words',
      'sign',
      'captions',
      'check',
      'preview',
    ]);
    expect(steps().filter((link) => link.getAttribute('aria-current') === 'step')).toHaveLength(1);
    expect(steps()[1]?.getAttribute('aria-current')).toBe('step');
    const back = screen.getByRole('link', { name: /回到本期/u });
    expect(back.getAttribute('href')).toBe('/studio/2026-12-silent-world');
  });

  it('names what undo would take back, and takes it back, by button and by key', async () => {
    const desk = open('reading');
    desk.change('details', (piece) => ({ ...piece, title: '弄堂' }));
    const undo = await screen.findByRole('button', { name: /^撤销/u });
    fireEvent.click(undo);
    await expect.poll(() => desk.piece.value.title).toBe('老街的早晨');
    fireEvent.click(screen.getByRole('button', { name: /^重做/u }));
    await expect.poll(() => desk.piece.value.title).toBe('弄堂');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await expect.poll(() => desk.piece.value.title).toBe('老街的早晨');
  });
});
