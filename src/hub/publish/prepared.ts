/** An issue whose files have been read and found fit (or not): between what its author left and what is published. */
import type { SourcePath } from '../../authoring/issue-source.ts';
import type { PieceWithTimes, TrackWithCues } from '../../authoring/time-piece.ts';
import type { StagedBlob } from './blob.ts';

/** Files fit to publish, by their path in the folder. One that is missing here has an error among the notices. */
export type PreparedFiles = ReadonlyMap<SourcePath, StagedBlob>;

export type PreparedTrack = TrackWithCues;
export type PreparedPiece = PieceWithTimes;
