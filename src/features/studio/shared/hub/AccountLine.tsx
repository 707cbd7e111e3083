import { useEffect } from 'preact/hooks';
import { useT } from '../../../../i18n/use-t.ts';
import { ButtonLink } from '../../../../ui/ButtonLink.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { account, may, refreshAccount } from './account.ts';
import css from './AccountLine.module.css';
import '../../../../ui/rare-icons.ts';

/** In the studio's header: signed in as whom, or what there is instead. Everything on this machine goes on without it. */
export function AccountLine() {
  const t = useT('studio-hub');
  useEffect(() => {
    const ask = (): void => void refreshAccount();
    if (account.value.state !== 'somebody') ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, []);
  const { value } = account;
  if (value.state === 'unknown') return null;
  if (value.state === 'no-hub' || value.state === 'offline')
    return (
      <p class={css.quiet}>
        <Icon name={value.state === 'offline' ? 'offline' : 'folder'} small />
        {t(`account.${value.state}`)}
      </p>
    );
  if (value.state === 'nobody')
    return (
      <div class={css.line}>
        <p class={css.quiet}>{t('account.nobody')}</p>
        <ButtonLink href="/studio/sign-in" icon="key">
          {t('account.signIn')}
        </ButtonLink>
      </div>
    );
  const { name } = value.person;
  return (
    <div class={css.line}>
      <ButtonLink href="/studio/account" icon="person-change">
        {t('account.me', { name })}
      </ButtonLink>
      {may('keeper') && (
        <ButtonLink href="/studio/people" icon="people">
          {t('account.people')}
        </ButtonLink>
      )}
    </div>
  );
}
