import { explainFinding } from '../../../core/checks/explain.ts';
import { language } from '../../../i18n/i18n.ts';
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { Desk } from '../shared/desk.ts';
import css from './CheckStep.module.css';
import { FindingPlaces } from './FindingPlaces.tsx';
import { ReasonField } from './ReasonField.tsx';

interface FindingItemProps {
  readonly finding: DraftFinding;
  readonly desk: Desk;
  readonly pieces: readonly DraftPiece[];
  readonly onWriting: (key: string | null) => void;
}

/** What is wrong, the cure, the way to the place, and for a warning the reason why it may stand. */
export function FindingItem({ finding, desk, pieces, onWriting }: FindingItemProps) {
  const explained = explainFinding(finding);
  const { quotes = [] } = finding;
  const isError = finding.severity === 'error';
  return (
    <li class={css.finding} data-severity={finding.severity}>
      <div class={css.words}>
        <p class={css.what}>
          <Icon name={isError ? 'lock' : 'question'} small />
          <span>{explained?.what[language.value] ?? finding.code}</span>
        </p>
        <p class={css.cure}>{explained?.cure[language.value]}</p>
        {quotes.length > 0 && (
          <ul class={css.texts}>
            {quotes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
      <FindingPlaces finding={finding} issue={desk.issue.value.id} pieces={pieces} />
      {!isError && <ReasonField finding={finding} desk={desk} onWriting={onWriting} />}
    </li>
  );
}
