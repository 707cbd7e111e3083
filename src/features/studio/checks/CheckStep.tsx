import type { ReadonlySignal } from '@preact/signals';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { openFindings } from '../../../core/checks/finding-key.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { Desk } from '../shared/desk.ts';
import { createDraftBookcase } from '../shared/draft-bookcase.ts';
import { stepHref } from '../shared/step-list.ts';
import { byPlace, checkList, type ListedFinding } from './check-state.ts';
import css from './CheckStep.module.css';
import { ExaminationLine } from './ExaminationLine.tsx';
import { FindingGroup } from './FindingGroup.tsx';
import { OtherPieces } from './OtherPieces.tsx';
import { useExamination, type Examine } from './use-examination.ts';
import { useLostFiles } from './use-lost-files.ts';

interface CheckStepProps {
  readonly desk: Desk;
  /** Of the whole month. */
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
  /** Another way to look at the preview, for tests without a browser's layout. */
  readonly examine?: Examine | undefined;
}

/** What still keeps this piece and its month from its readers, and what a person must answer for. Always as the draft is now. */
export function CheckStep({ desk, pieces, examine }: CheckStepProps) {
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
  const { examination, start } = useExamination(desk.piece, useExamine({ desk, pieces, examine }));
  const places = byPlace(findings, piece.id);
  const axe = examination.state === 'done' ? examination.findings : [];
  const listed: readonly ListedFinding[] = [...places.piece, ...places.month, ...axe];
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
        examination={examination}
        isStale={examination.state === 'done' && examination.of !== piece}
        onStart={start}
      />
      <FindingGroup kind="errors" findings={list.errors} {...group} />
      <FindingGroup kind="unreasoned" findings={list.unreasoned} {...group} />
      <FindingGroup kind="reasoned" findings={list.reasoned} {...group} />
      <OtherPieces issue={issue} pieces={all} others={places.others} />
    </div>
  );
}

function useExamine({ desk, pieces, examine }: CheckStepProps): Examine {
  return useCallback<Examine>(
    async (onProgress, signal) => {
      if (examine) return examine(onProgress, signal);
      const bookcase = createDraftBookcase({
        club: desk.club,
        issue: () => desk.issue.peek(),
        pieces: () => pieces.peek(),
        open: (id) => desk.attachments.open(id),
      });
      try {
        const { examinePreview } = await import('./examine-preview.ts');
        const path = `/read/${desk.issue.peek().id}/${desk.piece.peek().id}`;
        const settings = {
          club: desk.club.id,
          preset: 'standard',
          language: language.peek(),
          pinyin: 'all',
        } as const;
        return await examinePreview({ bookcase, settings, path, onProgress, signal });
      } finally {
        bookcase.close();
      }
    },
    [desk, pieces, examine],
  );
}
