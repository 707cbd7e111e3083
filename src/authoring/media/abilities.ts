/** Asks this browser what it can decode and encode of one file. Node can do neither, and says so. */
import { ALL_FORMATS, canEncodeAudio, canEncodeVideo, Input, Quality } from 'mediabunny';
import type { MediaFacts } from './inspect.ts';
import { openMedia, type MediaInput } from './media-file.ts';
import { videoPlan, type Abilities } from './plan.ts';

export async function abilitiesFor(media: MediaInput, facts: MediaFacts): Promise<Abilities> {
  const file = await openMedia(media);
  const input = new Input({ source: file.source, formats: ALL_FORMATS });
  try {
    const [video, audio] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()]);
    const [decodesVideo, decodesAudio, encodesVideo, encodesAac] = await Promise.all([
      video?.canDecode() ?? false,
      audio?.canDecode() ?? false,
      video ? canEncodeH264(facts) : false,
      canEncodeAudio('aac', { quality: new Quality({ bitrate: 96_000 }) }),
    ]);
    return { decodesVideo, decodesAudio, encodesVideo, encodesAac };
  } finally {
    input.dispose();
  }
}

async function canEncodeH264(facts: MediaFacts): Promise<boolean> {
  const { width, height, bitsPerSecond } = videoPlan(facts);
  return canEncodeVideo('avc', { width, height, quality: new Quality({ bitrate: bitsPerSecond }) });
}
