import { useLocation } from 'preact-iso';
import { useT } from '../../../i18n/use-t.ts';
import { account } from '../shared/hub/account.ts';
import { AtTheHub } from './AtTheHub.tsx';
import { nextPage } from './next-page.ts';
import { PeopleFrame } from './PeopleFrame.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SignedInAs } from './SignedInAs.tsx';

/** 登录: not needed to make a month on this machine, only to keep it at the hub and to release it. */
export default function SignInPage() {
  const t = useT('studio-people');
  const { query, route } = useLocation();
  return (
    <PeopleFrame title={t('signIn.title')} note={t('signIn.note')}>
      <AtTheHub>
        {account.value.state === 'somebody' ? (
          <SignedInAs person={account.value.person} />
        ) : (
          <SignInForm onDone={() => route(nextPage(query), true)} />
        )}
      </AtTheHub>
    </PeopleFrame>
  );
}
