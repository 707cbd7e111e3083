import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { dayAndTime } from '../shared/clock-time.ts';
import { clubNames } from './club-names.ts';
import type { ChangePeople } from './PeoplePage.tsx';
import { takeBackInvitation, type Invitation, type People } from './people-api.ts';
import css from './People.module.css';

interface InvitationListProps {
  readonly people: People;
  readonly change: ChangePeople;
}

/** Links that are out and not yet used. */
export function InvitationList({ people, change }: InvitationListProps) {
  const t = useT('studio-people');
  if (people.invitations.length === 0) return null;
  const nameOf = ({ person, name }: Invitation): string =>
    people.people.find(({ id }) => id === person)?.name ?? name ?? t('invited.unnamed');
  return (
    <section class={css.section} aria-labelledby="invited">
      <h2 id="invited">{t('invited.title')}</h2>
      <ul class={css.list}>
        {people.invitations.map((invitation) => (
          <li key={invitation.id} class={css.line}>
            <div>
              <p>{nameOf(invitation)}</p>
              <p class={css.quiet}>
                {t('people.standing', {
                  role: t(`role.${invitation.role}`),
                  clubs: clubNames(people.clubs, invitation.clubs),
                })}
              </p>
              <p class={css.quiet}>{t('link.until', { time: dayAndTime(invitation.expiresMs) })}</p>
            </div>
            <Button icon="close" onClick={() => change(() => takeBackInvitation(invitation.id))}>
              {t('invited.takeBack')}
              <span class="visually-hidden"> {nameOf(invitation)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
