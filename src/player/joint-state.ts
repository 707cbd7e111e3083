/** Whether two videos that belong together may run: the decision alone, from what both look like at this moment. */
import type { Waiting } from './sentence-player.ts';

/** One of the two, as its element says. */
export interface StageLook {
  readonly seeking: boolean;
  /** `HTMLMediaElement.readyState`, 0…4. */
  readonly readyState: number;
  /** Seconds of data from the present time on. */
  readonly aheadSeconds: number;
  /** No more data will come after what is there. */
  readonly complete: boolean;
}

export interface JointLook {
  /** What the person asked for. */
  readonly playing: boolean;
  readonly running: boolean;
  readonly film: StageLook | null;
  /** Null where it takes no part: no sign track, failed, left out, not begun or already over. */
  readonly sign: StageLook | null;
}

export interface JointVerdict {
  readonly run: boolean;
  /** Whom both wait for; null when nobody or only because of a seek. */
  readonly waitFor: Waiting;
}

/** Started with less than this, a stream that just came back would stall again at once. */
const enoughAheadSeconds = 0.4;

export function judge({ playing, running, film, sign }: JointLook): JointVerdict {
  if (!playing) return { run: false, waitFor: null };
  const missing = { film: film && lacksData(film, running), sign: sign && lacksData(sign, running) };
  const seeking = film?.seeking || sign?.seeking;
  const run = !missing.film && !missing.sign && !seeking && (film !== null || sign !== null);
  return { run, waitFor: run ? null : whomFor(missing, film ?? sign) };
}

function lacksData(stage: StageLook, running: boolean): boolean {
  // A paused WebKitGTK says 2 after a seek and means it until it plays: with everything here there is nothing to wait for.
  if (stage.readyState < 3) return stage.readyState < 2 || !stage.complete;
  return !running && stage.readyState < 4 && !stage.complete && stage.aheadSeconds < enoughAheadSeconds;
}

function whomFor(
  missing: { readonly film: boolean | null; readonly sign: boolean | null },
  first: StageLook | null,
): Waiting {
  if (first !== null && first.readyState < 1) return 'loading';
  // The film first: without it there is nothing the signing could accompany.
  if (missing.film) return 'film';
  return missing.sign ? 'sign' : null;
}
