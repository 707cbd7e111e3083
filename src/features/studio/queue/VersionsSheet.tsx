import { useCallback } from 'preact/hooks';
import { sentencesOfPiece, textOfDraft, type DraftPiece } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { versionsOf } from '../../../storage/drafts/draft-versions.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { dayAndTime } from '../shared/clock-time.ts';
import { parsePiece } from '../shared/draft-shelf.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import css from './VersionsSheet.module.css';

interface VersionsSheetProps {
  readonly piece: DraftPiece;
  readonly desk: MonthDesk;
  readonly onClose: () => void;
}

/** How the piece was before, each to be had back. Putting one back keeps what was there, and can be undone. */
export function VersionsSheet({ piece, desk, onClose }: VersionsSheetProps) {
  const t = useT('studio-queue');
  const { month } = desk;
  const { result } = useLoad(useCallback(() => versionsOf(month.id, piece.id), [month, piece.id]));
  const restore = async (document: string): Promise<void> => {
    await month.flush();
    await month.keepVersion(piece.id, 'replaced');
    desk.changePiece(piece.id, 'restore', () => parsePiece(document));
    onClose();
  };
  const versions = result.state === 'ready' ? result.value : [];
  return (
    <Sheet title={t('versions.title')} onClose={onClose}>
      {result.state === 'failed' && <p>{t('versions.failed')}</p>}
      {result.state === 'ready' && versions.length === 0 && <p>{t('versions.none')}</p>}
      <ul class={css.list}>
        {versions.map(({ keptMs, reason, document }) => (
          <li key={keptMs} class={css.version}>
            <div>
              <p class={css.when}>{dayAndTime(keptMs)}</p>
              <p class={css.reason}>{t(`versions.reason.${reason}`)}</p>
              <p class={css.sample}>{beginningOf(document)}</p>
            </div>
            <Button
              icon="undo"
              aria-disabled={!desk.canWrite.value}
              onClick={() => desk.canWrite.value && void restore(document)}
            >
              {t('versions.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Its first words and how long it is: what tells one version from another. */
function beginningOf(document: string): string {
  try {
    const text = sentencesOfPiece(parsePiece(document)).map(textOfDraft);
    const whole = text.join('');
    return `${whole.slice(0, 36)}${whole.length > 36 ? '……' : ''}（${text.length}）`;
  } catch (error) {
    console.warn(error);
    return '';
  }
}
