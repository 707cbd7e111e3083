import { useState } from 'preact/hooks';
import type { TermId } from '../../../../core/reading/model.ts';
import type { TermSuggestion } from '../../../../authoring/term-suggestions/suggest.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../ui/announce.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { declineTerm, makeTerm, reuseTerm } from './term-actions.ts';
import { useSuggestions } from './use-suggestions.ts';
import type { WordTools } from './word-tools.ts';
import css from './TermSection.module.css';

interface SuggestionsProps {
  readonly desk: Desk;
  readonly tools: WordTools | null;
  readonly met: ReadonlyMap<string, number>;
  readonly onEdit: (id: TermId) => void;
}

/** As many as one looks through at once. */
const FEW = 6;

export function Suggestions({ desk, tools, met, onEdit }: SuggestionsProps) {
  const t = useT('studio-words');
  const suggestions = useSuggestions(desk, tools, met);
  const [shown, show] = useState(FEW);
  if (tools === null) return null;
  const more = Math.min(FEW, (suggestions?.length ?? 0) - shown);
  return (
    <>
      <h2 class={css.title}>{t('suggest.title')}</h2>
      <p class={css.note}>{t('suggest.note')}</p>
      {suggestions === null && <StateLine kind="wait">{t('suggest.working')}</StateLine>}
      {suggestions?.length === 0 && <p>{t('suggest.none')}</p>}
      {suggestions !== null && suggestions.length > 0 && (
        <ul class={css.list} aria-label={t('suggest.title')}>
          {suggestions.slice(0, shown).map((suggestion) => (
            <SuggestionRow key={suggestion.word} desk={desk} suggestion={suggestion} onEdit={onEdit} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button kind="main" icon="more" onClick={() => show(shown + FEW)}>
          {t('suggest.more', { count: more })}
        </Button>
      )}
    </>
  );
}

interface SuggestionRowProps extends Pick<SuggestionsProps, 'desk' | 'onEdit'> {
  readonly suggestion: TermSuggestion;
}

function SuggestionRow({ desk, suggestion: { word, pinyin, places, why }, onEdit }: SuggestionRowProps) {
  const t = useT('studio-words');
  const reason =
    why.reason === 'character'
      ? t('suggest.why.character', { character: why.character })
      : t(`suggest.why.${why.reason}`);
  return (
    <li class={css.row}>
      <span class={css.word}>
        <strong class={css.letters}>{word}</strong> <span lang="zh-Latn-pinyin">{pinyin}</span>
      </span>
      <span>
        {reason} {t('suggest.places', { count: places })}
      </span>
      {desk.canWrite.value && (
        <span class={css.acts}>
          {why.reason === 'card' ? (
            <Button
              kind="main"
              aria-label={t('suggest.reuse', { word })}
              onClick={() => reuseTerm(desk, word, why.term)}
            >
              {t('suggest.reuseShort')}
            </Button>
          ) : (
            <Button
              kind="main"
              aria-label={t('suggest.make', { word })}
              onClick={() => onEdit(makeTerm(desk, word, pinyin))}
            >
              {t('suggest.makeShort')}
            </Button>
          )}
          <Button
            kind="main"
            aria-label={t('suggest.decline', { word })}
            onClick={() => {
              declineTerm(desk, word);
              announce(t('suggest.declined', { word }));
            }}
          >
            {t('suggest.declineShort')}
          </Button>
        </span>
      )}
    </li>
  );
}
