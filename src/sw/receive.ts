/**
 * A pack shared to the installed app: `share_target` of the manifest posts it here as a form. The page this leads to
 * asks for it and gets it by message; a blob is handed over without being copied, however large the pack.
 */
declare const self: ServiceWorkerGlobalScope;

export const RECEIVE_PATH = '/storage/receive';
/** The page that asks (features/storage-room/received.ts). */
const PAGE = '/storage?received=';
/** As `params.files[0].name` in manifest.webmanifest. */
const FIELD = 'pack';
/** A page that has not asked by then has not opened. */
const PATIENCE_MS = 60_000;

let giveTo: ((client: Client) => void) | null = null;

export function receivePack(event: FetchEvent): void {
  const form = event.request.formData();
  // 303: what follows is a GET, so that a reload does not post again.
  const go = (page: string) => Response.redirect(new URL(page, self.location.origin).href, 303);
  event.respondWith(
    form.then(
      () => go(PAGE),
      () => go('/storage'),
    ),
  );
  event.waitUntil(handOver(form).catch((error: unknown) => console.warn(error)));
}

/** The page that was opened says that it listens. */
export function pageIsReady(source: ExtendableMessageEvent['source']): void {
  if (source instanceof Client) giveTo?.(source);
}

async function handOver(form: Promise<FormData>): Promise<void> {
  const asked = new Promise<Client | null>((resolve) => {
    giveTo = resolve;
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const [fields, client] = await Promise.all([form.then((data) => data.getAll(FIELD)), asked]);
  giveTo = null;
  const files = fields.filter((field) => field instanceof File);
  if (client !== null && files.length > 0) client.postMessage({ type: 'SHARED_PACK', files }, []);
}
