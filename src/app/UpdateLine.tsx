import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { Line, LineActions } from './Line.tsx';
import { waitingUpdate } from './waiting-update.ts';

/** A new version waits; it goes by consent only. */
export function UpdateLine() {
  const t = useT('app');
  const [isLater, setLater] = useState(false);
  if (isLater) return null;
  const action = (
    <LineActions>
      <Button onClick={() => waitingUpdate.value?.()}>{t('update.now')}</Button>
      <Button kind="quiet" onClick={() => setLater(true)}>
        {t('update.later')}
      </Button>
    </LineActions>
  );
  return (
    <Line icon="refresh" action={action}>
      {t('update.text')}
    </Line>
  );
}
