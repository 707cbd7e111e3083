import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { settings } from '../../../storage/settings-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { HubProblem } from '../shared/hub/hub-client.ts';
import { shanghaiInstant } from '../shared/releases/shanghai-words.ts';
import { FullFrame } from './FullFrame.tsx';
import { openLook, tokenOf, type Look } from './look-link.ts';
import css from './PreviewFilePage.module.css';

/** A draft for somebody who was sent its link: the member's own app on it, to look at and nothing else. */
export default function LookPage() {
  const t = useT('studio-release');
  const token = tokenOf(location.hash);
  const { result, retry } = useLoad(useCallback(() => openLook(token), [token]));
  useEffect(keepOutOfSearch, []);
  if (result.state === 'ready') return <Opened look={result.value} />;
  const isGone =
    result.state === 'failed' && !(result.error instanceof HubProblem && result.error.status === 0);
  return (
    <div class={css.page}>
      <PageTitle>{t('preview.title')}</PageTitle>
      {result.state === 'loading' && <p role="status">{t('preview.opening')}</p>}
      {result.state === 'failed' && (
        <Problem
          title={t(isGone ? 'preview.gone' : 'preview.offline')}
          text={t(isGone ? 'preview.goneText' : 'preview.offlineText')}
          {...(!isGone && {
            action: (
              <Button icon="refresh" onClick={retry}>
                {t('preview.again')}
              </Button>
            ),
          })}
        />
      )}
    </div>
  );
}

function Opened({ look: { title, club, until, bookcase } }: { readonly look: Look }) {
  const t = useT('studio-release');
  useEffect(() => () => bookcase.close(), [bookcase]);
  const shown = useMemo(
    () => ({ ...settings.peek(), club, preset: settings.peek().preset ?? ('standard' as const) }),
    [club],
  );
  return (
    <div class={css.full}>
      <header class={css.bar}>
        <h1 class={css.title} tabIndex={-1}>
          {t('preview.frame', { title })}
        </h1>
        <p class={css.draft}>
          <Icon name="edit" small />
          {t('preview.note', { at: shanghaiInstant(until) })}
        </p>
      </header>
      <FullFrame bookcase={bookcase} title={t('preview.frame', { title })} settings={shown} />
    </div>
  );
}

/** Nobody finds a draft by searching. */
function keepOutOfSearch(): () => void {
  const robots = document.createElement('meta');
  robots.name = 'robots';
  robots.content = 'noindex, nofollow';
  document.head.append(robots);
  return () => robots.remove();
}
