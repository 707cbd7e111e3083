// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadNamespaces } from '../i18n/i18n.ts';
import { Sheet } from './Sheet.tsx';

beforeAll(() => loadNamespaces(['common']));
afterEach(cleanup);

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        帮助
      </button>
      {isOpen && (
        <Sheet title="怎么用" onClose={() => setOpen(false)}>
          <p>点一句，就看那一句的手语。</p>
        </Sheet>
      )}
    </>
  );
}

function open(): HTMLElement {
  render(<Page />);
  const opener = screen.getByRole('button', { name: '帮助' });
  opener.focus();
  fireEvent.click(opener);
  return screen.getByRole('dialog', { name: '怎么用' });
}

describe('a sheet', () => {
  it('is named by its title and has a button that closes it', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('gives focus back to what opened it', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '帮助' }));
  });

  it('closes by Escape, which the browser reports as a cancel', () => {
    const dialog = open();
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('closes by a tap beside it and not by one inside', () => {
    const dialog = open();
    fireEvent.click(screen.getByText('点一句，就看那一句的手语。'));
    expect(screen.queryByRole('dialog')).not.toBeNull();
    fireEvent.click(dialog);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps keys from the page behind', () => {
    let heard = 0;
    const listen = () => (heard += 1);
    document.addEventListener('keydown', listen);
    fireEvent.keyDown(open(), { key: ' ' });
    document.removeEventListener('keydown', listen);
    expect(heard).toBe(0);
  });
});
