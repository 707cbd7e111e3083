import { useT } from '../i18n/use-t.ts';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/Mark.tsx';
import css from './Destinations.module.css';
import type { Destination } from './route-table.ts';

const PLACES = [
  { destination: 'home', href: '/', icon: 'month' },
  { destination: 'bookshelf', href: '/bookshelf', icon: 'bookshelf' },
  { destination: 'words', href: '/words', icon: 'words' },
  { destination: 'display', href: '/display', icon: 'display' },
] as const;

interface DestinationsProps {
  readonly current: Destination | null;
}

/** On the side in landscape, along the bottom in portrait. */
export function Destinations({ current }: DestinationsProps) {
  const t = useT('app');
  return (
    <nav class={`${css.rail} no-print`} aria-label={t('destinations')}>
      <span class={css.mark}>
        <Mark />
      </span>
      <ul class={css.list}>
        {PLACES.map(({ destination, href, icon }) => (
          <li key={destination}>
            <a class={css.place} href={href} aria-current={destination === current ? 'page' : undefined}>
              <Icon name={icon} />
              <span class={css.name}>{t(destination)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
