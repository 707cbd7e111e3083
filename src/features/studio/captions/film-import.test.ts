import { describe, expect, it, vi } from 'vitest';
import { hasFfmpeg, makeClip } from '../../../authoring/media/fixtures.ts';
import { MediaError } from '../../../authoring/media/media-error.ts';
import { AttachmentError, type Attachments } from '../shared/desk.ts';
import { filmOf } from './captions-state.ts';
import { RefusedMedia } from '../shared/write-media.ts';
import { takeInFilm, type FilmProgress } from './film-import.ts';
import { createFilmTask } from './film-task.ts';
import { deskFor, filmPiece } from './fixture.ts';

if (!hasFfmpeg) console.warn('SKIPPED: ffmpeg is not on this machine');

const fileOf = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);
const emptyPiece = () => ({ ...filmPiece([]), tracks: [] });

/** The desk's files, counted. */
function counted() {
  const { attachments } = deskFor(emptyPiece());
  const kept = new Set<string>();
  const watched: Attachments = {
    ...attachments,
    add: async (...args) => {
      const made = await attachments.add(...args);
      kept.add(made.id);
      return made;
    },
    record: async (facts) => {
      const recording = await attachments.record(facts);
      kept.add(recording.id);
      return { ...recording, discard: async () => void kept.delete(recording.id) };
    },
    discard: async (id) => void kept.delete(id),
  };
  return { attachments: watched, kept };
}

const running = (onProgress: (progress: FilmProgress) => void = () => {}) => ({
  signal: new AbortController().signal,
  onProgress,
});

describe.skipIf(!hasFfmpeg)('a film that is brought', () => {
  it('as tablets want it is kept as it is, once', async () => {
    const { attachments, kept } = counted();
    const { files } = await takeInFilm(fileOf(makeClip({ sound: true }), '好.mp4'), attachments, running());
    expect(files).toMatchObject({
      original: null,
      media: { name: '好.mp4', type: 'video/mp4', width: 1280, height: 720, frameRate: 25, hasAudio: true },
    });
    expect(kept.size).toBe(1);
  });

  it('with its index last or in another container is put right, and the original is kept beside it', async () => {
    const { attachments, kept } = counted();
    const stages: FilmProgress['stage'][] = [];
    const mov = fileOf(makeClip({ type: 'mov', sound: true }), '手机.mov');
    const { files, findings } = await takeInFilm(
      mov,
      attachments,
      running(({ stage }) => stages.push(stage)),
    );
    expect(files.media).toMatchObject({ name: '手机.mp4', type: 'video/mp4', frameRate: 25 });
    expect(files.original).toMatchObject({ name: '手机.mov', bytes: mov.size });
    expect(findings.map(({ action }) => action)).toContain('repair');
    expect([...new Set(stages)]).toEqual(['looking', 'keeping', 'preparing']);
    expect(kept.size).toBe(2);
    expect((await attachments.open(files.media.id))?.size).toBe(files.media.bytes);
  });

  it('that will not do is refused before anything is kept', async () => {
    const { attachments, kept } = counted();
    // Node encodes nothing, as a browser without WebCodecs does not.
    const webm = fileOf(makeClip({ type: 'webm', videoCodec: 'libvpx' }), '网上.webm');
    const refused = await takeInFilm(webm, attachments, running()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedMedia);
    expect(refused).toMatchObject({ cannotEncode: true, findings: [{ code: 'video-codec' }] });
    await expect(
      takeInFilm(fileOf(new TextEncoder().encode('<html>'), 'a.mp4'), attachments, running()),
    ).rejects.toBeInstanceOf(MediaError);
    expect(kept.size).toBe(0);
  });

  it('given up half-way leaves nothing behind', async () => {
    const { attachments, kept } = counted();
    const control = new AbortController();
    const taking = takeInFilm(fileOf(makeClip({ type: 'mov' }), '手机.mov'), attachments, {
      signal: control.signal,
      onProgress: ({ stage }) => stage === 'preparing' && control.abort(),
    });
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
    expect(kept.size).toBe(0);
  });

  it('on a disk that fills up while it is prepared leaves nothing behind and says that it is full', async () => {
    const { attachments, kept } = counted();
    const full: Attachments = {
      ...attachments,
      record: async (facts) => ({
        ...(await attachments.record(facts)),
        append: () => Promise.reject(new AttachmentError('full')),
      }),
    };
    const desk = { ...deskFor(emptyPiece()), attachments: full };
    const task = createFilmTask(desk);
    await task.start(fileOf(makeClip({ type: 'mov' }), '手机.mov'), '影片');
    expect(task.trouble.value).toEqual({ kind: 'full' });
    expect(filmOf(desk.piece.value)).toBeNull();
    expect(kept.size).toBe(0);
  });
});

describe('the task', () => {
  it('that was cancelled changes nothing and complains of nothing, whatever comes back later', async () => {
    const desk = deskFor(emptyPiece());
    let reject: (error: unknown) => void = () => {};
    const task = createFilmTask(desk, () => new Promise((_, no) => (reject = no)));
    const started = task.start(new File([], 'a.mp4'), '影片');
    task.cancel();
    reject(new AttachmentError('refused'));
    await started;
    expect([task.trouble.value, task.progress.value]).toEqual([null, null]);
    expect(desk.piece.value.tracks).toEqual([]);
  });

  it('says what went wrong, and forgets it with the next try', async () => {
    const desk = deskFor(emptyPiece());
    const takeIn = vi.fn<typeof takeInFilm>().mockRejectedValueOnce(new AttachmentError('refused'));
    const task = createFilmTask(desk, takeIn);
    await task.start(new File([], 'a.mp4'), '影片');
    expect(task.trouble.value).toEqual({ kind: 'unkept' });
    takeIn.mockReturnValueOnce(new Promise(() => {}));
    void task.start(new File([], 'b.mp4'), '影片');
    expect(task.trouble.value).toBeNull();
  });
});
