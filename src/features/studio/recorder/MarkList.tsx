import { textOfDraft, type DraftSentence } from '../../../authoring/draft/model.ts';
import type { Cue } from '../../../core/sync/track.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-t.ts';
import { clockText } from './clock.ts';
import css from './Mark.module.css';

interface MarkListProps {
  readonly sentences: readonly DraftSentence[];
  readonly language: string;
  readonly cues: readonly Cue[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Every sentence with its time; one is chosen to be adjusted. */
export function MarkList({ sentences, language, cues, chosen, onChoose }: MarkListProps) {
  const t = useT('studio-sign');
  const times = new Map(cues.map((cue) => [cue.sentence, cue]));
  return (
    <ol class={css.list} aria-label={t('mark.strip')}>
      {sentences.map((sentence, index) => {
        const cue = times.get(sentence.id);
        const number = formatNumber(index + 1);
        return (
          <li key={sentence.id}>
            <button
              type="button"
              class={css.choice}
              data-sentence={sentence.id}
              aria-current={index === chosen ? 'true' : undefined}
              onClick={() => onChoose(index)}
            >
              <span>{number}</span>
              <span class={css.text} lang={language}>
                {textOfDraft(sentence)}
              </span>
              <span class={css.when}>
                {cue
                  ? t('record.done', { from: clockText(cue.start, true), to: clockText(cue.end, true) })
                  : t('record.notYet')}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
