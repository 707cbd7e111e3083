/** An issue folder in the shapes a member's page reads, its files named by where they lie: what publishing would make of it, unpublished. */
import { pieceSummary } from './piece-summary.ts';
import { readingOf, termOf, type RefOf } from './reading-of.ts';
import type { IssueMeta, IssueSource, SourcePath } from './issue-source.ts';
import type { PieceWithTimes } from './time-piece.ts';
import { sentencesOf } from '../core/reading/model.ts';
import type { Issue, IssueTerm, Piece } from '../core/shelf/issue.ts';
import type { Track } from '../core/sync/track.ts';

export function pieceOfFolder(issue: string, timed: PieceWithTimes, ref: RefOf): Piece {
  const { source } = timed;
  const reading = readingOf(source.reading, ref);
  const contents = {
    reading,
    tracks: timed.tracks.map(({ source: track, cues }): Track => {
      const { id, kind, language, title, performer, placeholder, file, signingSpace, filmOffset } = track;
      return {
        id,
        kind,
        language,
        title,
        performer,
        placeholder,
        media: ref(file),
        cues,
        ...(signingSpace !== undefined && { signingSpace }),
        ...(filmOffset !== undefined && { filmOffset }),
      };
    }),
    captions: timed.captions.map(({ source: { language }, cues }) => ({ language, cues })),
  };
  return { ...pieceSummary(source, reading, contents), issue, ...contents };
}

export function issueOfFolder(meta: IssueMeta, pieces: readonly Piece[], ref: RefOf): Issue {
  const { id, club, month, title, summary, cover, session } = meta;
  return {
    id,
    club,
    month,
    title,
    summary,
    cover: ref(cover.drawing),
    pieceCount: pieces.length,
    hasSign: pieces.some(({ hasSign }) => hasSign),
    hasCaptions: pieces.some(({ hasCaptions }) => hasCaptions),
    sizeBytes: pieces.flatMap(({ tracks }) => tracks).reduce((sum, { media }) => sum + media.size, 0),
    ...(session !== undefined && { session }),
    pieces,
  };
}

export function termsOfFolder(
  issue: string,
  { terms }: Pick<IssueSource, 'terms'>,
  pieces: readonly Piece[],
  ref: RefOf,
): readonly IssueTerm[] {
  return terms.map((term) => {
    const first = pieces
      .flatMap((piece) => sentencesOf(piece.reading).map((sentence) => ({ piece: piece.id, sentence })))
      .find(({ sentence }) => sentence.words.some((word) => word.term === term.id));
    return {
      ...termOf(term, ref),
      issue,
      ...(first && { firstSentence: { piece: first.piece, sentence: first.sentence.id } }),
    };
  });
}

/** Every file of it that a page shows or plays. */
export function filesOfFolder({ issue, terms, pieces }: IssueSource): readonly SourcePath[] {
  return [
    ...(issue === null ? [] : [issue.cover.drawing]),
    ...terms.flatMap(({ picture, sign, audio }) =>
      [picture, sign, audio].flatMap((clip) => clip?.file ?? []),
    ),
    ...pieces.flatMap(({ reading, tracks }) => [
      ...tracks.map(({ file }) => file),
      ...reading.blocks.flatMap((block) => (block.type === 'figure' ? [block.image] : [])),
    ]),
  ];
}
