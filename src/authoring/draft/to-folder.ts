/**
 * A finished draft as an issue folder (ISSUE-FOLDER.md): what `issue -- add` takes. Only what members get goes in: no originals, no notes
 * for the interpreter, no readings nobody chose. Whether it may be published is the checks' to say, here and again in the hub.
 */
import { writeVtt } from '../../core/captions/vtt.ts';
import type { TermId } from '../../core/reading/model.ts';
import { writeCueVtt } from '../../core/sync/cue-vtt.ts';
import { cuesOfTrack } from './cues-of-track.ts';
import { fileTable, type FileTable } from './folder-file-table.ts';
import {
  sentencesOfDraftBlock,
  type Attachment,
  type DraftBlock,
  type DraftCaption,
  type DraftIssue,
  type DraftPiece,
  type DraftSentence,
  type DraftTerm,
  type DraftTrack,
  type DraftWord,
} from './model.ts';

export interface FolderOfDraft {
  /** Path → text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Path → the attachment whose bytes stand there. */
  readonly media: ReadonlyMap<string, Attachment>;
}

/** @throws Error where something is missing that the checks ask for: they come first. */
export function draftToFolder(issue: DraftIssue, pieces: readonly DraftPiece[]): FolderOfDraft {
  const files = fileTable();
  const listed = issue.pieces.map((id) => {
    const piece = pieces.find((one) => one.id === id);
    if (!piece) throw new Error(`${id} is on the list and not there`);
    return piece;
  });
  const names = listed.map(({ id }, index) => `${String(index + 1).padStart(2, '0')}-${id}.json`);
  listed.forEach((piece, index) => files.json(names[index] ?? piece.id, pieceFile(piece, files)));
  const used = new Set(listed.flatMap(termsOf));
  const terms = issue.terms.filter(({ id }) => used.has(id));
  // YAML is a superset of JSON, and what writes YAML is as large as the studio's page.
  if (terms.length > 0)
    files.json(
      'terms.yaml',
      terms.map((term) => termFile(term, files)),
    );
  files.json('issue.json', issueFile(issue, names, files));
  return { texts: files.texts, media: files.attachments };
}

function issueFile(issue: DraftIssue, pieces: readonly string[], files: FileTable): object {
  const { id, club, month, title, summary, cover, session } = issue;
  if (!cover.drawing || !cover.bitmap) throw new Error('The month has no cover');
  return {
    id,
    club,
    month,
    title: title.trim(),
    summary: summary.trim(),
    cover: {
      drawing: files.file('cover', cover.drawing),
      bitmap: files.file('cover', cover.bitmap),
      alt: cover.alt.trim(),
    },
    ...(session && { session: withoutEmpty(session) }),
    pieces,
    ...reasonsFile(issue.reasons, files),
  };
}

/** A reason about a picture names it by its file: the hub knows no attachments. */
function reasonsFile(reasons: DraftIssue['reasons'], files: FileTable): object {
  const written = Object.entries(reasons).flatMap(([key, reason]) =>
    reason.trim() === ''
      ? []
      : [[key.replace(/[0-9a-f]{64}/gu, (id) => files.placeOf(id) ?? id), reason.trim()] as const],
  );
  return written.length === 0 ? {} : { reasons: Object.fromEntries(written) };
}

const withoutEmpty = (session: object): object =>
  Object.fromEntries(Object.entries(session).filter(([, value]) => String(value).trim() !== ''));

function pieceFile(piece: DraftPiece, files: FileTable): object {
  const { id, kind, title, language, summary, showFrom, questions, source, consent } = piece;
  return {
    version: 1,
    id,
    kind,
    title: title.trim(),
    language,
    ...(isWritten(summary) && { summary: summary.trim() }),
    ...(showFrom !== undefined && { showFrom }),
    questions: questions.map((question) => question.trim()).filter((question) => question !== ''),
    source: { author: source.author.trim(), permission: source.permission.trim() },
    tracks: piece.tracks.map((track) => trackFile(piece, track, files)),
    captions: piece.captions
      .filter(({ cues }) => cues.length > 0)
      .map(({ language: spoken, cues }) => ({
        language: spoken,
        file: files.text(`captions/${id}-${spoken.toLowerCase()}.vtt`, writeVtt(cues.map(captionFile))),
      })),
    consent,
    blocks: piece.blocks.flatMap((block) => blockFile(block, id, files)),
  };
}

/** The id says which sentence it belongs to, so the tie a person made survives. */
const captionFile = ({ start, end, text, sentence }: DraftCaption) => ({
  start,
  end,
  text,
  ...(sentence !== undefined && { id: sentence }),
});

const isWritten = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function trackFile(piece: DraftPiece, track: DraftTrack, files: FileTable): object {
  const { id, kind, language, title, performer, media, signingSpace, filmOffset, review, consent } = track;
  if (!media) throw new Error(`Track ${id} of ${piece.id} has no medium`);
  const name = `${piece.id}-${id}`;
  const cues = cuesOfTrack(piece, track);
  return {
    id,
    kind,
    language,
    title: title.trim(),
    // Nobody performs a film: it is by whoever the piece is by, which the checks ask for.
    performer: kind === 'film' && !isWritten(performer) ? piece.source.author.trim() : performer.trim(),
    file: files.file(`media/${name}`, media),
    // A film's sentence times come from its captions where nobody marked them.
    ...(cues.length > 0 &&
      (kind !== 'film' || track.marks.length > 0) && {
        cues: files.text(`cues/${name}.vtt`, writeCueVtt(cues)),
      }),
    ...(signingSpace !== undefined && { signingSpace }),
    ...(filmOffset !== undefined && { filmOffset }),
    ...(review !== undefined && { review }),
    consent,
  };
}

function blockFile(block: DraftBlock, piece: string, files: FileTable): readonly object[] {
  if (block.type === 'figure') {
    const { image, alt, sentences } = block;
    if (!image) throw new Error(`A figure of ${piece} has no picture`);
    return [
      {
        type: 'figure',
        image: files.file(`media/${piece}-picture`, image),
        alt: alt.trim(),
        sentences: sentences.map(settled),
      },
    ];
  }
  if (sentencesOfDraftBlock(block).length === 0) return [];
  const plain = 'plain' in block && block.plain !== undefined && block.plain.length > 0 ? block.plain : null;
  const simpler = plain && { plain: plain.map(settled) };
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: block.level, sentences: block.sentences.map(settled) }];
    case 'list': {
      const items = block.items
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ sentences }) => ({ sentences: sentences.map(settled) }));
      return [{ type: 'list', ordered: block.ordered, items, ...simpler }];
    }
    default:
      return [{ type: block.type, sentences: block.sentences.map(settled), ...simpler }];
  }
}

/** With the reading that was chosen, or that the checks let pass with a reason. */
function settled({ id, words }: DraftSentence): object {
  return { id, words: words.map(withoutCandidates) };
}

function withoutCandidates(word: DraftWord): object {
  const { candidates: _, ...chosen } = word;
  return chosen;
}

function termsOf({ blocks }: DraftPiece): readonly TermId[] {
  const all = blocks.flatMap((block) => [
    ...sentencesOfDraftBlock(block),
    ...('plain' in block ? (block.plain ?? []) : []),
  ]);
  return all.flatMap(({ words }) => words.flatMap(({ term }) => term ?? []));
}

function termFile(
  { id, word, pinyin, explanation, example, picture, sign, audio }: DraftTerm,
  files: FileTable,
) {
  return {
    id,
    word: word.trim(),
    pinyin: pinyin.trim(),
    explanation: explanation.trim(),
    ...(isWritten(example) && { example: example.trim() }),
    ...(picture && {
      picture: { file: files.file(`media/term-${id}`, picture.image), alt: picture.alt.trim() },
    }),
    ...(sign && { sign: { file: files.file(`media/term-${id}-sign`, sign) } }),
    ...(audio && { audio: { file: files.file(`media/term-${id}-audio`, audio) } }),
  };
}
