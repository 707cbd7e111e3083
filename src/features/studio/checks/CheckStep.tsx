import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { openFindings } from '../../../core/checks/finding-key.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import type { Look } from '../shared/examine-piece.ts';
import { stepHref } from '../shared/step-list.ts';
import { byPlace, checkList } from './check-state.ts';
import css from './CheckStep.module.css';
import { ExaminationLine } from './ExaminationLine.tsx';
import { FindingGroup } from './FindingGroup.tsx';
import { OtherPieces } from './OtherPieces.tsx';
import { useExamination } from './use-examination.ts';
import { useLostFiles } from './use-lost-files.ts';

interface CheckStepProps {
  readonly desk: Desk;
  /** Of the whole month. */
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
  /** Another way to look at the preview, for tests without a browser's layout. */
  readonly look?: Look | undefined;
}

/** What still keeps this piece and its month from its readers, and what a person must answer for. Always as the draft is now. */
export function CheckStep({ desk, pieces, look }: CheckStepProps) {
  const t = useT('studio-checks');
  const issue = desk.issue.value;
  const piece = desk.piece.value;
  const all = pieces.value;
  const [writing, setWriting] = useState<string | null>(null);
  const lost = useLostFiles(issue, all, desk.attachments);
  const findings = useMemo(
    () => checkDraft({ issue, pieces: all, club: desk.club, lost }),
    [issue, all, desk.club, lost],
  );
  const { examining, start } = useExamination(desk, pieces, look);
  const places = byPlace(findings, piece.id);
  const listed = [...places.piece, ...places.month];
  const list = checkList(listed, { reasons: issue.reasons, writing });
  const open = openFindings(listed, issue.reasons);
  const group = { desk, pieces: all, onWriting: setWriting };

  return (
    <div class={css.step}>
      <div class={css.summary}>
        {open.length === 0 ? (
          <StateLine kind="ok">{t('summary.clear')}</StateLine>
        ) : (
          <StateLine kind="stop" icon="lock">
            {t('summary.open', { count: open.length })}
          </StateLine>
        )}
        <div class={`${css.acts} no-print`}>
          <ButtonLink kind="main" icon="display" href={stepHref(issue.id, piece.id, 'preview')}>
            {t('toPreview')}
          </ButtonLink>
          <Button icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <ExaminationLine
        examining={examining}
        issue={issue}
        piece={piece}
        canWrite={desk.canWrite.value}
        onStart={() => void start()}
      />
      <FindingGroup kind="errors" findings={list.errors} {...group} />
      <FindingGroup kind="unreasoned" findings={list.unreasoned} {...group} />
      <FindingGroup kind="reasoned" findings={list.reasoned} {...group} />
      <OtherPieces issue={issue} pieces={all} others={places.others} />
    </div>
  );
}
