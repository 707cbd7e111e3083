/** `AbortSignal.any` for one signal, which the floor (Chromium 111, Safari 16.4) does not have. */

interface Linked {
  /** Aborted with `outer`, or alone by `abort`. */
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
  /** No longer listens to `outer`, which may live much longer. */
  unlink(): void;
}

export function abortWith(outer: AbortSignal): Linked {
  const controller = new AbortController();
  const follow = (): void => controller.abort(outer.reason);
  outer.addEventListener('abort', follow, { once: true });
  if (outer.aborted) follow();
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    unlink: () => outer.removeEventListener('abort', follow),
  };
}
