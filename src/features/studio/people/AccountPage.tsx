import { useCallback, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import { account, signOut } from '../shared/hub/account.ts';
import { AtTheHub } from './AtTheHub.tsx';
import { HubFault } from './HubFault.tsx';
import { LinkToShare } from './LinkToShare.tsx';
import { MeansList } from './MeansList.tsx';
import {
  endOwnSignIn,
  linkForMyself,
  loadOwn,
  removeOwnMeans,
  type OneTimeLink,
  type Own,
} from './people-api.ts';
import { PeopleFrame } from './PeopleFrame.tsx';
import { SignedInAs } from './SignedInAs.tsx';
import { SignInList } from './SignInList.tsx';
import { useFreshTask } from './use-fresh-task.tsx';
import css from './People.module.css';

/** 我的登录: who I am here, where I am signed in, by what, and the way out. */
export default function AccountPage() {
  const t = useT('studio-people');
  return (
    <PeopleFrame title={t('account.title')}>
      <AtTheHub>
        {account.value.state === 'somebody' ? (
          <Own />
        ) : (
          <>
            <StateLine kind="plain">{t('account.nobody')}</StateLine>
            <ButtonLink kind="main" solid icon="key" href="/studio/sign-in?next=/studio/account">
              {t('signIn.title')}
            </ButtonLink>
          </>
        )}
      </AtTheHub>
    </PeopleFrame>
  );
}

function Own() {
  const t = useT('studio-people');
  const { route } = useLocation();
  const { value } = account;
  const [own, setOwn] = useState<Own | null>(null);
  const load = useCallback(async () => setOwn(await loadOwn()), []);
  const { result } = useLoad(load);
  const task = useFreshTask();
  const [link, setLink] = useState<OneTimeLink | null>(null);
  if (value.state !== 'somebody') return null;
  const change = (work: () => Promise<unknown>): void =>
    void task.run(async () => {
      await work();
      await load();
    });
  return (
    <>
      <SignedInAs person={value.person} />
      <section class={css.section} aria-labelledby="out">
        <h2 id="out">{t('account.out')}</h2>
        <p class={css.quiet}>{t('account.outNote')}</p>
        <Button
          kind="main"
          icon="back"
          onClick={() =>
            void task.run(async () => {
              await signOut();
              route('/studio');
            })
          }
        >
          {t('account.out')}
        </Button>
      </section>
      <div aria-live="polite">
        <HubFault error={task.error ?? (result.state === 'failed' ? result.error : null)} />
      </div>
      {own && (
        <>
          <section class={css.section} aria-labelledby="places">
            <h2 id="places">{t('signIns.title')}</h2>
            <SignInList signIns={own.signIns} onEnd={(id) => change(() => endOwnSignIn(id))} />
          </section>
          <section class={css.section} aria-labelledby="means">
            <h2 id="means">{t('means.title')}</h2>
            <MeansList means={own.means} onRemove={(id) => change(() => removeOwnMeans(id))} />
            <p class={css.quiet}>{t('means.moreNote')}</p>
            <Button
              kind="main"
              icon="tablet"
              onClick={() => void task.run(async () => setLink(await linkForMyself()))}
            >
              {t('means.more')}
            </Button>
          </section>
        </>
      )}
      {link && (
        <Sheet title={t('means.more')} onClose={() => setLink(null)}>
          <LinkToShare link={link} note={t('link.forMyself')} />
        </Sheet>
      )}
      {task.sheet}
    </>
  );
}
