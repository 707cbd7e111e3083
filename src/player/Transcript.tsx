import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { formatTime } from '../i18n/format.ts';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { hitsIn, type TranscriptLine } from './transcript-lines.ts';
import { TranscriptSearch } from './TranscriptSearch.tsx';
import { useFollowLine } from './use-follow-line.ts';
import css from './Transcript.module.css';

interface TranscriptProps {
  readonly lines: readonly TranscriptLine[];
  readonly language: string;
  /** Index of the line of the presented frame, -1 for none. */
  readonly currentLine: ReadonlySignal<number>;
  readonly onLine: (line: TranscriptLine) => void;
  /** After the last line: questions, what comes next. */
  readonly children?: ComponentChildren;
}

/** Everything that is said and everything that sounds, as text: follows the film, can be searched, each line can be played. */
export function Transcript({ lines, language, currentLine, onLine, children }: TranscriptProps) {
  const t = useT('film');
  const scroller = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [hit, setHit] = useState(0);
  const hits = useMemo(() => hitsIn(lines, query), [lines, query]);
  const { following, comeBack, goTo } = useFollowLine(scroller, currentLine);
  const current = currentLine.value;

  function search(next: string): void {
    setQuery(next);
    setHit(0);
    const first = hitsIn(lines, next)[0];
    if (first !== undefined) goTo(first);
  }

  function step(by: 1 | -1): void {
    const next = (hit + by + hits.length) % hits.length;
    setHit(next);
    const line = hits[next];
    if (line !== undefined) goTo(line);
  }

  return (
    <div class={css.script}>
      <TranscriptSearch query={query} hits={hits.length} hit={hit} onQuery={search} onStep={step} />
      {/* Focusable, so that a keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroller} class={css.scroller} tabIndex={0} aria-label={t('transcript.title')}>
        <ol lang={language}>
          {lines.map((line, index) => (
            <li key={`${line.start}-${index}`}>
              <button
                type="button"
                class={css.line}
                data-line={index}
                data-sound={line.sentence === null || undefined}
                data-hit={hits[hit] === index || undefined}
                aria-current={index === current ? 'true' : undefined}
                onClick={() => onLine(line)}
              >
                <span class={css.time}>{formatTime(line.start)}</span>
                <span>
                  <Marked text={line.text} query={query} />
                </span>
              </button>
            </li>
          ))}
        </ol>
        {children}
      </section>
      {!following && current >= 0 && (
        <div class={css.back}>
          <Button icon="arrow-down" onClick={comeBack}>
            {t('transcript.backToNow')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const wanted = query.trim();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark class={css.found}>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}
