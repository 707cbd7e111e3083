import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../shared/TextField.tsx';
import type { EnrolStep } from './enrol-state.ts';
import css from './People.module.css';

interface WordsToKeepProps {
  readonly step: Exclude<EnrolStep, { readonly step: 'choose' }>;
  readonly onStep: (step: EnrolStep) => void;
  readonly onConfirm: (typed: string) => void;
}

/** Six words: written down first, then typed back from the paper. Nothing hurries anybody. */
export function WordsToKeep({ step: { step, words }, onStep, onConfirm }: WordsToKeepProps) {
  const t = useT('studio-people');
  const [typed, setTyped] = useState('');
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onConfirm(typed);
  };
  if (step === 'write-down')
    return (
      <section class={css.section} aria-labelledby="words-down">
        <h2 id="words-down">{t('keep.title')}</h2>
        <p>{t('keep.text')}</p>
        <ol class={css.words}>
          {words.map(({ word, pinyin }, index) => (
            <li key={`${index} ${pinyin}`} lang="zh-Hans">
              {word}
              <span>{pinyin}</span>
            </li>
          ))}
        </ol>
        <Button kind="main" solid icon="check" onClick={() => onStep({ step: 'type-back', words })}>
          {t('keep.done')}
        </Button>
      </section>
    );
  return (
    <section class={css.section} aria-labelledby="words-back">
      <h2 id="words-back">{t('keep.back')}</h2>
      <form class={css.form} onSubmit={submit}>
        <TextField
          label={t('words')}
          hint={t('wordsHint')}
          value={typed}
          onInput={setTyped}
          autoComplete="off"
        />
        <div class={css.buttons}>
          <Button kind="main" solid type="submit" blocked={typed.trim() === '' ? t('keep.empty') : undefined}>
            {t('keep.confirm')}
          </Button>
          <Button kind="main" onClick={() => onStep({ step: 'write-down', words })}>
            {t('keep.again')}
          </Button>
        </div>
      </form>
    </section>
  );
}
