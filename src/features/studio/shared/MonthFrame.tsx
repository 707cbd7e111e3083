import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Club } from '../../../core/shelf/issue.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { DraftProblem } from './DraftProblem.tsx';
import { HubBar, HubFiles } from './hub/late-hub.ts';
import type { MonthDesk } from './month-desk.ts';
import { ReadOnlyBar } from './ReadOnlyBar.tsx';
import { SavedLine } from './SavedLine.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { watchUndoKeys } from './undo-keys.ts';
import { useMonth } from './use-desk.ts';
import css from './StepFrame.module.css';

interface MonthFrameProps {
  /** As in the address. */
  readonly issue: string;
  readonly back: { readonly href: string; readonly words: string };
  readonly title: (desk: MonthDesk) => string;
  /** Where what the hub has is what the page is about. */
  readonly isAboutHub?: boolean;
  readonly children: (desk: MonthDesk, club: Club) => ComponentChildren;
}

/** Round every page of a whole month: whose it is, whether it is saved, and the way back. */
export function MonthFrame({ issue, back, title, isAboutHub = false, children }: MonthFrameProps) {
  const t = useT('common');
  const { result, retry } = useMonth(issue);
  const desk = result.state === 'ready' ? result.value.desk : null;
  useEffect(() => (desk ? watchUndoKeys(desk) : undefined), [desk]);
  if (result.state !== 'ready' || desk === null) {
    return (
      <div class={css.frame}>
        {result.state === 'failed' ? (
          <DraftProblem error={result.error} onRetry={retry} />
        ) : (
          <h1 class={css.waiting}>{t('loading')}</h1>
        )}
      </div>
    );
  }
  const { club } = result.value;
  return (
    <div class={css.frame}>
      <header class={css.head}>
        <ButtonLink href={back.href} icon="back" kind="quiet">
          {back.words}
        </ButtonLink>
        <h1 class={css.title} tabIndex={-1}>
          {title(desk)}
          <span class={css.club}>{club.name[language.value]}</span>
        </h1>
        <SavedLine issue={issue} saved={desk.saved} />
        <UndoButtons desk={desk} />
      </header>
      <ReadOnlyBar month={desk.month} />
      {!isAboutHub && <HubBar month={desk.month} />}
      {!isAboutHub && <HubFiles issue={issue} />}
      {children(desk, club)}
    </div>
  );
}
