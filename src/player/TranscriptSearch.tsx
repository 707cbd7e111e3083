import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import css from './TranscriptSearch.module.css';

interface TranscriptSearchProps {
  readonly query: string;
  readonly hits: number;
  /** Which of them is shown, from 0. */
  readonly hit: number;
  readonly onQuery: (query: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

export function TranscriptSearch({ query, hits, hit, onQuery, onStep }: TranscriptSearchProps) {
  const t = useT('film');
  const searched = query.trim() !== '';
  return (
    <search class={css.search}>
      <input
        class={css.field}
        type="search"
        value={query}
        placeholder={t('transcript.search')}
        aria-label={t('transcript.search')}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && hits > 0) onStep(event.shiftKey ? -1 : 1);
        }}
      />
      {searched && (
        <p class={css.count} aria-live="polite">
          {hits === 0 ? t('transcript.noHits') : t('transcript.hits', { count: hits, number: hit + 1 })}
        </p>
      )}
      {searched && hits > 1 && (
        <div class={css.steps}>
          <Button icon="arrow-up" onClick={() => onStep(-1)}>
            {t('transcript.previousHit')}
          </Button>
          <Button icon="arrow-down" onClick={() => onStep(1)}>
            {t('transcript.nextHit')}
          </Button>
        </div>
      )}
    </search>
  );
}
