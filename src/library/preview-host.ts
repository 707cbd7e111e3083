/**
 * Between a window that shows a draft and the preview it frames. Both are pages of ours on one origin, so the frame asks its parent
 * for a bookcase and keeps nothing itself (storage/is-preview.ts).
 */
import type { SentenceId } from '../core/reading/model.ts';
import type { Settings } from '../storage/settings.ts';
import type { Bookcase } from './bookcase.ts';

/** One rule of axe that the page shown breaks, with where. */
export interface ExaminedRule {
  readonly rule: string;
  readonly impact: string;
  /** In English, from axe itself: for whoever mends the program. */
  readonly help: string;
  /** At most a handful; `text` is what stands there, `sentence` the one it stands in, for finding it. */
  readonly places: readonly {
    readonly selector: string;
    readonly text: string;
    readonly sentence?: SentenceId | undefined;
  }[];
}

/** What a preview does for its host, once it is there. */
export interface PreviewClient {
  show(settings: Partial<Settings>): void;
  /** An address of the member's app, e.g. `/read/2026-12-silent-world/morning`. */
  go(path: string): void;
  /** axe over the page as it is now. */
  examine(): Promise<readonly ExaminedRule[]>;
}

export interface PreviewHost {
  readonly bookcase: Bookcase;
  /** To begin with; club and preset are chosen, so that nobody is asked. */
  readonly settings: Partial<Settings>;
  /** Returns what says that the preview has gone. */
  connect(client: PreviewClient): () => void;
}

declare global {
  interface Window {
    samePagePreviews?: Map<string, PreviewHost>;
  }
}

let count = 0;

/** Offers a preview; `base` is its frame's address. `close` when the frame has gone. */
export function offerPreview(host: PreviewHost): { readonly base: string; readonly close: () => void } {
  const previews = (window.samePagePreviews ??= new Map<string, PreviewHost>());
  count += 1;
  const base = `/preview/frame-${Date.now().toString(36)}${count}`;
  previews.set(base, host);
  return { base, close: () => void previews.delete(base) };
}

/** Null where this window is not framed by whoever offered it: opened by itself, or its host has closed. */
export function hostOf(base: string): PreviewHost | null {
  try {
    if (window.parent === window) return null;
    return window.parent.samePagePreviews?.get(base) ?? null;
  } catch {
    // Framed by another origin, which the policy forbids and this does not rely on.
    return null;
  }
}
