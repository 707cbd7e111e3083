/** Debian's nginx as it comes (its workers, `sendfile`, `tcp_nopush`) over one folder, on a port of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../../support/hub-setup.ts';
import { waitFor } from '../../support/wait-for.ts';

const program = '/usr/sbin/nginx';
export const hasNginx = existsSync(program) && spawnSync(program, ['-v']).status === 0;
if (!hasNginx)
  console.warn('SKIPPED: nothing is compared with nginx, which is not installed (Debian: nginx-light)');

export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param work A folder for its own files. @param root What it serves under `/shelf/`. */
export async function startNginx(work: string, root: string): Promise<Nginx> {
  const port = await freePort();
  const folder = path.join(work, 'nginx');
  await mkdir(folder, { recursive: true });
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const temporary = kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  const config = path.join(folder, 'nginx.conf');
  await writeFile(
    config,
    `daemon off; user root; worker_processes auto; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 768; }
     http { ${temporary} access_log off; sendfile on; tcp_nopush on; default_type application/octet-stream;
       server { listen 127.0.0.1:${port}; location /shelf/ { alias ${root}/; } } }`,
  );
  const child = spawn(program, ['-c', config, '-e', `${folder}/error.log`], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await waitFor('nginx', () =>
    fetch(url).then(
      () => true,
      () => false,
    ),
  );
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      await ended;
    },
  };
}
