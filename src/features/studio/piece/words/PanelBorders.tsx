import { cutsOf, mergeFault } from '../../../../authoring/draft-words/edit.ts';
import type { WordPlace } from '../../../../authoring/draft-words/places.ts';
import type { DraftSentence } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { Words } from './use-words.ts';
import css from './WordPanel.module.css';

interface PanelBordersProps {
  readonly sentence: DraftSentence;
  readonly place: WordPlace;
  readonly words: Words;
}

/** Each button says what will come of it. */
export function PanelBorders({ sentence, place, words }: PanelBordersProps) {
  const t = useT('studio-words');
  const word = sentence.words[place.word];
  const next = sentence.words[place.word + 1];
  if (!word) return null;
  const fault = mergeFault(word, next);
  const chars = [...word.text];
  return (
    <div class={css.group} role="group" aria-label={t('borders.title')}>
      <h3 class={css.title}>{t('borders.title')}</h3>
      <div class={css.acts}>
        {fault === null && next ? (
          <Button onClick={() => words.merge(place)}>
            {t('borders.merge', { next: next.text, whole: word.text + next.text })}
          </Button>
        ) : (
          fault !== null && <p class={css.hint}>{t(`borders.fault.${fault}`)}</p>
        )}
        {cutsOf(word).map((at) => (
          <Button key={at} onClick={() => words.split(place, at)}>
            {t('borders.cut', { left: chars.slice(0, at).join(''), right: chars.slice(at).join('') })}
          </Button>
        ))}
      </div>
    </div>
  );
}
