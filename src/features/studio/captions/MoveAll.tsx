import { useState } from 'preact/hooks';
import type { TimePoint } from '../../../core/captions/retime.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { EnginePlayer } from '../../../player/sentence-engine.ts';
import { Button } from '../../../ui/Button.tsx';
import type { CaptionsDesk } from './captions-desk.ts';
import { clockText } from './clock.ts';
import { Folded } from './Folded.tsx';
import css from './MoveAll.module.css';

interface MoveAllProps {
  readonly captions: CaptionsDesk;
  readonly player: EnginePlayer | null;
}

/** Captions made for another cut of the film: all earlier or later, or stretched between two points. */
export function MoveAll({ captions, player }: MoveAllProps) {
  const t = useT('studio-captions');
  const [first, setFirst] = useState<(TimePoint & { readonly number: number }) | null>(null);
  const selected = captions.selected.value;
  const cue = selected === null ? undefined : captions.cues.value[selected];
  const number = (selected ?? 0) + 1;
  const choose = cue ? undefined : t('move.choose');
  const here = (): TimePoint | null =>
    cue && player ? { captionSeconds: cue.start, filmSeconds: player.frameSeconds.value } : null;

  return (
    <Folded title={t('move.title')}>
      <p>{t('move.note')}</p>
      <div class={css.buttons}>
        {[-1, -0.1, 0.1, 1].map((seconds) => (
          <Button key={seconds} onClick={() => captions.shift(seconds)}>
            {t(seconds < 0 ? 'move.earlier' : 'move.later', { seconds: Math.abs(seconds) })}
          </Button>
        ))}
      </div>
      {player && (
        <>
          <p>{t('move.hereNote')}</p>
          <div class={css.buttons}>
            <Button
              blocked={choose}
              onClick={() => {
                const point = here();
                if (point) captions.shift(point.filmSeconds - point.captionSeconds);
              }}
            >
              {cue ? t('move.here', { number }) : t('move.hereAny')}
            </Button>
          </div>
          <p>{t('move.stretchNote')}</p>
          <div class={css.buttons}>
            <Button
              blocked={choose}
              onClick={() => {
                const point = here();
                setFirst(point && { ...point, number });
              }}
            >
              {cue ? t('move.first', { number }) : t('move.firstAny')}
            </Button>
            {first && (
              <Button
                blocked={choose}
                onClick={() => {
                  const point = here();
                  if (!point) return;
                  captions.stretch([first, point]);
                  setFirst(null);
                }}
              >
                {cue ? t('move.second', { number }) : t('move.secondAny')}
              </Button>
            )}
          </div>
          {first && (
            <p>{t('move.firstKept', { number: first.number, time: clockText(first.filmSeconds) })}</p>
          )}
        </>
      )}
    </Folded>
  );
}
