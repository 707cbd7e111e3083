import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { sentencesOf } from '../../core/reading/model.ts';
import type { SentenceId } from '../../core/reading/model.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { ReadingText } from '../../pieces/reading/ReadingText.tsx';
import { settings } from '../../storage/settings-store.ts';
import { useLoad } from '../../ui/use-load.ts';
import { SAMPLES } from './sample-reading.ts';
import css from './Preview.module.css';

interface PreviewProps {
  readonly motif: keyof typeof SAMPLES;
}

/** The reader's own text, small: what is chosen is seen at once on what it is chosen for, and can be tapped. */
export function Preview({ motif }: PreviewProps) {
  const t = useT('display');
  const { result } = useLoad(loadWords);
  const { reading, current, choose } = useMemo(() => sampleAt(motif), [motif]);
  return (
    <section class={css.preview} aria-labelledby="preview">
      <h2 class={css.title} id="preview">
        {t('preview')}
      </h2>
      <div class={css.sheet}>
        {result.state === 'ready' && (
          <ReadingText
            key={motif}
            reading={reading}
            urlOf={noPictures}
            settings={settings.value}
            current={current}
            canPlay={false}
            onSentence={choose}
          />
        )}
      </div>
    </section>
  );
}

/** The text's own words: they belong to another page, which need not have been open yet. */
function loadWords(): Promise<void> {
  return loadNamespaces(['reading']);
}

function sampleAt(motif: keyof typeof SAMPLES) {
  const reading = SAMPLES[motif];
  const current = signal<SentenceId | null>(sentencesOf(reading)[0]?.id ?? null);
  return { reading, current, choose: (sentence: SentenceId) => void (current.value = sentence) };
}

/** The samples are text only. */
function noPictures(): string {
  return '';
}
