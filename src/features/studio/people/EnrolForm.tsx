import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { TextField } from '../shared/TextField.tsx';
import { isNameMissing, nameToSend, type EnrolStep } from './enrol-state.ts';
import { HubFault } from './HubFault.tsx';
import { enrolWithPasskey, hasPasskeys } from './passkey.ts';
import { drawWords, enrolByWords, type EnrolFor } from './people-api.ts';
import { useTask } from './use-task.ts';
import { WordsToKeep } from './WordsToKeep.tsx';
import css from './People.module.css';

interface EnrolFormProps {
  readonly token: string;
  readonly invited: EnrolFor;
  readonly onDone: () => Promise<void>;
}

export function EnrolForm({ token, invited, onDone }: EnrolFormProps) {
  const t = useT('studio-people');
  const task = useTask();
  const [step, setStep] = useState<EnrolStep>({ step: 'choose' });
  const [typed, setTyped] = useState('');
  const name = nameToSend(invited, typed);
  const missing = isNameMissing(invited, typed) ? t('enrol.nameMissing') : undefined;
  const said = (
    <div aria-live="polite">
      {task.isRunning && <StateLine kind="wait">{t('asking')}</StateLine>}
      <HubFault error={task.error} />
    </div>
  );
  if (step.step !== 'choose')
    return (
      <>
        <WordsToKeep
          step={step}
          onStep={setStep}
          onConfirm={(words) =>
            void task.run(async () => {
              await enrolByWords(token, name, words);
              await onDone();
            })
          }
        />
        {said}
      </>
    );
  return (
    <>
      <section class={css.section} aria-labelledby="enrol-who">
        <h2 id="enrol-who">
          {invited.name === null
            ? t('enrol.asRole', { role: t(`role.${invited.role}`) })
            : t('enrol.asPerson', { name: invited.name, role: t(`role.${invited.role}`) })}
        </h2>
        <p class={css.quiet}>{t(`roleNote.${invited.role}`)}</p>
        {invited.name === null && (
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            value={typed}
            onInput={setTyped}
            autoComplete="username"
          />
        )}
      </section>
      <section class={css.section} aria-labelledby="enrol-passkey">
        <h2 id="enrol-passkey">{t('enrol.passkey')}</h2>
        <p class={css.quiet}>{t('enrol.passkeyNote')}</p>
        <Button
          kind="main"
          solid
          icon="key"
          blocked={hasPasskeys() ? missing : t('signIn.noPasskeys')}
          onClick={() =>
            void task.run(async () => {
              await enrolWithPasskey(token, name);
              await onDone();
            })
          }
        >
          {t('enrol.byPasskey')}
        </Button>
      </section>
      {said}
      <section class={css.section} aria-labelledby="enrol-words">
        <h2 id="enrol-words">{t('enrol.words')}</h2>
        <p class={css.quiet}>{t('enrol.wordsNote')}</p>
        <Button
          kind="main"
          blocked={missing}
          onClick={() =>
            void task.run(async () => {
              const { words } = await drawWords(token, name);
              setStep({ step: 'write-down', words });
            })
          }
        >
          {t('enrol.byWords')}
        </Button>
      </section>
    </>
  );
}
