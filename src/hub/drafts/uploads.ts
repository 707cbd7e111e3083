/**
 * Files on their way to the hub, by tus 1.0: created with what they claim to be, continued from the last byte on disk, looked into when
 * whole. Each club's lie in a folder of their own under `<data>/uploads/`, so that an upload of another club is not there.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { FileConfigstore, FileStore } from '@tus/file-store';
import { Server, type Upload } from '@tus/server';
import * as v from 'valibot';
import { AttachmentIdSchema } from '../../authoring/draft/model.ts';
import { ApiError } from '../server/api-error.ts';
import { attachmentFolder } from './attachment-folder.ts';
import { inTurn } from './in-turn.ts';
import { claimFault, stagedFault, type UploadFault } from './staged-check.ts';
import { refusalOfTus, tusRefusal } from './tus-refusal.ts';
import { bytesToCome, isUploadName } from './upload-room.ts';

const MetadataSchema = v.strictObject({
  /** The attachment's id in the draft. */
  id: AttachmentIdSchema,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  type: v.pipe(v.string(), v.maxLength(200)),
});

/** Begun and not gone on with for this long: gone. */
const ABANDONED_MS = 14 * 86_400_000;
/** Asked for, and not a byte sent: whoever asked may never have learnt its address. */
const UNUSED_MS = 86_400_000;
/** Of one club, on their way at the same time. */
const MOST_UPLOADS = 100;
/** Left free on the disk, whatever is uploaded and still to come: drafts and releases need to be written too. */
const RESERVE_BYTES = 512 * 1024 * 1024;

const STATUS: Readonly<Record<UploadFault, 413 | 415 | 422>> = {
  'upload-wrong-type': 415,
  'upload-too-big': 413,
  'upload-empty': 422,
  'upload-hash-mismatch': 422,
  'upload-unsafe-drawing': 422,
};

/** No upload's name. */
const CREATION = 'creation';

export interface Uploads {
  /**
   * A request of the tus protocol whose sender may work for this club.
   * @param upload As in the address; null where one is created.
   */
  answer(request: Request, club: string, upload: string | null): Promise<Response>;
  /** What was whole when the hub went down is taken in, what was given up goes. */
  sweep(): Promise<void>;
}

interface Options {
  /** Bytes the disk has left. */
  readonly roomOf?: (folder: string) => Promise<number>;
}

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** @param data The hub's data folder, absolute. */
export function openUploads(data: string, { roomOf = freeBytes }: Options = {}): Uploads {
  const root = path.join(data, 'uploads');
  const attachments = attachmentFolder(data);
  const turn = inTurn();
  const servers = new Map<string, { readonly server: Server; readonly store: FileStore }>();

  function serverOf(club: string) {
    const known = servers.get(club);
    if (known) return known;
    const directory = path.join(root, club);
    const store = new FileStore({
      directory,
      configstore: new FileConfigstore(directory),
      expirationPeriodInMilliseconds: ABANDONED_MS,
    });
    const server = new Server({
      path: `/api/uploads/${club}`,
      datastore: store,
      relativeLocation: true,
      allowedOrigins: [],
      namingFunction: () => randomBytes(16).toString('hex'),
      getFileIdFromRequest: (_request, last = '') => (isUploadName(last) ? last : undefined),
      onUploadCreate: (_request, upload) => create(club, directory, upload),
      async onUploadFinish(_request, upload) {
        const refusal = await turn(upload.id, () => finish(club, store, upload));
        if (refusal !== null) throw tusRefusal(refusal);
        return {};
      },
      onResponseError: (_request, error) => refusalOfTus(error),
    });
    servers.set(club, { server, store });
    return { server, store };
  }

  const clubsHere = (): Promise<readonly string[]> => readdir(root).catch(() => []);

  async function create(club: string, directory: string, upload: Upload): Promise<Record<string, never>> {
    const parsed = v.safeParse(MetadataSchema, upload.metadata);
    if (!parsed.success || upload.size === undefined) throw tusRefusal(new ApiError(400, 'bad-request'));
    const { id, type } = parsed.output;
    const fault = claimFault(type, upload.size);
    if (fault !== null) throw tusRefusal(new ApiError(STATUS[fault], fault));
    const isHere = (await attachments.find(club, id)) !== null;
    if (isHere || ((await attachments.record(id))?.club ?? club) !== club)
      throw tusRefusal(new ApiError(409, 'upload-known'));
    const running = (await readdir(directory)).filter(isUploadName).length;
    if (running >= MOST_UPLOADS) throw tusRefusal(new ApiError(429, 'too-many-uploads'));
    const stores = (await clubsHere()).map((each) => serverOf(each).store);
    const promised = upload.size + (await bytesToCome(stores, id));
    if ((await roomOf(directory)) - promised < RESERVE_BYTES) throw tusRefusal(new ApiError(503, 'no-room'));
    return {};
  }

  /** The whole file is there: kept, or refused and gone. Null when it was kept. */
  async function finish(
    club: string,
    store: FileStore,
    upload: Pick<Upload, 'id' | 'size' | 'metadata'>,
  ): Promise<ApiError | null> {
    const file = path.join(store.directory, upload.id);
    const parsed = v.safeParse(MetadataSchema, upload.metadata);
    const isThere = await stat(file).then(
      ({ size }) => size === upload.size,
      () => false,
    );
    if (!parsed.success || !isThere) return new ApiError(404, 'upload-gone');
    const { id, sha256, type } = parsed.output;
    const fault = await stagedFault(file, { sha256, type });
    const known = fault === null ? await attachments.record(id) : null;
    const refusal =
      fault !== null
        ? new ApiError(STATUS[fault], fault)
        : known !== null && (known.sha256 !== sha256 || known.club !== club)
          ? new ApiError(409, 'upload-known')
          : null;
    if (refusal === null) await attachments.keep(id, { club, sha256, bytes: upload.size ?? 0, type }, file);
    await forget(store, upload.id);
    return refusal;
  }

  async function forget(store: FileStore, id: string): Promise<void> {
    await rm(path.join(store.directory, id), { force: true });
    await store.configstore.delete(id);
  }

  /** Whole, but the hub went down before it was looked into. */
  async function finishIfWhole(club: string, id: string): Promise<'kept' | 'not-whole' | ApiError> {
    const { store } = serverOf(club);
    const upload = await store.getUpload(id).catch(() => null);
    if (upload === null || upload.size === undefined || upload.offset !== upload.size) return 'not-whole';
    return (await finish(club, store, upload)) ?? 'kept';
  }

  return {
    async answer(request, club, upload) {
      // A body sent along with the creation would be looked into before anybody knows where to go on.
      if (upload === null && request.headers.has('content-type')) throw new ApiError(400, 'bad-request');
      if (upload !== null && !isUploadName(upload)) throw new ApiError(404, 'upload-gone');
      // The store makes it too, without saying when.
      await mkdir(path.join(root, club), { recursive: true });
      if (upload !== null && request.method === 'HEAD') {
        const state = await turn(upload, () => finishIfWhole(club, upload));
        if (state instanceof ApiError) throw state;
        if (state === 'kept') throw new ApiError(409, 'upload-known');
      }
      const handle = (): Promise<Response> => serverOf(club).server.handleWeb(request);
      // Created one after the other, or several would be promised the same room.
      const response = await (upload === null ? turn(CREATION, handle) : handle());
      const headers = new Headers(response.headers);
      headers.delete('access-control-expose-headers');
      if (response.status >= 400) headers.set('content-type', 'application/json');
      return new Response(response.body, { status: response.status, headers });
    },
    async sweep() {
      for (const club of await clubsHere()) {
        const { server, store } = serverOf(club);
        const names = await readdir(store.directory);
        for (const name of names.filter(isUploadName)) {
          if (names.includes(`${name}.json`))
            await turn(name, async () => {
              if (await isUnused(path.join(store.directory, name))) await forget(store, name);
              else await finishIfWhole(club, name);
            });
          else await removeOld(path.join(store.directory, name));
        }
        await server.cleanUpExpiredUploads();
      }
    },
  };
}

/** A file whose description was never written, or is gone: nobody can go on with it. */
async function removeOld(file: string): Promise<void> {
  if (Date.now() - (await stat(file)).mtimeMs > ABANDONED_MS) await rm(file, { force: true });
}

async function isUnused(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.size === 0 && Date.now() - found.mtimeMs > UNUSED_MS;
}
