import { useCallback, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useT } from '../../../i18n/use-t.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { refreshAccount } from '../shared/hub/account.ts';
import { AtTheHub } from './AtTheHub.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import { HubFault } from './HubFault.tsx';
import { tokenOf } from './enrol-state.ts';
import { lookAtLink } from './people-api.ts';
import { PeopleFrame } from './PeopleFrame.tsx';

/** 登记, by a one-time link. Its secret is in the fragment, which no server sees. */
export default function EnrolPage() {
  const t = useT('studio-people');
  // Kept from when the page opened: once enrolled, it leaves the address.
  const [token] = useState(() => tokenOf(location.hash));
  return (
    <PeopleFrame title={t('enrol.title')} note={t('enrol.note')}>
      <AtTheHub withLink>
        {token === null ? (
          <Problem icon="key" title={t('enrol.noLink')} text={t('enrol.noLinkText')} />
        ) : (
          <Opened token={token} />
        )}
      </AtTheHub>
    </PeopleFrame>
  );
}

function Opened({ token }: { readonly token: string }) {
  const t = useT('studio-people');
  const { route } = useLocation();
  const { result } = useLoad(useCallback(() => lookAtLink(token), [token]));
  if (result.state === 'loading') return <StateLine kind="wait">{t('asking')}</StateLine>;
  if (result.state === 'failed') return <HubFault error={result.error} />;
  const onDone = async (): Promise<void> => {
    await refreshAccount();
    route('/studio', true);
  };
  return <EnrolForm token={token} invited={result.value} onDone={onDone} />;
}
