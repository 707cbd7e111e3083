/**
 * For tests, `vi.mock('node:fs/promises', killableDisk)`: a disk under a process that dies, or a disk that is full, at the step that is asked
 * for. Nothing after it happens, not even cleaning up; a write that dies has put down half.
 */
import type * as Disk from 'node:fs/promises';

export const disk = {
  /** So many more are taken. */
  steps: Infinity,
  /** Of the error then. */
  code: 'killed',
};

function step(): void {
  disk.steps -= 1;
  if (disk.steps < 0) throw Object.assign(new Error(disk.code), { code: disk.code });
}

function stepping<A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    step();
    return work(...args);
  };
}

export async function killableDisk(original: <T>() => Promise<T>): Promise<object> {
  const real = await original<typeof Disk>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      step();
      const handle = await real.open(...args);
      const { writeFile: write, sync } = handle;
      handle.writeFile = async (...content) => {
        // Half of it is on the disk.
        if (disk.steps === 0) await write.call(handle, String(content[0]).slice(0, 20));
        step();
        return write.apply(handle, content);
      };
      handle.sync = stepping(() => sync.call(handle));
      return handle;
    },
    rename: stepping(real.rename),
    rm: stepping(real.rm),
    link: stepping(real.link),
  };
}
