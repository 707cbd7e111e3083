import type { Attachment } from './model.ts';
import type { MediaFacts } from '../media/inspect.ts';

/** What the draft remembers of a media file. */
export function attachmentFacts(
  facts: MediaFacts,
  name: string,
  type = facts.mimeType,
): Omit<Attachment, 'id' | 'bytes'> {
  return {
    name,
    type,
    durationSeconds: facts.durationSeconds,
    hasAudio: facts.hasAudio,
    ...(facts.kind === 'video'
      ? {
          width: Math.round(facts.width),
          height: Math.round(facts.height),
          frameRate: facts.frameRate,
          keyFrameSeconds: facts.maxKeyFrameGapSeconds,
        }
      : {}),
  };
}
