import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { Folded } from './Folded.tsx';
import css from './MoveAll.module.css';

/** Captions and the film's text: one made from the other, or the two tied together sentence by sentence. */
export function TextTie({ captions }: { readonly captions: CaptionsDesk }) {
  const t = useT('studio-captions');
  const [isAsking, setAsking] = useState(false);
  const sentences = captions.sentences.value;
  const linesLeft = captions.linesLeft.value;
  const hasCaptions = captions.cues.value.length > 0;
  const hasFilm = captions.film.value?.media != null;
  if (!hasCaptions && sentences === 0) return null;
  return (
    <Folded
      title={sentences === 0 ? t('text.titleNone') : t('text.titleThere', { count: sentences })}
      isOpen={sentences === 0}
    >
      <p>{t(sentences === 0 ? 'text.none' : 'text.there', { count: sentences })}</p>
      <div class={css.buttons}>
        {hasCaptions && sentences === 0 && (
          <Button kind="main" icon="transcript" onClick={captions.makeText}>
            {t('text.make')}
          </Button>
        )}
        {hasCaptions && sentences > 0 && (
          <>
            <Button kind="main" icon="transcript" onClick={captions.match}>
              {t('text.match')}
            </Button>
            <Button onClick={() => setAsking(true)}>{t('text.again')}</Button>
          </>
        )}
        {hasFilm && linesLeft > 0 && (
          <Button icon="clock" onClick={captions.timeText}>
            {t('text.time', { count: linesLeft })}
          </Button>
        )}
      </div>
      {isAsking && (
        <Sheet
          title={t('text.askTitle')}
          onClose={() => setAsking(false)}
          actions={
            <Button
              kind="main"
              onClick={() => {
                captions.makeText();
                setAsking(false);
              }}
            >
              {t('text.askYes')}
            </Button>
          }
        >
          <p>{t('text.ask')}</p>
        </Sheet>
      )}
    </Folded>
  );
}
