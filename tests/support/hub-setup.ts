/** Builds the app and hub when they are older than their sources and runs a real hub with the starter on a free port. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the running hub, no slash at the end. */
    hubUrl: string;
  }
}

/**
 * Below what the system gives to whoever asks for any port, and never twice by this process: between now and the moment it is
 * listened on, no outgoing connection and no other test of ours can have it.
 */
const PORTS = { first: 20_000, count: 12_000 };
const given = new Set<number>();

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    if (given.has(port) || !(await canListen(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error('no port');
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function waitUntilUp(url: string, exited: () => string | null): Promise<void> {
  for (let attempt = 0; attempt < 1800; attempt++) {
    const reason = exited();
    if (reason !== null) throw new Error(`The hub stopped while starting: ${reason}`);
    try {
      if ((await fetch(`${url}/healthz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The hub did not answer within three minutes');
}

export interface RunningHub {
  readonly url: string;
  readonly dataFolder: string;
  /** What it has printed so far. */
  output(): string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the built hub on its own data folder; the starter is published on first start, as for a user. `project` is
 * where `dist/hub` and `dist/app` lie, if not here.
 */
export async function startHub(
  options: {
    port?: number;
    dataFolder?: string;
    project?: string;
    environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<RunningHub> {
  const port = options.port ?? (await freePort());
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'same-page-test-')));
  const child = spawn(process.execPath, [join(options.project ?? '.', 'dist/hub/main.js')], {
    env: { ...process.env, ...options.environment, PORT: String(port), SAME_PAGE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const url = `http://localhost:${port}`;
  await waitUntilUp(url, () => (child.exitCode === null ? null : output));
  return {
    url,
    dataFolder,
    output: () => output,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export function buildAll(): void {
  const built = spawnSync(process.execPath, ['src/hub/run/start.mjs', '--build-only'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildAll();
  const hub = await startHub();
  project.provide('hubUrl', hub.url);
  return async () => {
    await hub.stop();
    await rm(hub.dataFolder, { recursive: true, force: true });
  };
}
