import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { ChangePeople } from './PeoplePage.tsx';
import { invite, type ClubName, type OneTimeLink } from './people-api.ts';
import { missingIn, newcomer, toSend } from './people-state.ts';
import { StandingFields } from './StandingFields.tsx';
import css from './People.module.css';

interface InviteFormProps {
  readonly clubs: readonly ClubName[];
  readonly change: ChangePeople;
  readonly onLink: (link: { readonly link: OneTimeLink; readonly note: string }) => void;
}

export function InviteForm({ clubs, change, onLink }: InviteFormProps) {
  const t = useT('studio-people');
  const [standing, setStanding] = useState(newcomer);
  const missing = missingIn(standing);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wanted = toSend(standing);
    change(async () => {
      const link = await invite(wanted);
      // What was typed stays until the hub has taken it.
      setStanding(newcomer);
      onLink({ link, note: t('link.forNew', { name: wanted.name }) });
    });
  };
  return (
    <section class={css.section} aria-labelledby="invite">
      <h2 id="invite">{t('invite.title')}</h2>
      <p class={css.quiet}>{t('invite.note')}</p>
      <form class={css.form} onSubmit={submit}>
        <StandingFields standing={standing} clubs={clubs} onChange={setStanding} />
        <Button
          kind="main"
          solid
          icon="add"
          type="submit"
          blocked={missing === null ? undefined : t(`missing.${missing}`)}
        >
          {t('invite.make')}
        </Button>
      </form>
    </section>
  );
}
