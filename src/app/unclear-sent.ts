/** Which sentences marked 看不懂 the hub has been told of. */
import * as v from 'valibot';
import { isPreview } from '../storage/is-preview.ts';

const KEY = 'same-page.unclear-sent';

const SentSchema = v.object({
  /** `issue/piece/sentence`. */
  sent: v.array(v.string()),
  /** Nobody there to tell until then; milliseconds since 1970. */
  quietUntilMs: v.number(),
});
type Sent = v.InferOutput<typeof SentSchema>;

export function readUnclearSent(): Sent {
  try {
    return v.parse(SentSchema, JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return { sent: [], quietUntilMs: 0 };
  }
}

export function writeUnclearSent(sent: Sent): void {
  if (isPreview) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(sent));
  } catch {
    // Then a sentence may be counted twice.
  }
}
