/** The two ways ffmpeg is used here: run to the end, or fed raw frames. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `args` may be grouped in lists; they are flattened. */
function start(args, stdin) {
  const child = spawn(
    'nice',
    ['-n', '10', 'ffmpeg', '-hide_banner', '-loglevel', 'error', '-y', ...args.flat()],
    {
      stdio: [stdin, 'pipe', 'pipe'],
    },
  );
  let complaint = '';
  child.stderr.on('data', (data) => (complaint += data));
  const output = [];
  child.stdout.on('data', (data) => output.push(data));
  const done = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(output)) : reject(new Error(`ffmpeg: ${complaint.trim()}`)),
    );
  });
  return { child, done };
}

/** Runs ffmpeg and returns what it wrote to standard output. */
export function ffmpeg(args, input) {
  const { child, done } = start(args, input === undefined ? 'ignore' : 'pipe');
  if (input !== undefined) child.stdin.end(input);
  return done;
}

/** Runs ffmpeg on frames that come one by one from `frames`. */
export async function ffmpegFrames(args, frames) {
  const { child, done } = start(args, 'pipe');
  child.stdin.on('error', () => {});
  for (const frame of frames) {
    if (!child.stdin.write(frame)) await Promise.race([once(child.stdin, 'drain'), done]);
  }
  child.stdin.end();
  await done;
}
