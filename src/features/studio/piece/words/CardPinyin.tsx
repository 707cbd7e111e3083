import { useId, useState } from 'preact/hooks';
import type { DraftTerm } from '../../../../authoring/draft/model.ts';
import { readTypedPinyin } from '../../../../authoring/draft-words/typed-pinyin.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { StateLine } from '../../../../ui/StateLine.tsx';
import { pinyinFaultText } from './pinyin-fault-text.ts';
import css from './TermEditor.module.css';

interface CardPinyinProps {
  readonly card: DraftTerm;
  readonly onPinyin: (pinyin: string) => void;
}

/** What can be read is put on the card at once; what cannot stays in the field, with the reason, and the card keeps what it had. */
export function CardPinyin({ card, onPinyin }: CardPinyinProps) {
  const t = useT('studio-words');
  const id = useId();
  const [typed, setTyped] = useState(card.pinyin);
  const read = readTypedPinyin(card.word, typed);
  const fault = 'fault' in read ? pinyinFaultText(t, read) : null;
  return (
    <div class={css.field}>
      <label class={css.label} htmlFor={id}>
        {t('editor.pinyin')}
      </label>
      <span class={css.hint} id={`${id}-hint`}>
        {t('own.hint')}
      </span>
      <input
        id={id}
        class={css.input}
        lang="zh-Latn-pinyin"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={typed}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint ${id}-fault`}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const now = readTypedPinyin(card.word, currentTarget.value);
          if ('pinyin' in now) onPinyin(now.pinyin);
        }}
        onBlur={() => 'pinyin' in read && setTyped(read.pinyin)}
      />
      <span id={`${id}-fault`} aria-live="polite">
        {fault !== null && <StateLine kind="stop">{fault}</StateLine>}
      </span>
    </div>
  );
}
