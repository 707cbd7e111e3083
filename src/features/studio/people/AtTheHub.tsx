import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { account, refreshAccount } from '../shared/hub/account.ts';

interface AtTheHubProps {
  readonly children: ComponentChildren;
  /** For somebody with a link in hand: that nobody is enrolled yet is then no news. */
  readonly withLink?: boolean;
}

/** Only where a hub answers, and at the address its passkeys are made for; else what to do instead. */
export function AtTheHub({ children, withLink = false }: AtTheHubProps) {
  const t = useT('studio-people');
  useEffect(() => void refreshAccount(), []);
  const { value } = account;
  if (value.state === 'unknown') return <StateLine kind="wait">{t('asking')}</StateLine>;
  if (value.state === 'no-hub') return <Problem title={t('noHub.title')} text={t('noHub.text')} />;
  if (value.state === 'offline')
    return (
      <Problem
        icon="offline"
        title={t('offline.title')}
        text={t('offline.text')}
        action={
          <Button icon="refresh" onClick={() => void refreshAccount()}>
            {t('offline.again')}
          </Button>
        }
      />
    );
  if (value.address !== location.origin) {
    const { pathname, hash } = location;
    return (
      <Problem
        title={t('elsewhere.title')}
        text={t('elsewhere.text')}
        action={
          <ButtonLink icon="globe" href={`${value.address}${pathname}${hash}`}>
            {value.address}
          </ButtonLink>
        }
      />
    );
  }
  if (value.state === 'nobody' && value.isUnclaimed && !withLink)
    return <Problem icon="key" title={t('unclaimed.title')} text={t('unclaimed.text')} />;
  return <>{children}</>;
}
