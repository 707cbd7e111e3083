import { useState } from 'preact/hooks';
import { formatNumber } from '../../../../i18n/format.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { Span } from './take-clip.ts';
import css from './TermEditor.module.css';

interface ClipTrimProps {
  readonly seconds: number;
  /** Where the clip stands that plays above. */
  readonly now: () => number;
  readonly onTrim: (span: Span) => void;
}

/** Shorter shows no sign. */
const LEAST_SECONDS = 0.5;

/** Play or wind to the place, press; only what lies between is kept. */
export function ClipTrim({ seconds, now, onTrim }: ClipTrimProps) {
  const t = useT('studio-words');
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(seconds);
  if (seconds < 2 * LEAST_SECONDS) return null;
  const isWhole = from <= 0 && to >= seconds;
  const said = (value: number): string => formatNumber(Math.round(value * 10) / 10);
  return (
    <div class={css.trim} role="group" aria-label={t('trim.title')}>
      <p>{t('trim.note')}</p>
      <div class={css.acts}>
        <Button onClick={() => setFrom(Math.max(0, Math.min(now(), to - LEAST_SECONDS)))}>
          {t('trim.from')}
        </Button>
        <Button onClick={() => setTo(Math.min(seconds, Math.max(now(), from + LEAST_SECONDS)))}>
          {t('trim.to')}
        </Button>
      </div>
      <p aria-live="polite">{t('trim.range', { from: said(from), to: said(to) })}</p>
      {!isWhole && (
        <Button icon="check" onClick={() => onTrim({ from, to })}>
          {t('trim.do')}
        </Button>
      )}
    </div>
  );
}
