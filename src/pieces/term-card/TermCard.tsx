import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BlobRef, Term } from '../../core/reading/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import type { WordMark } from '../piece-props.ts';
import { TermMedia } from './TermMedia.tsx';
import css from './TermCard.module.css';

interface TermCardProps {
  readonly term: Term;
  readonly urlOf: (blob: BlobRef) => string;
  readonly mark: WordMark | null;
  /** Absent where marks cannot be kept. */
  readonly onMark?: ((mark: WordMark | null) => void) | undefined;
  readonly onClose: () => void;
  /** Where focus goes back to. */
  readonly from: HTMLElement | null;
}

/** A word explained, below the text and never over it: nothing is hidden and nothing needs to be closed to read on. */
export function TermCard({ term, urlOf, mark, onMark, onClose, from }: TermCardProps) {
  const t = useT('reading');
  const titleId = useId();
  const card = useRef<HTMLElement>(null);
  const [round, setRound] = useState(0);

  useLayoutEffect(() => card.current?.focus(), [term]);
  useEffect(() => {
    const element = card.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });

  function close(): void {
    onClose();
    if (from?.isConnected) from.focus();
  }

  return (
    <aside ref={card} class={css.card} tabIndex={-1} aria-labelledby={titleId}>
      <TermMedia term={term} urlOf={urlOf} round={round}>
        {term.sign?.placeholder && <Badge kind="sample">{t('card.sample')}</Badge>}
      </TermMedia>
      <div class={css.words}>
        <h2 id={titleId} class={css.title}>
          {term.word}{' '}
          <span class={css.pinyin} lang="zh-Latn-pinyin">
            {term.pinyin}
          </span>
          {!term.sign && term.audio?.placeholder && <Badge kind="sample">{t('card.sample')}</Badge>}
        </h2>
        <p>{term.explanation}</p>
        {term.example !== undefined && (
          <p class={css.example}>
            <span class={css.label}>{t('card.example')}</span> {term.example}
          </p>
        )}
        {onMark && (
          <div class={css.marks}>
            <Button pressed={mark === 'known'} onClick={() => onMark(mark === 'known' ? null : 'known')}>
              {t('card.known')}
            </Button>
            <Button pressed={mark === 'again'} onClick={() => onMark(mark === 'again' ? null : 'again')}>
              {t('card.review')}
            </Button>
          </div>
        )}
      </div>
      <div class={css.acts}>
        <Button icon="close" onClick={close}>
          {t('card.close')}
        </Button>
        {term.sign && (
          <Button icon="again" onClick={() => setRound(round + 1)}>
            {t('card.again')}
          </Button>
        )}
        {!term.sign && term.audio && (
          <Button icon="speaker" onClick={() => setRound(round + 1)}>
            {t('card.listen')}
          </Button>
        )}
      </div>
    </aside>
  );
}
