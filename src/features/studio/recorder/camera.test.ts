import { afterEach, expect, it, vi } from 'vitest';
import { openCapture } from './camera.ts';

afterEach(() => vi.unstubAllGlobals());

const asked = async (kind: 'sign' | 'audio'): Promise<unknown> => {
  const getUserMedia = vi.fn<(wanted: unknown) => Promise<object>>().mockResolvedValue({});
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  vi.stubGlobal('MediaRecorder', EventTarget);
  await openCapture(kind, null);
  return getUserMedia.mock.calls[0]?.[0];
};

it('signing is asked for whole, as the camera sees it, and without sound', async () => {
  expect(await asked('sign')).toMatchObject({ audio: false, video: { resizeMode: { ideal: 'none' } } });
});

it('reading aloud is asked for without a picture', async () => {
  expect(await asked('audio')).toMatchObject({ video: false });
});
