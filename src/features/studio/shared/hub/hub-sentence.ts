/** What a refusal means and what to do, in the reader's language. */
import { translate } from '../../../../i18n/i18n.ts';
import type { MessageKey } from '../../../../i18n/namespaces.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { HubProblem } from './hub-client.ts';

type CodeOf<Key> = Key extends `errors.${infer Code}` ? Code : never;
type KnownCode = CodeOf<MessageKey<'studio-hub'>>;

/** Every code with a sentence `errors.<code>` in `studio-hub`. */
const known: ReadonlySet<string> = new Set([
  'offline',
  'no-hub',
  'failed',
  'bad-request',
  'too-large',
  'not-json',
  'cross-site',
  'no-such-address',
  'not-signed-in',
  'not-your-role',
  'not-your-club',
  'not-fresh',
  'busy',
  'store-away',
  'store-refuses',
  'disk-full',
  'too-many-tries',
  'link-gone',
  'name-taken',
  'no-club',
  'no-proposal',
  'wrong-words',
  'passkey-refused',
  'passkey-unknown',
  'passkey-closed',
  'passkey-is-here',
  'passkey-wrong-place',
  'passkey-impossible',
  'last-keeper',
  'last-means',
  'no-such-person',
  'no-such-invitation',
  'no-such-sign-in',
  'no-such-means',
  'release-past',
  'release-far',
  'draft-missing',
  'draft-changed',
  'draft-behind',
  'release-files-missing',
  'release-running',
  'release-none',
  'not-published',
  'preview-gone',
  'pack-outdated',
  'pack-broken',
] satisfies KnownCode[]);

const isKnown = (code: string): code is KnownCode => known.has(code);

/** The namespace `studio-hub` must be loaded. What no sentence is known for is said as `failed`, never as a code. */
export function hubSentence(error: unknown): string {
  const code = error instanceof HubProblem && isKnown(error.code) ? error.code : 'failed';
  const values = error instanceof HubProblem ? error.values : {};
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(value) : value,
  ]);
  return translate('studio-hub')(`errors.${code}`, Object.fromEntries(shown));
}
