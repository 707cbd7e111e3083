import type { TermId } from '../../../../core/reading/model.ts';
import type { DraftWord } from '../../../../authoring/draft/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { Desk } from '../../shared/desk.ts';
import { cardsAtHand, makeTerm, reuseTerm, takeOffTerm } from './term-actions.ts';
import css from './WordPanel.module.css';

interface PanelTermProps {
  readonly desk: Desk;
  readonly word: DraftWord;
  readonly onEdit: (id: TermId) => void;
}

export function PanelTerm({ desk, word, onEdit }: PanelTermProps) {
  const t = useT('studio-words');
  const { text, term, pinyin, candidates } = word;
  const known = cardsAtHand(desk.issue.value.terms, desk.words.terms.value).find(
    (card) => card.word === text,
  );
  return (
    <div class={css.group} role="group" aria-label={t('term.title')}>
      <h3 class={css.title}>{t('term.title')}</h3>
      <div class={css.acts}>
        {term !== undefined && (
          <>
            <Button icon="words" onClick={() => onEdit(term)}>
              {t('term.edit', { word: text })}
            </Button>
            <Button onClick={() => takeOffTerm(desk, term)}>{t('term.takeOff', { word: text })}</Button>
          </>
        )}
        {term === undefined && known && (
          <Button icon="words" onClick={() => reuseTerm(desk, text, known.id)}>
            {t('term.reuse', { word: text })}
          </Button>
        )}
        {term === undefined && !known && (
          <Button
            icon="words"
            blocked={pinyin === undefined || candidates !== undefined ? t('term.needsReading') : undefined}
            onClick={() => onEdit(makeTerm(desk, text, pinyin ?? ''))}
          >
            {t('term.make', { word: text })}
          </Button>
        )}
      </div>
    </div>
  );
}
