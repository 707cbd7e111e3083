import type { ComponentChildren, RefObject } from 'preact';
import { useT } from '../i18n/use-t.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Destinations } from './Destinations.tsx';
import { Notices } from './Notices.tsx';
import css from './Shell.module.css';
import type { Destination } from './route-table.ts';

interface ShellProps {
  readonly main: RefObject<HTMLElement | null>;
  /** `full`: a reading or the first run has the screen to itself. */
  readonly layout: 'destinations' | 'full';
  readonly current: Destination | null;
  /** A line above the page that belongs to the page, such as the invitation of a first visit. */
  readonly invitation?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Shell({ main, layout, current, invitation, children }: ShellProps) {
  const t = useT('app');
  return (
    <div class={css.shell} data-layout={layout}>
      <a class={`${css.skip} no-print`} href="#main">
        {t('skip')}
      </a>
      {layout === 'destinations' && <Destinations current={current} />}
      <div class={css.side}>
        {invitation}
        <Notices quiet={layout === 'full'} />
        <main ref={main} id="main" class={css.page} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Announcer />
    </div>
  );
}
