import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { hubSentence } from '../shared/hub/hub-sentence.ts';
import { withdrawRelease } from '../shared/releases/releases.ts';
import { TextField } from '../shared/TextField.tsx';

interface WithdrawProps {
  readonly issue: string;
  readonly title: string;
  /** Something is planned for it too. */
  readonly hasPlan: boolean;
}

/** 撤回: asked twice, with what it does to people who are reading, and never without a reason. */
export function Withdraw({ issue, title, hasPlan }: WithdrawProps) {
  const t = useT('studio-release');
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const withdraw = async (): Promise<void> => {
    setIsBusy(true);
    setFault(null);
    try {
      await withdrawRelease(issue, reason.trim());
      setIsOpen(false);
    } catch (error) {
      console.warn(error);
      setFault(hubSentence(error));
    }
    setIsBusy(false);
  };
  return (
    <>
      <Button icon="undo" onClick={() => setIsOpen(true)}>
        {t('withdraw.button')}
      </Button>
      {isOpen && (
        <Sheet
          title={t('withdraw.title', { title })}
          onClose={() => setIsOpen(false)}
          actions={
            <>
              <Button
                kind="main"
                icon="undo"
                aria-busy={isBusy}
                onClick={() => !isBusy && void withdraw()}
                {...(reason.trim() === '' && { blocked: t('withdraw.reasonNeeded') })}
              >
                {t('withdraw.yes')}
              </Button>
              <Button onClick={() => setIsOpen(false)}>{t('ask.no')}</Button>
            </>
          }
        >
          <p>{t('withdraw.text')}</p>
          {hasPlan && <p>{t('withdraw.plan')}</p>}
          <TextField
            label={t('withdraw.reason')}
            hint={t('withdraw.reasonHint')}
            value={reason}
            onInput={setReason}
          />
          <div aria-live="polite">{fault !== null && <StateLine kind="stop">{fault}</StateLine>}</div>
        </Sheet>
      )}
    </>
  );
}
