/** The times of a piece: its captions and the cues of its tracks, read and laid on its sentences. */
import type { CaptionSource, FolderReader, PieceSource, TrackSource } from './issue-source.ts';
import { isBilingual, keepLanguage } from '../core/captions/bilingual.ts';
import { decodeCaptionBytes } from '../core/captions/encoding.ts';
import { matchCaptions, type MatchedCaptions } from '../core/captions/match.ts';
import { parseCaptions } from '../core/captions/parse.ts';
import type { Caption } from '../core/captions/model.ts';
import type { CaptionProblem } from '../core/captions/problem.ts';
import { sentencesOfDraft } from '../core/checks/draft-text.ts';
import type { Sentence } from '../core/reading/model.ts';
import type { CueProblem } from '../core/sync/cue-problem.ts';
import { cuesFromVtt } from '../core/sync/cue-vtt.ts';
import type { Cue } from '../core/sync/track.ts';

export interface TrackWithCues {
  readonly source: TrackSource;
  readonly cues: readonly Cue[];
}

export interface PieceWithTimes {
  readonly source: PieceSource;
  readonly tracks: readonly TrackWithCues[];
  readonly captions: readonly { readonly source: CaptionSource; readonly cues: readonly Caption[] }[];
}

/** A problem of a caption or cue file. */
export interface TimingProblem {
  readonly file: string;
  readonly track?: string;
  readonly problem: CaptionProblem | CueProblem;
}

export interface TimedPiece {
  readonly piece: PieceWithTimes;
  readonly problems: readonly TimingProblem[];
  /** Caption files with two languages in each caption, of which only the declared one was kept. */
  readonly bilingual: readonly string[];
}

/** Files that are missing have been named by the folder reader and are left out here. */
export async function timePiece(source: PieceSource, folder: FolderReader): Promise<TimedPiece> {
  const sentences = sentencesOfDraft(source.reading.blocks);
  const problems: TimingProblem[] = [];
  const bilingual: string[] = [];
  const captions: { source: CaptionSource; matched: MatchedCaptions }[] = [];
  for (const caption of source.captions) {
    if (!(await folder.exists(caption.file))) continue;
    const parsed = parseCaptions(await folder.readBytes(caption.file), caption.file);
    problems.push(...parsed.problems.map((problem) => ({ file: caption.file, problem })));
    const wanted = caption.language.startsWith('zh') ? 'chinese' : 'other';
    const own = isBilingual(parsed.cues) ? keepLanguage(parsed.cues, wanted) : parsed.cues;
    if (own !== parsed.cues) bilingual.push(caption.file);
    captions.push({ source: caption, matched: matchCaptions(own, sentences) });
  }
  const spoken =
    captions.find((caption) => caption.source.language === source.reading.language) ?? captions[0];
  const tracks: { source: TrackSource; cues: readonly Cue[] }[] = [];
  for (const track of source.tracks) {
    if (track.cues === undefined) {
      tracks.push({ source: track, cues: spoken?.matched.cues ?? [] });
    } else if (await folder.exists(track.cues)) {
      const read = await readCues(track.cues, folder, sentences);
      problems.push(
        ...read.problems.map((problem) => ({ file: track.cues ?? '', track: track.id, problem })),
      );
      tracks.push({ source: track, cues: read.cues });
    }
  }
  const withCues = captions.map(({ source: caption, matched }) => ({
    source: caption,
    cues: matched.captions,
  }));
  return { piece: { source, tracks, captions: withCues }, problems, bilingual };
}

async function readCues(file: string, folder: FolderReader, sentences: readonly Sentence[]) {
  return cuesFromVtt(decodeCaptionBytes(await folder.readBytes(file)), sentences);
}
