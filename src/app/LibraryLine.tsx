import { formatNumber } from '../i18n/format.ts';
import { useT } from '../i18n/use-t.ts';
import type { LibraryNotice } from '../library/library.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Line, LineActions } from './Line.tsx';

export interface LibraryLineProps {
  readonly notice: LibraryNotice;
  readonly onDismiss: () => void;
}

/** What became of the months on this tablet, on every page: one sentence, and the way to where it is said in full. */
export function LibraryLine({ notice, onDismiss }: LibraryLineProps) {
  const t = useT('library');
  const number = 'issues' in notice ? formatNumber(notice.issues.length) : '';
  const isMending = notice.kind === 'storage-lost' && notice.isMending;
  const action = (
    <LineActions>
      <ButtonLink href={notice.kind === 'full' ? '/storage#room' : '/storage'}>
        {t(notice.kind === 'full' ? 'notice.makeRoom' : 'notice.look')}
      </ButtonLink>
      {/* A key is never waved away: it stays until somebody has compared it. */}
      {notice.kind !== 'key-changed' && (
        <Button kind="quiet" onClick={onDismiss}>
          {t('notice.ok')}
        </Button>
      )}
    </LineActions>
  );
  return (
    <Line kind="wait" icon={notice.kind === 'key-changed' ? 'key' : 'warning'} action={action}>
      {t(isMending ? 'notice.mending' : `notice.${notice.kind}`, { number })}
    </Line>
  );
}
