import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { account, refreshAccount } from '../shared/hub/account.ts';
import { TextField } from '../shared/TextField.tsx';
import { HubFault } from './HubFault.tsx';
import { hasPasskeys, signInByPasskey } from './passkey.ts';
import { enterByPassphrase } from './people-api.ts';
import { useTask } from './use-task.ts';
import css from './People.module.css';

interface SignInFormProps {
  /** Signed in, and the page knows it. */
  readonly onDone: () => void;
  /** Whose it must be, where it is to be shown once more. */
  readonly name?: string;
}

/** Passkey first; six words for whoever has none. */
export function SignInForm({ onDone, name: known = '' }: SignInFormProps) {
  const t = useT('studio-people');
  const task = useTask();
  const [name, setName] = useState(known);
  const [words, setWords] = useState('');
  const enter = (way: () => Promise<unknown>): void =>
    void task.run(async () => {
      await way();
      await refreshAccount();
      if (account.value.state === 'somebody') onDone();
    });
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    enter(() => enterByPassphrase(name, words));
  };
  return (
    <>
      <section class={css.section} aria-labelledby="by-passkey">
        <h2 id="by-passkey">{t('signIn.passkey')}</h2>
        <p class={css.quiet}>{t('signIn.passkeyNote')}</p>
        <Button
          kind="main"
          solid
          icon="key"
          blocked={hasPasskeys() ? undefined : t('signIn.noPasskeys')}
          onClick={() => enter(signInByPasskey)}
        >
          {t('signIn.byPasskey')}
        </Button>
      </section>
      <div aria-live="polite">
        {task.isRunning && <StateLine kind="wait">{t('asking')}</StateLine>}
        <HubFault error={task.error} />
      </div>
      <section class={css.section} aria-labelledby="by-words">
        <h2 id="by-words">{t('signIn.words')}</h2>
        <form class={css.form} onSubmit={submit}>
          <TextField
            label={t('name')}
            hint={t('signIn.nameHint')}
            value={name}
            onInput={setName}
            autoComplete="username"
          />
          <TextField
            label={t('words')}
            hint={t('wordsHint')}
            value={words}
            onInput={setWords}
            autoComplete="off"
          />
          <Button
            kind="main"
            type="submit"
            blocked={name.trim() === '' || words.trim() === '' ? t('signIn.fillIn') : undefined}
          >
            {t('signIn.byWords')}
          </Button>
        </form>
      </section>
    </>
  );
}
