import { useEffect } from 'preact/hooks';
import { settings } from '../../../storage/settings-store.ts';
import { captionActionOf, type CaptionAction } from './caption-keys.ts';
import type { CaptionsDesk } from './captions-desk.ts';
import { jump, stepFrame } from './film-steps.ts';
import type { Film } from './use-film.ts';

/** The whole page listens; fields keep their letters to themselves, and the member's own choice switches letters off. */
export function useCaptionKeys(captions: CaptionsDesk, { player }: Film): void {
  useEffect(() => {
    if (!player) return;
    const frames = (): number => captions.options.peek().framesPerSecond ?? 25;
    const canWrite = (): boolean => captions.desk.canWrite.peek();
    const actions: Readonly<Record<CaptionAction, () => void>> = {
      toggle: player.toggle,
      in: () => canWrite() && captions.markIn(player.frameSeconds.peek()),
      out: () => canWrite() && captions.markOut(player.frameSeconds.peek()),
      back: () => jump(player, -2),
      forward: () => jump(player, 2),
      'frame-back': () => stepFrame(player, -1, frames()),
      'frame-forward': () => stepFrame(player, 1, frames()),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = captionActionOf(event, settings.peek().shortcuts);
      if (!action || (event.repeat && !action.startsWith('frame'))) return;
      event.preventDefault();
      actions[action]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [captions, player]);
}
