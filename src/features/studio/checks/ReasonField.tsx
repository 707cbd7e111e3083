import { useId, useState } from 'preact/hooks';
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import { findingKey, reasonFor, withReason } from '../../../core/checks/finding-key.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Desk } from '../shared/desk.ts';
import { quickReasonsOf } from './check-state.ts';
import css from './CheckStep.module.css';

interface ReasonFieldProps {
  readonly finding: DraftFinding;
  readonly desk: Desk;
  /** Its key while the reason is being written, null when the person has gone on. */
  readonly onWriting: (key: string | null) => void;
}

/** Why a warning may stand, in a person's words. Saved with every letter; what is often said is one tap. */
export function ReasonField({ finding, desk, onWriting }: ReasonFieldProps) {
  const t = useT('studio-checks');
  const id = useId();
  const kept = reasonFor(finding, desk.issue.value.reasons);
  // As typed, blanks at the end included: what is kept is trimmed.
  const [typed, setTyped] = useState(kept);
  const shown = typed.trim() === kept ? typed : kept;
  const canWrite = desk.canWrite.value;

  const write = (reason: string): void => {
    setTyped(reason);
    desk.changeIssue(
      'reason',
      (issue) => ({ ...issue, reasons: withReason(issue.reasons, finding, reason.trim()) }),
      `reason ${findingKey(finding)}`,
    );
  };
  return (
    <div class={css.reason}>
      <label for={id}>{t('reason.label')}</label>
      <textarea
        id={id}
        class={`${css.input} no-print`}
        rows={2}
        value={shown}
        readOnly={!canWrite}
        onFocus={() => onWriting(findingKey(finding))}
        onBlur={() => onWriting(null)}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class={css.onPaper}>{kept}</p>
      {canWrite && (
        <div class={`${css.quick} no-print`}>
          {quickReasonsOf(finding.code).map((quick) => (
            <Button key={quick} onClick={() => write(t(`quick.${quick}`))}>
              {t(`quick.${quick}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
