/** The hub's releases, as this window knows them, and what a person may ask for. Everything rejects with `HubProblem`. */
import { signal, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { JournalSchema, type JournalView } from '../../../../core/release/journal-entry.ts';
import { PackPlanSchema, type PackPlan } from '../../../../core/release/pack-plan.ts';
import {
  NewPreviewLinkSchema,
  PreviewLinksSchema,
  type PreviewLink,
} from '../../../../core/release/preview-link.ts';
import {
  ReleaseListSchema,
  ReleaseViewSchema,
  type ReleaseView,
} from '../../../../core/release/release-view.ts';
import { askHub } from '../hub/hub-client.ts';
import { hubDrafts } from '../hub/hub-drafts.ts';

const KnownSchema = v.strictObject({
  /** When the hub was asked, on this machine's clock. */
  askedMs: v.number(),
  /** The hub's clock minus this machine's. */
  aheadMs: v.number(),
  releases: v.array(ReleaseViewSchema),
  /** ETag of the hub's draft, by issue. */
  drafts: v.record(v.string(), v.string()),
});
export type KnownReleases = v.InferOutput<typeof KnownSchema>;

/** What was known last is shown, with its time, where the hub cannot be asked. */
const KEY = 'same-page.releases';

function readKept(): KnownReleases | null {
  try {
    const parsed = v.safeParse(KnownSchema, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const current = signal<KnownReleases | null>(typeof localStorage === 'undefined' ? null : readKept());
export const knownReleases: ReadonlySignal<KnownReleases | null> = current;

function know(next: KnownReleases): void {
  current.value = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch (error) {
    // A help for the next time without a network; nothing waits for it.
    console.warn(error);
  }
}

export async function refreshReleases(): Promise<void> {
  const [{ now, releases }, drafts] = await Promise.all([
    askHub('GET', '/releases', ReleaseListSchema),
    hubDrafts.list(),
  ]);
  const askedMs = Date.now();
  const tags = Object.fromEntries(drafts.map(({ id, etag }) => [id, etag]));
  know({ askedMs, aheadMs: Date.parse(now) - askedMs, releases, drafts: tags });
}

/** Signed out: what others may see is not left lying here. */
export function forgetReleases(): void {
  current.value = null;
  try {
    localStorage.removeItem(KEY);
  } catch (error) {
    console.warn(error);
  }
}

async function changed(asked: Promise<v.InferOutput<typeof ReleaseListSchema>>): Promise<void> {
  const { releases: own } = await asked;
  const before = current.peek();
  const issues = new Set(own.map(({ issue }) => issue));
  const others = (before?.releases ?? []).filter(({ issue }) => !issues.has(issue));
  if (before) know({ ...before, releases: [...others, ...own] });
  await refreshReleases();
}

/** @param at RFC 3339, or `now`. @param draft The ETag of what the person sees. */
export const planRelease = (issue: string, at: string, draft: string): Promise<void> =>
  changed(askHub('PUT', `/releases/${issue}/plan`, ReleaseListSchema, { body: { at, draft } }));

export const cancelRelease = (issue: string): Promise<void> =>
  changed(askHub('DELETE', `/releases/${issue}/plan`, ReleaseListSchema));

export const withdrawRelease = (issue: string, reason: string): Promise<void> =>
  changed(askHub('POST', `/releases/${issue}/withdrawal`, ReleaseListSchema, { body: { reason } }));

export const readJournal = (): Promise<JournalView> => askHub('GET', '/journal', JournalSchema);

export const readLinks = async (issue: string): Promise<readonly PreviewLink[]> =>
  (await askHub('GET', `/previews/${issue}`, PreviewLinksSchema)).links;

/** @returns The address to hand on. What opens it stands after the `#`, which no server is told. */
export async function makeLink(issue: string, days: number): Promise<string> {
  const { token } = await askHub('POST', `/previews/${issue}`, NewPreviewLinkSchema, { body: { days } });
  return `${location.origin}/studio/look#${token}`;
}

export const revokeLink = (issue: string, link: string): Promise<null> =>
  askHub('DELETE', `/previews/${issue}/${link}`, v.null());

export const readPackPlan = (issues: readonly string[]): Promise<PackPlan> =>
  askHub('GET', `/packs${issuesQuery(issues)}`, PackPlanSchema);

export const issuesQuery = (issues: readonly string[]): string =>
  issues.length === 0 ? '' : `?issues=${issues.join(',')}`;

export const viewOf = (known: KnownReleases | null, issue: string): ReleaseView | undefined =>
  known?.releases.find((one) => one.issue === issue);

/** The hub's clock. */
export const hubNowMs = (known: KnownReleases | null): number => Date.now() + (known?.aheadMs ?? 0);
