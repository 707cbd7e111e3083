/** Looked at from outside: functions that run in a page and need nothing of this file. JSON in and out. */

export interface LibraryRecords {
  readonly installed: readonly {
    readonly issue: string;
    readonly manifest: { readonly sha256: string };
    readonly missing: readonly string[];
    readonly blobs: readonly string[];
    readonly installedMs: number;
  }[];
  readonly installs: readonly { readonly issue: string; readonly state: string; readonly fault?: string }[];
  readonly blobs: readonly {
    readonly sha256: string;
    readonly size: number;
    readonly type: string;
    readonly verifiedChunks: number;
    readonly sealedMs: number | null;
  }[];
  readonly shelf: readonly { readonly url: string; readonly sequence: number }[];
}

/** What the journal says, or null while there is none. Never makes the database, nor holds it open. */
export async function readLibrary(): Promise<LibraryRecords | null> {
  const database = await new Promise<IDBDatabase | null>((resolve) => {
    const opening = indexedDB.open('same-page');
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => resolve(null));
  });
  if (database === null) return null;
  try {
    const names = ['installed', 'installs', 'blobs', 'shelf'] as const;
    const reading = database.transaction(names);
    const all = (name: string): Promise<readonly unknown[]> =>
      new Promise((resolve, reject) => {
        const asked = reading.objectStore(name).getAll();
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(new Error(String(asked.error))));
      });
    const [installed, installs, blobs, shelf] = await Promise.all(names.map(all));
    return { installed, installs, blobs, shelf } as unknown as LibraryRecords;
  } catch {
    return null;
  } finally {
    database.close();
  }
}

/** How many workers of all windows install, and how many wait to follow. */
export async function installers(): Promise<{ readonly held: number; readonly pending: number }> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const of = (locks: readonly LockInfo[]): number =>
    locks.filter(({ name }) => name === 'same-page-install').length;
  return { held: of(held), pending: of(pending) };
}

/** The page's own list of the months that are here. */
export const pageCensus = (): string => localStorage.getItem('same-page.census') ?? '';

export function wipeDatabase(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const wiping = indexedDB.deleteDatabase('same-page');
    wiping.addEventListener('success', () => resolve(true));
    wiping.addEventListener('error', () => reject(new Error('not wiped')));
  });
}

/** The journal no longer knows any video; the files are as they were. */
export function forgetVideos(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('same-page');
    opening.addEventListener('error', () => reject(new Error('not opened')));
    opening.addEventListener('success', () => {
      const change = opening.result.transaction('blobs', 'readwrite');
      const asked = change.objectStore('blobs').getAll();
      asked.addEventListener('success', () => {
        for (const record of asked.result)
          if (record.type === 'video/mp4') change.objectStore('blobs').delete(record.sha256);
      });
      change.addEventListener('complete', () => {
        opening.result.close();
        resolve(true);
      });
    });
  });
}

/** One record of each kind is not what it was. `installed` is the month's own, in which nothing but its key is left. */
export function spoilRecords(issue: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('same-page');
    opening.addEventListener('error', () => reject(new Error('not opened')));
    opening.addEventListener('success', () => {
      const change = opening.result.transaction(
        ['installed', 'installs', 'blobs', 'libraryMeta'],
        'readwrite',
      );
      change.objectStore('installed').put({ issue });
      change.objectStore('installs').put({ issue: '2020-01-silent-world', state: 7 });
      change.objectStore('libraryMeta').put({ name: 'declined', issues: 7 });
      const asked = change.objectStore('blobs').getAll();
      asked.addEventListener('success', () => {
        for (const { sha256 } of asked.result) change.objectStore('blobs').put({ sha256, size: 'many' });
      });
      change.addEventListener('complete', () => {
        opening.result.close();
        resolve(true);
      });
    });
  });
}

/** A sealed file gone from the disk, without a word to the journal. */
export async function loseFile(sha256: string): Promise<boolean> {
  const media = await (await navigator.storage.getDirectory()).getDirectoryHandle('media');
  await media.removeEntry(sha256);
  return true;
}

/** One bit of a sealed file turned over on the disk. */
export async function rotFile(sha256: string, at: number): Promise<boolean> {
  const media = await (await navigator.storage.getDirectory()).getDirectoryHandle('media');
  const handle = await media.getFileHandle(sha256);
  const byte = new Uint8Array(await (await handle.getFile()).slice(at, at + 1).arrayBuffer());
  const writing = await handle.createWritable({ keepExistingData: true });
  await writing.write({ type: 'write', position: at, data: byte.map((bits) => bits ^ 1) });
  await writing.close();
  return true;
}

/** Stored files that are not what their name says. */
export async function wrongMedia(
  blobs: readonly { readonly sha256: string; readonly size: number; readonly type: string }[],
): Promise<readonly { readonly sha256: string; readonly status: number }[]> {
  const wrong = [];
  for (const { sha256, size, type } of blobs) {
    const answer = await fetch(`/media/${sha256}?type=${encodeURIComponent(type)}`);
    const bytes = await answer.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const name = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!answer.ok || name !== sha256 || bytes.byteLength !== size)
      wrong.push({ sha256, status: answer.status });
  }
  return wrong;
}

export const hasServiceWorker = async (): Promise<boolean> =>
  (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';

/** In the page's field for searching, as if typed. False while there is none. */
export function typeWords(words: string): boolean {
  const field = document.querySelector('input[type="search"], input[type="text"]');
  if (!(field instanceof HTMLInputElement)) return false;
  field.value = words;
  return field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export const pageText = (): string => document.body.innerText;

export function count(selector: string): number {
  return document.querySelectorAll(selector).length;
}

/** Marks the control called `name`, else the first whose name begins so, to be clicked. */
export function mark(name: string): boolean {
  for (const marked of document.querySelectorAll('[data-click]')) marked.removeAttribute('data-click');
  const controls = [...document.querySelectorAll<HTMLElement>('button, a[href], [role=radio], label')];
  const nameOf = (element: HTMLElement): string =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  const seen = controls.filter((element) => element.checkVisibility() && element.offsetWidth > 0);
  const found =
    seen.find((element) => nameOf(element) === name) ??
    seen.find((element) => nameOf(element).startsWith(name));
  found?.setAttribute('data-click', '');
  return found !== undefined;
}

export function pressSelector(selector: string, number = 1): boolean {
  const element = document.querySelectorAll<HTMLElement>(selector)[number - 1];
  element?.click();
  return element !== undefined;
}

/** Brightness along the strip of the stand-in on screen; null while no frame is there. */
export function stripLuma(): readonly number[] | null {
  const video = [...document.querySelectorAll('video')].find((one) => one.muted);
  if (!video || video.readyState < 2) return null;
  const canvas = document.createElement('canvas');
  canvas.width = 720;
  canvas.height = 24;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(video, 0, 0, video.videoWidth, (24 * video.videoWidth) / 720, 0, 0, 720, 24);
  const { data } = context.getImageData(0, 12, 720, 1);
  return Array.from({ length: 720 }, (_, x) => data[x * 4 + 1] ?? 0);
}

export interface Medium {
  readonly kind: string;
  readonly src: string;
  readonly muted: boolean;
  readonly time: number;
  readonly duration: number;
  readonly ready: number;
  readonly paused: boolean;
  readonly error: string | null;
}

export function mediaNow(): readonly Medium[] {
  return [...document.querySelectorAll<HTMLMediaElement>('video, audio')].map((element) => ({
    kind: element.localName,
    src: element.currentSrc.replace(location.origin, ''),
    muted: element.muted,
    time: element.currentTime,
    duration: Number.isFinite(element.duration) ? element.duration : 0,
    ready: element.readyState,
    paused: element.paused,
    error: element.error && `${element.error.code} ${element.error.message}`,
  }));
}

/** Every picture of the page scrolled to and waited for; those that did not come. */
export async function missingPictures(): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const picture of document.querySelectorAll('img')) {
    picture.scrollIntoView();
    for (let wait = 0; wait < 100 && !picture.complete; wait++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    if (picture.naturalWidth === 0) missing.push(picture.currentSrc || picture.src);
  }
  return missing;
}
