import { useId, useState } from 'preact/hooks';
import { readTypedPinyin } from '../../../../authoring/draft-words/typed-pinyin.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { StateLine } from '../../../../ui/StateLine.tsx';
import { pinyinFaultText } from './pinyin-fault-text.ts';
import css from './WordPanel.module.css';

interface PinyinFieldProps {
  readonly word: string;
  readonly onUse: (pinyin: string) => void;
}

/** A reading that is not among the buttons. What is typed stays until it can be read. */
export function PinyinField({ word, onUse }: PinyinFieldProps) {
  const t = useT('studio-words');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isAsked, ask] = useState(false);
  const read = readTypedPinyin(word, typed);
  const fault = isAsked && 'fault' in read ? pinyinFaultText(t, read) : null;

  function submit(event: Event): void {
    event.preventDefault();
    ask(true);
    if ('pinyin' in read) {
      setTyped('');
      ask(false);
      onUse(read.pinyin);
    }
  }

  return (
    <form class={css.form} onSubmit={submit} noValidate>
      <label class={css.label} htmlFor={id}>
        {t('own.label')}
      </label>
      <span class={css.hint} id={`${id}-hint`}>
        {t('own.hint')}
      </span>
      <span class={css.line}>
        <input
          id={id}
          class={css.input}
          lang="zh-Latn-pinyin"
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          value={typed}
          aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`}
          aria-invalid={fault !== null}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            ask(false);
          }}
        />
        <Button type="submit" kind="main">
          {t('own.submit')}
        </Button>
      </span>
      <span class={css.answer} id={`${id}-fault`} aria-live="polite">
        {fault !== null && <StateLine kind="stop">{fault}</StateLine>}
        {'pinyin' in read && <span lang="zh-Latn-pinyin">{t('own.preview', { pinyin: read.pinyin })}</span>}
      </span>
    </form>
  );
}
