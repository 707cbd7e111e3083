import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { account } from '../shared/hub/account.ts';
import { dayAndTime } from '../shared/clock-time.ts';
import { clubNames } from './club-names.ts';
import { MeansList } from './MeansList.tsx';
import type { ChangePeople } from './PeoplePage.tsx';
import {
  endSignIn,
  linkForPerson,
  removeMeans,
  type Colleague,
  type OneTimeLink,
  type People,
} from './people-api.ts';
import { isLastKeeper, lastSeenMs } from './people-state.ts';
import { PersonSheet } from './PersonSheet.tsx';
import { RevokeSheet } from './RevokeSheet.tsx';
import { SignInList } from './SignInList.tsx';
import css from './People.module.css';

interface PersonCardProps {
  readonly person: Colleague;
  readonly people: People;
  readonly change: ChangePeople;
  readonly onLink: (link: { readonly link: OneTimeLink; readonly note: string }) => void;
}

/** One colleague: what they may do, when they were last here, and what a keeper can change about it. */
export function PersonCard({ person, people, change, onLink }: PersonCardProps) {
  const t = useT('studio-people');
  const [open, setOpen] = useState<'nothing' | 'change' | 'revoke' | 'details'>('nothing');
  const { id, name, role, signIns, means } = person;
  const isLast = isLastKeeper(people, person);
  const seenMs = lastSeenMs(person);
  const isMe = account.value.state === 'somebody' && account.value.person.id === id;
  const close = (): void => setOpen('nothing');
  return (
    <section class={css.section} aria-labelledby={`p-${id}`}>
      <h2 id={`p-${id}`}>
        {name}
        {isMe && t('people.me')}
      </h2>
      <p>{t('people.standing', { role: t(`role.${role}`), clubs: clubNames(people.clubs, person.clubs) })}</p>
      <p class={css.quiet}>
        {seenMs === null ? t('people.notIn') : t('people.seen', { time: dayAndTime(seenMs) })}
      </p>
      <div class={css.buttons}>
        <Button icon="edit" onClick={() => setOpen('change')}>
          {t('people.change')}
          <span class="visually-hidden"> {name}</span>
        </Button>
        <Button
          icon="key"
          onClick={() =>
            change(async () => onLink({ link: await linkForPerson(id), note: t('link.forKnown', { name }) }))
          }
        >
          {t('people.newLink')}
          <span class="visually-hidden"> {name}</span>
        </Button>
        <Button
          icon="tablet"
          aria-expanded={open === 'details'}
          onClick={() => setOpen(open === 'details' ? 'nothing' : 'details')}
        >
          {t('people.details')}
          <span class="visually-hidden"> {name}</span>
        </Button>
        <Button
          icon="trash"
          blocked={isLast ? t('people.lastKeeper') : undefined}
          onClick={() => setOpen('revoke')}
        >
          {t('people.revoke')}
          <span class="visually-hidden"> {name}</span>
        </Button>
      </div>
      {open === 'details' && (
        <>
          <h3>{t('signIns.title')}</h3>
          <SignInList signIns={signIns} onEnd={(signIn) => change(() => endSignIn(id, signIn))} />
          <h3>{t('means.theirs')}</h3>
          <MeansList
            means={means}
            mayBeLast={!isLast}
            onRemove={(key) => change(() => removeMeans(id, key))}
          />
        </>
      )}
      {open === 'change' && <PersonSheet person={person} people={people} change={change} onClose={close} />}
      {open === 'revoke' && <RevokeSheet person={person} change={change} onClose={close} />}
    </section>
  );
}
