import { useCallback, useMemo, useState } from 'preact/hooks';
import type { BlobRef, SentenceId } from '../../core/reading/model.ts';
import type { Piece } from '../../core/shelf/issue.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { StateLine } from '../../ui/StateLine.tsx';
import { drawsOwnTop, PIECE_COMPONENTS } from './piece-component.ts';
import { ReaderActions } from './ReaderActions.tsx';
import { ReaderTop } from './ReaderTop.tsx';
import { useKept } from './use-kept.ts';
import { useNeighbours } from './use-neighbours.ts';
import { useProgress } from './use-progress.ts';
import { useWakeLock } from '../../ui/use-wake-lock.ts';
import css from './ReaderPage.module.css';

interface OpenPieceProps {
  readonly issueId: string;
  readonly piece: Piece;
  readonly start: SentenceId | null;
}

export function OpenPiece({ issueId, piece, start }: OpenPieceProps) {
  const bookcase = useBookcase();
  const { position, onProgress } = useProgress(issueId, piece.id);
  const { problem, ...kept } = useKept(issueId, piece.id);
  const neighbours = useNeighbours(issueId, piece.id);
  const [isPlaying, setPlaying] = useState(false);
  const [isTextOnly, setTextOnly] = useState(false);
  useWakeLock(isPlaying);
  // The place is read once: where the reader has come to since then, when the piece is shown without its tracks.
  const begin = position?.sentence ?? start;
  const shown = useMemo(() => (isTextOnly ? { ...piece, tracks: [] } : piece), [piece, isTextOnly]);
  const urlOf = useCallback((blob: BlobRef) => bookcase.urlOf(blob), [bookcase]);
  const PieceComponent = PIECE_COMPONENTS[piece.kind];
  const ownTop = drawsOwnTop(piece.kind);
  const actions = (
    <ReaderActions
      issueId={issueId}
      piece={piece}
      ownTop={ownTop}
      isTextOnly={isTextOnly}
      onTextOnly={setTextOnly}
      onRemoveNote={(sentence) => kept.onNote(sentence, false)}
      noted={kept.noted}
    />
  );

  return (
    <div class={ownTop ? css.own : css.reader}>
      {!ownTop && <ReaderTop piece={piece} position={position} actions={actions} {...neighbours} />}
      {problem !== null && <StateLine kind="stop">{problem}</StateLine>}
      <PieceComponent
        {...neighbours}
        {...kept}
        piece={shown}
        urlOf={urlOf}
        settings={settings.value}
        onSettings={updateSettings}
        start={begin}
        onProgress={onProgress}
        onPlaying={setPlaying}
        actions={actions}
      />
    </div>
  );
}
