import type { Cue } from '../core/sync/track.ts';
import { formatTime } from '../i18n/format.ts';
import { useT } from '../i18n/use-t.ts';
import type { SentencePlayer } from './sentence-player.ts';
import css from './Timeline.module.css';

interface TimelineProps {
  readonly player: SentencePlayer;
  /** Where sentences begin, drawn as marks. */
  readonly cues: readonly Cue[];
}

/** A native range: arrow keys, screen readers and switches come with it. */
export function Timeline({ player, cues }: TimelineProps) {
  const t = useT('player');
  const time = player.timeSeconds.value;
  const duration = Math.max(player.durationSeconds.value, 0.1);
  const share = (seconds: number): string =>
    `${(Math.min(1, Math.max(0, seconds / duration)) * 100).toFixed(3)}%`;
  const clock = { time: formatTime(time), total: formatTime(duration) };
  const spoken = {
    minutes: Math.floor(time / 60),
    seconds: Math.floor(time % 60),
    totalMinutes: Math.floor(duration / 60),
    totalSeconds: Math.floor(duration % 60),
  };
  return (
    <div class={css.line} style={{ '--played': share(time) }}>
      <div class={css.track} aria-hidden="true">
        <div class={css.played} />
        {cues.map((cue) => (
          <div key={cue.start} class={css.mark} style={{ insetInlineStart: share(cue.start) }} />
        ))}
      </div>
      <input
        class={css.range}
        type="range"
        min="0"
        max={duration}
        step="any"
        value={time}
        aria-label={t('timeline.label')}
        aria-valuetext={t('timeline.position', spoken)}
        onInput={(event) => player.seek(event.currentTarget.valueAsNumber)}
      />
      <p class={css.clock} aria-hidden="true">
        {t('timeline.shown', clock)}
      </p>
    </div>
  );
}
