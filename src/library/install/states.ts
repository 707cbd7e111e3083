/** What a page is told about each month, from what is written down. */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import type { InstalledRecord, InstallRecord } from '../../storage/schema.ts';
import type { InstallFault, IssueState, WaitReason } from '../library.ts';

export interface Known {
  readonly catalogue: Catalogue | null;
  readonly installed: readonly InstalledRecord[];
  readonly installs: readonly InstallRecord[];
  readonly isMetered: boolean;
  readonly current: { readonly issue: string; readonly waitingFor: WaitReason | null } | null;
  /** What comes from a pack or folder just now. */
  readonly imported: string | null;
  /** Imports whose pages have the pack or folder in their hands: what was begun from one of them goes on. */
  readonly openImports: ReadonlySet<string>;
  readonly amounts: ReadonlyMap<string, { readonly doneBytes: number; readonly totalBytes: number }>;
}

export function statesOf(known: Known): Map<string, IssueState> {
  const states = new Map<string, IssueState>();
  for (const { id, sizeBytes } of known.catalogue?.issues ?? []) {
    states.set(id, { state: 'not-here', sizeBytes });
  }
  for (const install of known.installs) states.set(install.issue, stateOfInstall(install, known));
  // Whole stays whole while a revision is fetched: the transfer says what moves.
  for (const record of known.installed) states.set(record.issue, stateOfInstalled(record, known));
  return states;
}

function stateOfInstalled(record: InstalledRecord, { catalogue }: Known): IssueState {
  const { sizeBytes, installedMs, verifiedMs, missing } = record;
  if (missing.length > 0) return { state: 'damaged', missing: missing.length, sizeBytes };
  const offered = catalogue?.issues.find(({ id }) => id === record.issue);
  const revisionWaiting = offered !== undefined && offered.manifest.sha256 !== record.manifest.sha256;
  return { state: 'stored', installedMs, verifiedMs, sizeBytes, revisionWaiting };
}

function stateOfInstall(install: InstallRecord, known: Known): IssueState {
  const amount = known.amounts.get(install.issue);
  const sizes = {
    doneBytes: amount?.doneBytes ?? 0,
    sizeBytes: amount?.totalBytes ?? install.summary.sizeBytes,
  };
  if (known.imported === install.issue) return { state: 'running', ...sizes };
  if (install.state === 'failed') return { state: 'failed', fault: faultOf(install.fault), ...sizes };
  if (install.isCarried && isInHand(install, known.openImports)) return { state: 'queued', ...sizes };
  if (install.isCarried) return { state: 'paused', ...sizes, isCutOff: true };
  if (install.state === 'paused') return { state: 'paused', ...sizes };
  if (known.current?.issue === install.issue) {
    const { waitingFor } = known.current;
    return waitingFor === null
      ? { state: 'running', ...sizes }
      : { state: 'waiting', ...sizes, reason: waitingFor };
  }
  if (isHeldBack(install, known.isMetered)) return { state: 'waiting', ...sizes, reason: 'metered' };
  return { state: 'queued', ...sizes };
}

/** The page that has this month's pack or folder lives. */
export function isInHand({ carriedBy }: InstallRecord, openImports: ReadonlySet<string>): boolean {
  return carriedBy !== undefined && openImports.has(carriedBy);
}

/** The connection costs money and nobody has said yes. */
export function isHeldBack(install: Pick<InstallRecord, 'mayCost'>, isMetered: boolean): boolean {
  return isMetered && !install.mayCost;
}

const FAULTS: readonly InstallFault[] = [
  'full',
  'not-found',
  'not-verified',
  'unreadable',
  'refused',
  'interrupted',
];
function faultOf(fault: string | undefined): InstallFault {
  return FAULTS.find((known) => known === fault) ?? 'interrupted';
}
