import type { TermId } from '../../../../core/reading/model.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import type { Desk } from '../../shared/desk.ts';
import { Suggestions } from './Suggestions.tsx';
import { missingOn, takeOffTerm, termsOfPiece, type PieceTerm } from './term-actions.ts';
import type { WordTools } from './word-tools.ts';
import css from './TermSection.module.css';

interface TermSectionProps {
  readonly desk: Desk;
  readonly tools: WordTools | null;
  readonly met: ReadonlyMap<string, number>;
  readonly onEdit: (id: TermId) => void;
}

/** The cards of this piece and what they lack, then the words that might need one. */
export function TermSection({ desk, tools, met, onEdit }: TermSectionProps) {
  const t = useT('studio-words');
  const terms = termsOfPiece(desk.piece.value, desk.issue.value);
  return (
    <section class={css.section}>
      <h2 class={css.title}>{t('terms.title')}</h2>
      {terms.length === 0 && <p>{t('terms.none')}</p>}
      {terms.length > 0 && (
        <ul class={css.list}>
          {terms.map((term) => (
            <TermRow key={term.id} desk={desk} term={term} onEdit={onEdit} />
          ))}
        </ul>
      )}
      <Suggestions desk={desk} tools={tools} met={met} onEdit={onEdit} />
    </section>
  );
}

interface TermRowProps {
  readonly desk: Desk;
  readonly term: PieceTerm;
  readonly onEdit: (id: TermId) => void;
}

function TermRow({ desk, term: { id, card }, onEdit }: TermRowProps) {
  const t = useT('studio-words');
  const missing = card ? missingOn(card) : [];
  const word = card?.word ?? id;
  return (
    <li class={css.row} data-card={id}>
      <span class={css.word}>
        <strong class={css.letters}>{word}</strong> <span lang="zh-Latn-pinyin">{card?.pinyin}</span>
      </span>
      <StateLine kind={card && missing.length === 0 ? 'ok' : 'stop'}>
        {!card && t('terms.noCard')}
        {card &&
          (missing.length === 0
            ? t('terms.complete')
            : missing.map((what) => t(`terms.missing.${what}`)).join('，'))}
      </StateLine>
      {desk.canWrite.value && (
        <span class={css.acts}>
          {card && (
            <Button aria-label={t('term.edit', { word })} onClick={() => onEdit(id)}>
              {t('terms.edit')}
            </Button>
          )}
          <Button aria-label={t('term.takeOff', { word })} onClick={() => takeOffTerm(desk, id)}>
            {t('terms.takeOff')}
          </Button>
        </span>
      )}
    </li>
  );
}
