/** An MP4 whose index stands first although it is written as it grows: room for the index is kept free by how many packets there can be. */
import { Mp4OutputFormat, Output, type StreamTarget } from 'mediabunny';

type Mp4Output = Output<Mp4OutputFormat, StreamTarget>;

export interface PacketLimits {
  readonly video: number;
  readonly audio: number;
}

/** `Conversion` adds the tracks itself and cannot be told how long they get, so the output is. */
class IndexFirstOutput extends Output<Mp4OutputFormat, StreamTarget> {
  readonly #limits: PacketLimits;

  constructor(target: StreamTarget, limits: PacketLimits) {
    super({ format: new Mp4OutputFormat({ fastStart: 'reserve' }), target });
    this.#limits = limits;
  }

  override addVideoTrack(...[source, metadata]: Parameters<Mp4Output['addVideoTrack']>) {
    return super.addVideoTrack(source, { ...metadata, maximumPacketCount: this.#limits.video });
  }

  override addAudioTrack(...[source, metadata]: Parameters<Mp4Output['addAudioTrack']>) {
    return super.addAudioTrack(source, { ...metadata, maximumPacketCount: this.#limits.audio });
  }
}

export function indexFirstOutput(target: StreamTarget, limits: PacketLimits): Mp4Output {
  return new IndexFirstOutput(target, limits);
}

/** Generous: each unused place costs some 16 bytes, one too few costs the file. Sound comes in packets of 10 ms or more. */
export function packetLimits(durationSeconds: number, frameRate: number): PacketLimits {
  const seconds = durationSeconds * 1.02 + 4;
  return { video: Math.ceil(seconds * Math.max(frameRate, 30) * 1.1), audio: Math.ceil(seconds * 100) };
}
