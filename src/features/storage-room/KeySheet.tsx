import { useId, useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import css from './StorageRoom.module.css';

interface KeySheetProps {
  /** SHA-256 fingerprints in groups of four. */
  readonly pinned: string;
  readonly offered: string;
  /** Rejects when it could not be done; the sheet then says so and stays. */
  readonly onConsent: () => Promise<void>;
  readonly onClose: () => void;
}

/** Both fingerprints, large enough to be read out over the phone. Keeping the old key is offered first. */
export function KeySheet({ pinned, offered, onConsent, onClose }: KeySheetProps) {
  const t = useT('storage-room');
  const [hasFailed, setFailed] = useState(false);
  async function consent(): Promise<void> {
    await onConsent();
    onClose();
  }
  return (
    <Sheet
      title={t('key.title')}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            {t('key.keep')}
          </Button>
          <Button kind="main" icon="key" onClick={() => void consent().catch(() => setFailed(true))}>
            {t('key.consent')}
          </Button>
        </>
      }
    >
      <div class={css.stack}>
        <p>{t('key.lead')}</p>
        <Fingerprint label={t('key.pinned')} value={pinned} />
        <Fingerprint label={t('key.offered')} value={offered} />
        {hasFailed && <StateLine kind="stop">{t('key.failed')}</StateLine>}
      </div>
    </Sheet>
  );
}

function Fingerprint({ label, value }: { readonly label: string; readonly value: string }) {
  const id = useId();
  return (
    <div>
      <h3 class={css.subheading} id={id}>
        {label}
      </h3>
      <ol class={css.fingerprint} aria-labelledby={id}>
        {value
          .split(' ')
          .filter((group) => group !== '')
          .map((group, index) => (
            <li key={index}>{group}</li>
          ))}
      </ol>
    </div>
  );
}
