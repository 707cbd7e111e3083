/** An issue whose files have been read and found fit (or not): between what its author left and what is published. */
import type { PieceSource, SourcePath, TrackSource, CaptionSource } from '../../authoring/issue-source.ts';
import type { Caption } from '../../core/captions/model.ts';
import type { Cue } from '../../core/sync/track.ts';
import type { StagedBlob } from './blob.ts';

/** Files fit to publish, by their path in the folder. One that is missing here has an error among the notices. */
export type PreparedFiles = ReadonlyMap<SourcePath, StagedBlob>;

export interface PreparedTrack {
  readonly source: TrackSource;
  readonly cues: readonly Cue[];
}

export interface PreparedPiece {
  readonly source: PieceSource;
  readonly tracks: readonly PreparedTrack[];
  readonly captions: readonly { readonly source: CaptionSource; readonly cues: readonly Caption[] }[];
}
