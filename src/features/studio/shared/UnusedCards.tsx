import type { ReadonlySignal } from '@preact/signals';
import { termsMarked } from '../../../authoring/draft-words/edit.ts';
import type { DraftIssue, DraftPiece, DraftTerm } from '../../../authoring/draft/model.ts';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from './desk.ts';
import css from './OpenFindings.module.css';

interface UnusedCardsProps {
  readonly desk: Desk;
  /** Of the whole month. */
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
}

/** Cards of the month that no piece marks any more: each may be taken out of it. The club keeps its own, and undo brings it back. */
export function UnusedCards({ desk, pieces }: UnusedCardsProps) {
  const t = useT('studio');
  const cards = unusedCards(desk.issue.value, pieces.value);
  const [hasFailed, setFailed] = useState(false);
  const takeOut = async (card: DraftTerm): Promise<void> => {
    try {
      // Not put away yet, it is in the month alone.
      if (!desk.words.terms.peek().some(({ id }) => id === card.id)) await desk.words.saveTerm(card);
    } catch (error) {
      console.error(error);
      return setFailed(true);
    }
    setFailed(false);
    desk.changeIssue('term', (issue) => ({
      ...issue,
      terms: issue.terms.filter(({ id }) => id !== card.id),
    }));
  };
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="unused-cards" class={css.section}>
      <h2 id="unused-cards">{t('unusedCards.title')}</h2>
      <p>{t('unusedCards.note')}</p>
      <ul class={css.list}>
        {cards.map((card) => (
          <li key={card.id} class={css.item} data-card={card.id}>
            <b>{card.word}</b>
            <Button icon="trash" aria-disabled={!desk.canWrite.value} onClick={() => void takeOut(card)}>
              {t('unusedCards.takeOut')}
              <span class="visually-hidden">{` ${card.word}`}</span>
            </Button>
          </li>
        ))}
      </ul>
      {hasFailed && <StateLine kind="stop">{t('unusedCards.failed')}</StateLine>}
    </section>
  );
}

export function unusedCards(issue: DraftIssue, pieces: readonly DraftPiece[]): readonly DraftTerm[] {
  const marked = new Set(pieces.flatMap((piece) => [...termsMarked(piece)]));
  return issue.terms.filter(({ id }) => !marked.has(id));
}
