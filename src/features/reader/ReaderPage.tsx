import { useLocation } from 'preact-iso';
import { useCallback } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { LoadProblem } from '../../ui/LoadProblem.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { loadPiece } from './load-piece.ts';
import { OpenPiece } from './OpenPiece.tsx';
import css from './ReaderPage.module.css';

interface ReaderPageProps {
  readonly issue: string;
  readonly piece: string;
}

/** One piece, whatever its kind. */
export default function ReaderPage({ issue, piece }: ReaderPageProps) {
  const t = useT('reader');
  const bookcase = useBookcase();
  const { query } = useLocation();
  const asked = query.s ?? null;
  const { result, retry } = useLoad(
    useCallback(() => loadPiece(bookcase, issue, piece, asked), [bookcase, issue, piece, asked]),
  );

  if (result.state === 'ready') {
    const loaded = result.value;
    return (
      <OpenPiece
        key={`${issue}/${piece}/${asked}`}
        issueId={issue}
        piece={loaded.piece}
        start={loaded.start}
      />
    );
  }
  return (
    <div class={css.waiting} aria-busy={result.state === 'loading'}>
      <ButtonLink kind="quiet" icon="back" href="/">
        {t('home')}
      </ButtonLink>
      <PageTitle>{t(result.state === 'failed' ? 'cannotOpen' : 'opening')}</PageTitle>
      {result.state === 'failed' && <LoadProblem error={result.error} onRetry={retry} />}
    </div>
  );
}
