import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../film/PieceTop.module.css';
import type { TrackChoice } from '../reading/use-reading-player.ts';

/** Which of them leads, the signing or the voice; the text follows it. Nothing where there is only one. */
export function LeadChoice({ tracks, track, choose }: TrackChoice) {
  const t = useT('recitation');
  if (tracks.length < 2) return null;
  return (
    <fieldset class={css.views} aria-label={t('lead.label')}>
      {tracks.map((one) => (
        <Button key={one.id} kind="main" pressed={one.id === track?.id} onClick={() => choose(one.id)}>
          {t(one.kind === 'audio' ? 'lead.listen' : 'lead.watch')}
        </Button>
      ))}
    </fieldset>
  );
}
