/** The hub's command line as a process of its own, to be killed; and months for it to publish. */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workshop } from '../../src/hub/fixture.ts';
import type { OpenShelf } from '../../src/hub/open-shelf.ts';
import { addIssue } from '../../src/hub/publish/add-issue.ts';
import { readShelf } from '../../src/hub/shelf-state.ts';
import { verifyShelf } from '../../src/hub/store/shelf-files.ts';
import { issueId } from '../../src/hub/fixture.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface HubProcess {
  readonly ended: Promise<Ended>;
  kill(): void;
  /** SIGSTOP: it stands still in the middle of whatever it does, and knows nothing of it. */
  freeze(): void;
  thaw(): void;
}

type Environment = Readonly<Record<string, string>>;

/** `npm run issue -- …` of the build in `dist/`. */
export const issueProcess = (
  args: readonly string[],
  environment: Environment,
  preload?: string,
): HubProcess => startProcess('issue.js', args, environment, preload);

/** The hub itself. */
export const mainProcess = (environment: Environment, preload?: string): HubProcess =>
  startProcess('main.js', [], environment, preload);

function startProcess(
  program: string,
  args: readonly string[],
  environment: Environment,
  preload: string | undefined,
): HubProcess {
  const early = preload === undefined ? [] : ['--import', path.join(project, 'tests/hub', preload)];
  const child = spawn(process.execPath, [...early, path.join(project, 'dist/hub', program), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return {
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal, output }));
    }),
    kill: () => child.kill('SIGKILL'),
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
  };
}

/** The workshop's one issue, with this title. */
export async function titled(workshop: Workshop, title: string): Promise<string> {
  const folder = await workshop.makeIssue();
  await changeIssue(folder, { title });
  return folder;
}

export async function changeIssue(folder: string, change: Readonly<Record<string, string>>): Promise<void> {
  const file = path.join(folder, 'issue.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change }));
}

export async function release(folder: string, shelf: OpenShelf, now = new Date()): Promise<void> {
  const options = {
    allowPlaceholders: false,
    demandsReasons: false,
    writesIds: false,
    now,
    report: () => undefined,
  };
  const { published, notices } = await addIssue(folder, shelf, options);
  if (published === null) throw new Error(`not released: ${JSON.stringify(notices)}`);
}

/** What the shelf offers, read to the last byte. Throws where it is not whole. */
export async function offered(shelf: OpenShelf): Promise<{ title: string | undefined; sequence: number }> {
  await verifyShelf(shelf.store, [shelf.keys.publicKey]);
  const { publications, sequence } = await readShelf(shelf.store, shelf.keys.publicKey);
  const publication = publications.find(({ metadata }) => metadata.samePage.id === issueId);
  return { title: publication?.metadata.title, sequence };
}
