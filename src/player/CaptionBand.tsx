import { useComputed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Caption } from '../core/captions/model.ts';
import { captionPager } from '../core/captions/pages.ts';
import css from './CaptionBand.module.css';

interface CaptionBandProps {
  readonly captions: readonly Caption[];
  readonly language: string;
  /** Media time of the presented frame, so that a caption comes with its picture. */
  readonly frameSeconds: ReadonlySignal<number>;
  readonly charactersPerLine: 16 | 12 | 8;
}

/**
 * Two lines kept free for captions: empty or full the band has one size, and it is never laid over a picture. Longer
 * captions are broken at phrases and paged within their own time.
 */
export function CaptionBand({ captions, language, frameSeconds, charactersPerLine }: CaptionBandProps) {
  const pager = useMemo(() => captionPager(captions, { charactersPerLine }), [captions, charactersPerLine]);
  const page = useComputed(() => pager.at(frameSeconds.value));
  return (
    <div class={css.band} style={{ '--characters': charactersPerLine }}>
      {/* Not a live region: the film is heard or signed at the same time; the transcript holds it all. */}
      <p class={css.lines} lang={language} data-caption>
        {page.value?.lines.map((line) => (
          <span key={line} class={css.line}>
            {line}
          </span>
        ))}
      </p>
    </div>
  );
}
