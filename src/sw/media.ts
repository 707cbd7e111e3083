/**
 * `/media/<sha256>`: what the library has sealed, in the ranges a player asks for. What is not here (any more) comes
 * from the shelf while there is a network, so a reading stays readable while its media are fetched again.
 */
import { chosenStore } from '../storage/media/chosen-store.ts';
import { CHUNK_BYTES, type MediaStore } from '../storage/media/media-store.ts';
import { parseMediaAddress, type MediaAddress } from './media-address.ts';
import { mediaResponse, refusal, type Medium } from './media-response.ts';
import { shelfResponse } from './shelf-response.ts';

/** @param shelfRoot Address of the shelf, for what is not stored here; null where none is known. */
export async function answerMedia(
  request: Request,
  shelfRoot: () => Promise<string | null>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'GET, HEAD');
  const address = parseMediaAddress(new URL(request.url));
  if (address === null) return refusal(400, '这个地址不是本应用的媒体文件。');
  const stored = await fromStore(request, address).catch(() => null);
  return (
    stored ??
    (await shelfResponse(request, address, shelfRoot)) ??
    refusal(404, '这个文件没有存在这台平板上。')
  );
}

/** Null when it is not sealed here. A store that fails counts as empty: the shelf may still have it. */
async function fromStore(request: Request, { sha256, type }: MediaAddress): Promise<Response | null> {
  const store = await chosenStore();
  const bytes = await store?.sealedSize(sha256);
  if (!store || bytes === undefined || bytes === null) return null;
  const medium: Medium = { sha256, type, bytes, body: (start, end) => bodyOf(store, sha256, start, end) };
  return mediaResponse(request, medium);
}

async function bodyOf(store: MediaStore, sha256: string, start: number, end: number): Promise<BodyInit> {
  // A slice of a file is read from disk as it is sent; the database's records would all be read first.
  const isFlat = store.kind === 'opfs' || end - start <= CHUNK_BYTES;
  return isFlat ? slice(store, sha256, start, end) : streamOf(store, sha256, start, end);
}

async function slice(store: MediaStore, sha256: string, start: number, end: number): Promise<Blob> {
  const blob = await store.slice(sha256, start, end);
  if (blob === null) throw new Error(`${sha256} was removed`);
  return blob;
}

/** Record by record, each when the player has taken the one before. */
function streamOf(
  store: MediaStore,
  sha256: string,
  start: number,
  end: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = start;
  return new ReadableStream(
    {
      async pull(controller) {
        const next = Math.min(end, (Math.floor(at / CHUNK_BYTES) + 1) * CHUNK_BYTES);
        const blob = await slice(store, sha256, at, next);
        controller.enqueue(new Uint8Array(await blob.arrayBuffer()));
        at = next;
        if (at === end) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
