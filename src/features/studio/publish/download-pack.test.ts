import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FileSink } from '../shared/file-sink.ts';
import { downloadPack } from './download-pack.ts';

afterEach(() => void vi.unstubAllGlobals());

function sink(): FileSink & { readonly kept: () => string; readonly end: () => string } {
  const parts: string[] = [];
  let end = 'open';
  return {
    isInDownloads: true,
    write: async (bytes) => void parts.push(new TextDecoder().decode(bytes)),
    finish: async () => void (end = 'finished'),
    abort: async () => void (end = 'aborted'),
    kept: () => parts.join(''),
    end: () => end,
  };
}
const answer = (body: string, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status, headers: { 'content-type': 'application/json' } })),
  );
const wanted = { issues: ['2026-12-silent-world'], sequence: 7, volume: 1, bytes: 10 };
const signal = new AbortController().signal;

describe('a pack from the hub', () => {
  it('is written as it comes, counted, and finished when all of it is there', async () => {
    answer('0123456789');
    const [file, progress] = [sink(), vi.fn<(done: number) => void>()];
    await downloadPack(wanted, file, progress, signal);
    expect([file.kept(), file.end()]).toEqual(['0123456789', 'finished']);
    expect(progress).toHaveBeenLastCalledWith(10);
    expect(fetch).toHaveBeenCalledWith(
      '/api/packs/1?issues=2026-12-silent-world&sequence=7',
      expect.anything(),
    );
  });

  it('cut short is not kept', async () => {
    answer('01234');
    const file = sink();
    await expect(downloadPack(wanted, file, () => undefined, signal)).rejects.toThrow('5 of 10 bytes');
    expect(file.end()).toBe('aborted');
  });

  it('refused is not kept, and the refusal is told', async () => {
    answer(JSON.stringify({ code: 'pack-outdated' }), 409);
    const file = sink();
    const asked = downloadPack(wanted, file, () => undefined, signal);
    await expect(asked).rejects.toMatchObject({ code: 'pack-outdated' });
    expect(file.end()).toBe('aborted');
  });
});
