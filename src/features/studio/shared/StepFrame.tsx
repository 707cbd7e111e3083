import type { ComponentChildren } from 'preact';
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import type { Desk, StepName } from './desk.ts';
import { HubBar, HubFilesOfPiece } from './hub/late-hub.ts';
import type { Month } from './month.ts';
import { ReadOnlyBar } from './ReadOnlyBar.tsx';
import { SavedLine } from './SavedLine.tsx';
import { stepHref, stepsOf } from './step-list.ts';
import { UndoButtons } from './UndoButtons.tsx';
import { useAskedPlace } from './use-asked-place.ts';
import { watchUndoKeys } from './undo-keys.ts';
import css from './StepFrame.module.css';

interface StepFrameProps {
  readonly step: StepName;
  readonly desk: Desk;
  /** Absent only in tests over a desk without a disk: there is nothing to take over then. */
  readonly month?: Month;
  readonly children: ComponentChildren;
}

/** Round every step: whose piece it is, the steps in order, whether it is saved, back to the month. */
export function StepFrame({ step, desk, month, children }: StepFrameProps) {
  const t = useT('studio');
  // Of the piece only these: a keystroke in its text draws nothing here.
  const piece = useComputed(() => desk.piece.value.id).value;
  const kind = useComputed(() => desk.piece.value.kind).value;
  const title = useComputed(() => desk.piece.value.title).value;
  const issue = useComputed(() => desk.issue.value.id).value;
  useEffect(() => watchUndoKeys(desk), [desk]);
  useAskedPlace(desk.piece);
  return (
    <div class={css.frame}>
      <header class={css.head}>
        <span class="no-print">
          <ButtonLink href={`/studio/${issue}`} icon="back" kind="quiet">
            {t('back.month')}
          </ButtonLink>
        </span>
        <h1 class={css.title} tabIndex={-1}>
          {t('stepOf', { step: t(`step.${step}`), title: title.trim() === '' ? t('untitled') : title })}
        </h1>
        <SavedLine issue={issue} saved={desk.saved} />
        <UndoButtons desk={desk} />
      </header>
      <nav class={`${css.steps} no-print`} aria-label={t('steps')}>
        <ol>
          {stepsOf(kind).map((name, index) => (
            <li key={name}>
              <a href={stepHref(issue, piece, name)} aria-current={name === step ? 'step' : undefined}>
                <span class={css.number} aria-hidden="true">
                  {index + 1}
                </span>
                {t(`step.${name}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {month && <ReadOnlyBar month={month} />}
      {month && <HubBar month={month} />}
      <HubFilesOfPiece issue={issue} piece={desk.piece} />
      <div class={css.body}>{children}</div>
    </div>
  );
}
