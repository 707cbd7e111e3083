import { useCallback, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { account } from '../shared/hub/account.ts';
import { AtTheHub } from './AtTheHub.tsx';
import { HubFault } from './HubFault.tsx';
import { InvitationList } from './InvitationList.tsx';
import { InviteForm } from './InviteForm.tsx';
import { LinkToShare } from './LinkToShare.tsx';
import { loadPeople, type OneTimeLink, type People } from './people-api.ts';
import { PeopleFrame } from './PeopleFrame.tsx';
import { PersonCard } from './PersonCard.tsx';
import { useFreshTask } from './use-fresh-task.tsx';
import css from './People.module.css';

/** 人员, for keepers: who may do what, for which clubs; colleagues are invited by a one-time link. */
export default function PeoplePage() {
  const t = useT('studio-people');
  const { value } = account;
  return (
    <PeopleFrame title={t('people.title')} note={t('people.note')}>
      <AtTheHub>
        {value.state === 'nobody' && (
          <>
            <StateLine kind="plain">{t('account.nobody')}</StateLine>
            <ButtonLink kind="main" solid icon="key" href="/studio/sign-in?next=/studio/people">
              {t('signIn.title')}
            </ButtonLink>
          </>
        )}
        {value.state === 'somebody' && value.person.role !== 'keeper' && (
          <StateLine kind="plain">{t('people.notKeeper')}</StateLine>
        )}
        {value.state === 'somebody' && value.person.role === 'keeper' && <Everybody />}
      </AtTheHub>
    </PeopleFrame>
  );
}

export interface ChangePeople {
  /** Does it, asking to sign in again where the hub wants that, and shows the people as they are then. */
  (work: () => Promise<unknown>): void;
}

function Everybody() {
  const t = useT('studio-people');
  const [people, setPeople] = useState<People | null>(null);
  const [link, setLink] = useState<{ readonly link: OneTimeLink; readonly note: string } | null>(null);
  const load = useCallback(async () => setPeople(await loadPeople()), []);
  const { result } = useLoad(load);
  const task = useFreshTask();
  const change: ChangePeople = (work) =>
    void task.run(async () => {
      await work();
      await load();
    });
  const failed = task.error ?? (result.state === 'failed' ? result.error : null);
  return (
    <>
      <div aria-live="polite">
        <HubFault error={failed} />
        {people === null && failed === null && <StateLine kind="wait">{t('asking')}</StateLine>}
      </div>
      {people && (
        <>
          <ul class={css.list}>
            {people.people.map((person) => (
              <li key={person.id}>
                <PersonCard person={person} people={people} change={change} onLink={setLink} />
              </li>
            ))}
          </ul>
          <InvitationList people={people} change={change} />
          <InviteForm clubs={people.clubs} change={change} onLink={setLink} />
        </>
      )}
      {link && (
        <Sheet title={t('link.title')} onClose={() => setLink(null)}>
          <LinkToShare link={link.link} note={link.note} />
        </Sheet>
      )}
      {task.sheet}
    </>
  );
}
