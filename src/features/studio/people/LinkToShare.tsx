import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import type { OneTimeLink } from './people-api.ts';
import { QrCode } from './QrCode.tsx';
import css from './People.module.css';

interface LinkToShareProps {
  readonly link: OneTimeLink;
  /** Who is to open it. */
  readonly note: string;
}

/** A one-time link to be sent or scanned. The hub kept only its hash: it is seen here and never again. */
export function LinkToShare({ link: { link, expiresMs }, note }: LinkToShareProps) {
  const t = useT('studio-people');
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = (): void =>
    void navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <div class={css.sheet}>
      <p>{note}</p>
      <QrCode text={link} label={t('link.qr')} />
      <code class={css.link}>{link}</code>
      <div class={css.buttons}>
        <Button kind="main" solid icon="check" onClick={copy}>
          {t('link.copy')}
        </Button>
      </div>
      <div aria-live="polite">
        {copied === 'yes' && <StateLine kind="ok">{t('link.copied')}</StateLine>}
        {copied === 'refused' && <StateLine kind="plain">{t('link.notCopied')}</StateLine>}
      </div>
      <p class={css.quiet}>{t('link.until', { time: dayAndTime(expiresMs) })}</p>
    </div>
  );
}
