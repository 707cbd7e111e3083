import { useState } from 'preact/hooks';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Library } from '../../library/library.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { localDate } from '../../ui/issue/local-date.ts';
import { Problem } from '../../ui/Problem.tsx';
import { KeySheet } from './KeySheet.tsx';
import type { IssueName } from './room-lists.ts';

interface RoomNoticeProps {
  readonly library: Library;
  readonly names: ReadonlyMap<string, IssueName>;
}

/** The one thing the person should know now, with what can be done. A refused pack leads here. */
export function RoomNotice(props: RoomNoticeProps) {
  if (props.library.notice.value === null) return null;
  return (
    <div id="notice">
      <Notice {...props} />
    </div>
  );
}

function Notice({ library, names }: RoomNoticeProps) {
  const t = useT('storage-room');
  const [isComparing, setComparing] = useState(false);
  const notice = library.notice.value;
  if (notice === null) return null;
  const dismiss = <Button onClick={() => library.dismissNotice()}>{t('notice.ok')}</Button>;
  switch (notice.kind) {
    case 'storage-lost': {
      const number = formatNumber(notice.issues.length);
      const text = t(notice.isMending ? 'notice.storage-lost.mending' : 'notice.storage-lost.text', {
        number,
      });
      return <Problem title={t('notice.storage-lost.title')} text={text} action={dismiss} />;
    }
    case 'damaged':
      return (
        <Problem
          title={t('notice.damaged.title', { number: formatNumber(notice.issues.length) })}
          text={t('notice.damaged.text')}
          action={dismiss}
        />
      );
    case 'expired': {
      const date = formatDate(localDate(undefined, new Date(notice.since)), 'full');
      return (
        <Problem
          icon="calendar"
          title={t('notice.expired.title')}
          text={t('notice.expired.text', { date })}
          action={dismiss}
        />
      );
    }
    case 'full':
      return (
        <Problem
          title={t('notice.full.title', { title: names.get(notice.issue)?.title ?? notice.issue })}
          text={t('notice.full.text')}
          action={<ButtonLink href="#room">{t('notice.full.action')}</ButtonLink>}
        />
      );
    case 'key-changed':
      return (
        <>
          <Problem
            icon="key"
            title={t('notice.key-changed.title')}
            text={t('notice.key-changed.text')}
            action={
              <Button kind="main" aria-haspopup="dialog" onClick={() => setComparing(true)}>
                {t('notice.key-changed.open')}
              </Button>
            }
          />
          {isComparing && (
            <KeySheet
              pinned={notice.pinned}
              offered={notice.offered}
              onConsent={() => library.consentToKey(notice.offered)}
              onClose={() => setComparing(false)}
            />
          )}
        </>
      );
  }
}
