/** How a sign video is laid into its box so that its signing space is as large as can be and whole. */
import type { SigningSpace } from '../core/sync/track.ts';

const WHOLE: SigningSpace = { x: 0, y: 0, width: 1, height: 1 };

/**
 * Custom properties for `SignVideo.module.css`, which does the sum in container units and so follows every resize
 * without a script. `aspect`: width ÷ height of the whole video; unknown until its metadata are there.
 */
export function signingSpaceStyle(
  space: SigningSpace = WHOLE,
  aspect: number | null,
): Record<string, string> {
  if (aspect === null) return {};
  return {
    '--aspect': String(aspect),
    '--space-width': String(space.width),
    '--space-height': String(space.height),
    '--space-middle-x': String(space.x + space.width / 2),
    '--space-middle-y': String(space.y + space.height / 2),
  };
}
