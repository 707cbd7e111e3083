import { useRef } from 'preact/hooks';
import type { DraftSentence } from '../../../authoring/draft/model.ts';
import { useT } from '../../../i18n/use-t.ts';
import { phraseRows } from '../../../pieces/reading/phrase-rows.ts';
import { useFittedPrompter } from './use-fitted-prompter.ts';
import css from './Prompter.module.css';

interface PrompterProps {
  readonly language: string;
  readonly current: DraftSentence;
  readonly next: DraftSentence | null;
  /** What the interpreter should know of the sentence. */
  readonly note: string;
  /** 3, 2, 1 before signing begins; null otherwise. */
  readonly countdown: number | null;
  readonly place: string;
}

/** Characters a row of the prompter takes on a tablet; narrower screens break each row again between its words. */
const rows = { current: 11, next: 16 };

/** The sentence to be signed, large and broken by phrase, and the one after it. */
export function Prompter({ language, current, next, note, countdown, place }: PrompterProps) {
  const t = useT('studio-sign');
  const ref = useRef<HTMLElement>(null);
  useFittedPrompter(ref, `${current.id} ${next?.id ?? ''} ${note} ${countdown !== null}`);
  return (
    <section ref={ref} class={css.prompter} aria-label={t('record.current')}>
      <p class={css.place}>
        {place}
        {countdown !== null && (
          <span class={css.countdown} role="timer">
            {t('record.countdown')} <b>{countdown}</b>
          </span>
        )}
      </p>
      <p class={css.sentence} data-sentence lang={language} aria-live="polite">
        <Rows sentence={current} em={rows.current} />
      </p>
      {note.trim() !== '' && (
        <p class={css.note} data-note>
          <span class={css.label}>{t('record.note')}</span>
          <span>{note}</span>
        </p>
      )}
      <p class={css.upcoming}>
        {next === null ? (
          t('record.lastOne')
        ) : (
          <>
            <span class={css.label}>{t('record.upcoming')}</span>
            <span lang={language}>
              <Rows sentence={next} em={rows.next} />
            </span>
          </>
        )}
      </p>
    </section>
  );
}

function Rows({ sentence, em }: { readonly sentence: DraftSentence; readonly em: number }) {
  return (
    <>
      {phraseRows(
        sentence.words.map(({ text }) => ({ text })),
        em,
      ).map((row, index) => (
        <span key={index} class={css.row}>
          {row.map(({ word, index: at }) => (
            <span key={at} class={css.word}>
              {word.text}
            </span>
          ))}
        </span>
      ))}
    </>
  );
}
