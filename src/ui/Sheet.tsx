import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';
import { useT } from '../i18n/use-t.ts';
import css from './Sheet.module.css';

interface SheetProps {
  readonly title: string;
  /** Asked for by the close button, Escape and a tap beside the sheet; the caller then stops rendering it. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons that stay in sight under the scrolling content. */
  readonly actions?: ComponentChildren;
}

/**
 * A modal sheet over the page. The native dialog keeps focus inside and the page behind inert; focus goes back to
 * what opened it, also when the caller removes the sheet without closing it first.
 */
export function Sheet({ title, onClose, children, actions }: SheetProps) {
  const t = useT('common');
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);

  const closeRef = useRef(onClose);
  useLayoutEffect(() => {
    closeRef.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const opener = document.activeElement;
    // Escape asks; whether the sheet goes is the caller's to say.
    const onCancel = (event: Event) => {
      event.preventDefault();
      closeRef.current();
    };
    // The dialog's own box is filled by its children: a click on the element itself hit the backdrop.
    const onClick = (event: Event) => {
      if (event.target === dialog) closeRef.current();
    };
    // Keys belong to the sheet while it is open, not to the player behind it.
    const onKeyDown = (event: Event) => event.stopPropagation();
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('click', onClick);
    dialog.addEventListener('keydown', onKeyDown);
    dialog.showModal();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog ref={ref} class={css.sheet} aria-labelledby={titleId}>
      <div class={css.frame}>
        <header class={css.head}>
          <h2 id={titleId} class={css.title}>
            {title}
          </h2>
          <Button icon="close" onClick={onClose}>
            {t('close')}
          </Button>
        </header>
        {/* Focusable, so that a keyboard can scroll it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section class={css.body} tabIndex={0} aria-labelledby={titleId}>
          {children}
        </section>
        {actions !== undefined && <footer class={css.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
}
