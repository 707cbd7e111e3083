// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadNamespaces } from '../i18n/i18n.ts';
import { usePageArrival } from './page-arrival.ts';

function Page({ heading }: { readonly heading: string | null }) {
  const main = useRef<HTMLElement>(null);
  const arrive = usePageArrival(main);
  return (
    <main ref={main}>
      {heading !== null && <h1 key={heading}>{heading}</h1>}
      <button type="button" onClick={arrive}>
        换页
      </button>
    </main>
  );
}

beforeAll(() => loadNamespaces(['app']));
afterEach(cleanup);

describe('arriving at a page', () => {
  it('names the window after the heading, also when it comes late', async () => {
    const { rerender } = render(<Page heading={null} />);
    rerender(<Page heading="书架" />);
    await expect.poll(() => document.title).toBe('书架 · 同页');
  });

  it('leaves the focus alone when the app opens', async () => {
    render(<Page heading="本月" />);
    await expect.poll(() => document.title).toBe('本月 · 同页');
    expect(document.activeElement).toBe(document.body);
  });

  it('moves the focus to the heading when another page opens, however late it comes', async () => {
    const { rerender, getByRole } = render(<Page heading={null} />);
    getByRole('button').click();
    rerender(<Page heading="词语" />);
    await expect.poll(() => document.activeElement?.textContent).toBe('词语');
  });

  it('goes on to the heading that stays when a page replaces the one it waited with', async () => {
    const { rerender, getByRole } = render(<Page heading="正在打开" />);
    getByRole('button').click();
    await expect.poll(() => document.activeElement?.textContent).toBe('正在打开');
    rerender(<Page heading="老街的早晨" />);
    await expect.poll(() => document.activeElement?.textContent).toBe('老街的早晨');
  });

  it('does not take the focus back from what someone has gone to', async () => {
    const { rerender, getByRole } = render(<Page heading="正在打开" />);
    getByRole('button').click();
    getByRole('button').focus();
    rerender(<Page heading="老街的早晨" />);
    await expect.poll(() => document.title).toBe('老街的早晨 · 同页');
    expect(document.activeElement).toBe(getByRole('button'));
  });
});
