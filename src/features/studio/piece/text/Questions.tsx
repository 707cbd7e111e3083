import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { Desk } from '../../shared/desk.ts';
import { TextField } from './TextField.tsx';
import css from './TextStep.module.css';

interface QuestionsProps {
  readonly desk: Desk;
  readonly readOnly: boolean;
}

/** Questions to talk about at the meeting, in their order. */
export function Questions({ desk, readOnly }: QuestionsProps) {
  const t = useT('studio-text');
  const questions = useComputed(() => desk.piece.value.questions).value;
  const listRef = useRef<HTMLOListElement>(null);
  const wantedRef = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wantedRef.current === null) return;
    listRef.current?.querySelectorAll('textarea')[wantedRef.current]?.focus();
    wantedRef.current = null;
  });
  const put = (update: (now: readonly string[]) => readonly string[], merge: string | null = null): void =>
    desk.change('questions', (piece) => ({ ...piece, questions: [...update(piece.questions)] }), merge);
  const add = (at: number): void => {
    put((now) => [...now.slice(0, at), '', ...now.slice(at)]);
    wantedRef.current = at;
  };
  return (
    <section class={css.section} aria-labelledby="text-questions">
      <h2 id="text-questions">{t('questions.heading')}</h2>
      <p class={css.note}>{t('questions.note')}</p>
      <ol ref={listRef} class={css.questions}>
        {questions.map((question, index) => (
          // A question has no name of its own; its place is what it is told apart by.
          // oxlint-disable-next-line no-array-index-key
          <li key={index}>
            <TextField
              label={t('questions.one', { number: index + 1 })}
              value={question}
              placeholder={t('questions.empty')}
              readOnly={readOnly}
              onValue={(value) =>
                put(
                  (now) => now.map((each, place) => (place === index ? value.replaceAll('\n', ' ') : each)),
                  `question:${index}`,
                )
              }
              onEnter={() => add(index + 1)}
            />
            {!readOnly && (
              <Button icon="trash" onClick={() => put((now) => now.filter((_, place) => place !== index))}>
                {t('questions.remove', { number: index + 1 })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button icon="add" onClick={() => add(questions.length)}>
          {t('questions.add')}
        </Button>
      )}
    </section>
  );
}
