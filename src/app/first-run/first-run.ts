/** When a tablet nobody has used yet asks who is reading, and when it only offers to. */
import { late } from '../../ui/late.tsx';
import type { FirstVisitBarProps } from './FirstVisitBar.tsx';
import type { Settings } from '../../storage/settings.ts';
import { lazyPage } from '../routes.tsx';

/**
 * `asks`: the page has no sense without a club. `invites`: the page can be read at once, whoever sent the link meant
 * it to be; a bar offers the choice. `done`: chosen.
 */
export type FirstRunState = 'asks' | 'invites' | 'done';

const NEED_A_CLUB: ReadonlySet<string> = new Set(['/', '/bookshelf', '/words']);

export function firstRunAt(path: string, { club, preset }: Pick<Settings, 'club' | 'preset'>): FirstRunState {
  if (club !== null && preset !== null) return 'done';
  return NEED_A_CLUB.has(path) ? 'asks' : 'invites';
}

export const FirstRunPage = lazyPage(() => import('./FirstRun.tsx'), { namespaces: ['first-run'] });

/** Once a tablet, and not on most: no part of every first page. */
export const FirstVisitBar = late<FirstVisitBarProps>(
  async () => (await import('./FirstVisitBar.tsx')).FirstVisitBar,
);
