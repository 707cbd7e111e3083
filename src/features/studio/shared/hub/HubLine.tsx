import { useT } from '../../../../i18n/use-t.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import type { IconName } from '../../../../ui/icon-drawings.ts';
import { clockTime } from '../clock-time.ts';
import { hubLine, type HubLine as Line } from './hub-line-state.ts';
import { SIGN_IN_HREF } from './sign-in-href.ts';
import { syncState } from './sync-state.ts';
import css from './HubLine.module.css';

interface HubLineProps {
  readonly issue: string;
  /** Beside other months: what is so for all of them is said once, on the page. */
  readonly isInList?: boolean;
}

const ICONS: Readonly<Record<Exclude<Line['say'], 'nothing'>, IconName>> = {
  nobody: 'tablet',
  offline: 'offline',
  saving: 'clock',
  shared: 'check',
  clash: 'changed',
  waiting: 'changed',
  refused: 'warning',
  fileRefused: 'warning',
  sending: 'arrow-up',
  paused: 'pause',
  recording: 'pause',
};

/** Whether the month is kept on the hub too. Nothing at all where there is no hub. */
export function HubLine({ issue, isInList = false }: HubLineProps) {
  const t = useT('studio');
  const line = hubLine(syncState.value, issue);
  if (line.say === 'nothing') return null;
  if (isInList && (line.say === 'nobody' || line.say === 'offline')) return null;
  return (
    <p class={`${css.line} no-print`} data-say={line.say}>
      <Icon name={ICONS[line.say]} small />
      <span>
        {sentenceOf(line, t)}
        {line.say === 'nobody' && (
          <a class={css.link} href={SIGN_IN_HREF}>
            {t('hub.signIn')}
          </a>
        )}
      </span>
    </p>
  );
}

function sentenceOf(
  line: Exclude<Line, { readonly say: 'nothing' }>,
  t: ReturnType<typeof useT<'studio'>>,
): string {
  switch (line.say) {
    case 'offline':
      return t('hub.offline', { time: clockTime(line.sinceMs) });
    case 'shared':
      return t('hub.shared', { time: clockTime(line.atMs) });
    case 'clash':
      return t('hub.clash', { count: line.count });
    case 'sending':
    case 'paused':
    case 'recording':
      return t(`hub.${line.say}`, { percent: line.percent });
    case 'fileRefused':
      return t('hub.fileRefused', { name: line.name });
    case 'refused':
      return t(line.code === 'not-your-club' ? 'hub.notYourClub' : 'hub.refused');
    default:
      return t(`hub.${line.say}`);
  }
}
