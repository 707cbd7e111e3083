/** The camera or microphone while a screen needs it: opened, changed, lost and opened again. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  CaptureError,
  closeCapture,
  listDevices,
  openCapture,
  type CaptureFault,
  type Device,
} from './camera.ts';
import type { RecordedKind } from './track-edit.ts';

export type Capture =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly stream: MediaStream }
  | { readonly state: 'failed'; readonly fault: CaptureFault };

export interface CaptureControl {
  readonly capture: Capture;
  readonly devices: readonly Device[];
  readonly device: string | null;
  choose(id: string): void;
  retry(): void;
}

export function useCapture(kind: RecordedKind): CaptureControl {
  const [capture, setCapture] = useState<Capture>({ state: 'opening' });
  const [devices, setDevices] = useState<readonly Device[]>([]);
  const [device, setDevice] = useState<string | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let isOver = false;
    let opened: MediaStream | null = null;
    setCapture({ state: 'opening' });
    void (async () => {
      try {
        const stream = await openCapture(kind, device);
        if (isOver) return closeCapture(stream);
        opened = stream;
        for (const track of stream.getTracks()) {
          track.addEventListener('ended', () => {
            if (!isOver) setCapture({ state: 'failed', fault: 'lost' });
          });
        }
        setCapture({ state: 'open', stream });
        // Only now do devices have names.
        setDevices(await listDevices(kind));
      } catch (error) {
        if (isOver) return;
        const fault = error instanceof CaptureError ? error.fault : 'busy';
        // The one that was chosen has been taken away: another is better than none.
        if (fault === 'none' && device !== null) setDevice(null);
        else setCapture({ state: 'failed', fault });
      }
    })();
    return () => {
      isOver = true;
      closeCapture(opened);
    };
  }, [kind, device, tries]);

  useEffect(() => {
    // Missing on http and in some in-app browsers, whatever the types say.
    const media: MediaDevices | undefined = navigator.mediaDevices;
    // Before the person has allowed one there is nothing to choose from.
    if (capture.state !== 'open' || !media) return;
    const look = (): void => void listDevices(kind).then(setDevices, () => undefined);
    media.addEventListener('devicechange', look);
    return () => media.removeEventListener('devicechange', look);
  }, [capture.state, kind]);

  return {
    capture,
    devices,
    device:
      device ??
      (capture.state === 'open' ? (capture.stream.getTracks()[0]?.getSettings().deviceId ?? null) : null),
    choose: useCallback((id: string) => setDevice(id), []),
    retry: useCallback(() => setTries((count) => count + 1), []),
  };
}
