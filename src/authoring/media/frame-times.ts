/** When each frame of a video is shown, in seconds, rising; also of a recording that is still being written. */
import { ALL_FORMATS, EncodedPacketSink, Input } from 'mediabunny';
import { openMedia } from './media-file.ts';
import { salvage } from './salvage.ts';

/** Empty where there is no video to be read yet. */
export async function frameTimes(recording: Blob): Promise<readonly number[]> {
  const { source } = await openMedia(await salvage(recording));
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) return [];
    const times: number[] = [];
    for await (const { timestamp } of new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly: true,
    })) {
      times.push(timestamp);
    }
    return times.sort((a, b) => a - b);
  } finally {
    input.dispose();
  }
}
