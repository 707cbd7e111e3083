import type { ComponentChildren } from 'preact';
import type { Track } from '../../core/sync/track.ts';
import { SentenceControls } from '../../player/SentenceControls.tsx';
import { SignVideo } from '../../player/SignVideo.tsx';
import type { Speed } from '../../player/speeds.ts';
import type { ReadingPlayer } from './use-reading-player.ts';

interface SignTrackProps {
  readonly track: Track;
  readonly src: string;
  readonly player: ReadingPlayer;
  readonly onSpeed: (speed: Speed) => void;
  /** Under the video, beside who signs. */
  readonly children?: ComponentChildren;
}

export function SignTrack({ track, src, player, onSpeed, children }: SignTrackProps) {
  return (
    <SignVideo
      track={track}
      src={src}
      player={player}
      fullControls={<SentenceControls player={player} onSpeed={onSpeed} />}
    >
      {children}
    </SignVideo>
  );
}
