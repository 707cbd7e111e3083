/** The camera or microphone, and every way it can fail, each with a cure in `studio-sign` (`capture.*`). */
import type { RecordedKind } from './track-edit.ts';

declare global {
  // Media Capture and Streams; TypeScript's own library has not got it.
  interface MediaTrackConstraintSet {
    readonly resizeMode?: ConstrainDOMString;
  }
}

export type CaptureFault =
  /** The person, or the tablet's settings, said no. */
  | 'denied'
  | 'none'
  /** Another app holds it. */
  | 'busy'
  /** Gone while it was used. */
  | 'lost'
  /** This browser, or this address (not https), has no camera for pages. */
  | 'unsupported';

export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly fault: CaptureFault;
  constructor(fault: CaptureFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** @throws CaptureError */
export async function openCapture(kind: RecordedKind, deviceId: string | null): Promise<MediaStream> {
  // Missing on http and in some in-app browsers, whatever the types say.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices || typeof MediaRecorder !== 'function') throw new CaptureError('unsupported');
  try {
    return await devices.getUserMedia(constraintsOf(kind, deviceId));
  } catch (cause) {
    throw new CaptureError(faultOf(cause), { cause });
  }
}

/** Signing asks for no sound at all: the file must have none, and nobody should be recorded unawares. */
function constraintsOf(kind: RecordedKind, deviceId: string | null): MediaStreamConstraints {
  const device = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  if (kind === 'audio') return { audio: { ...device, channelCount: 1 }, video: false };
  return {
    audio: false,
    video: {
      ...device,
      ...(deviceId === null ? { facingMode: 'user' } : {}),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
      // The camera's whole picture: to come nearer to 720 lines, a browser would cut hands and elbows off one that stands upright.
      resizeMode: { ideal: 'none' },
    },
  };
}

export function faultOf(cause: unknown): CaptureFault {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'busy';
}

export interface Device {
  readonly id: string;
  /** Empty until the person has allowed one. */
  readonly label: string;
}

export async function listDevices(kind: RecordedKind): Promise<readonly Device[]> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return [];
  const wanted = kind === 'sign' ? 'videoinput' : 'audioinput';
  const all = await devices.enumerateDevices();
  return all
    .filter((device) => device.kind === wanted && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

export function closeCapture(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
