import { describe, expect, it } from 'vitest';
import type { CommandIo, HubCommand } from './command.ts';
import { readConfig } from './config.ts';
import { runHubCommand } from './hub-command.ts';
import { HubError } from './hub-error.ts';

const config = readConfig({});

function recorder(): CommandIo & { readonly lines: string[]; readonly errors: string[] } {
  const lines: string[] = [];
  const errors: string[] = [];
  return { lines, errors, cwd: '/', out: (line) => lines.push(line), err: (line) => errors.push(line) };
}

const greet: HubCommand = {
  verb: 'greet',
  help: '  npm run hub -- greet <名字>    问好 greet',
  async run([name], _config, io) {
    if (name === undefined) return null;
    if (name === 'nobody') throw new HubError('no-such-folder', { folder: name });
    io.out(`你好，${name}`);
    return 0;
  },
};
const run = (args: readonly string[], io: CommandIo) => runHubCommand(args, config, io, [greet]);

describe('npm run hub', () => {
  it('runs the verb with what follows it', async () => {
    const io = recorder();
    expect(await run(['greet', '手语老师'], io)).toBe(0);
    expect(io.lines).toEqual(['你好，手语老师']);
  });

  it('shows what there is when asked, and when it does not understand', async () => {
    const asked = recorder();
    expect(await run(['--help'], asked)).toBe(0);
    expect(asked.lines.join('\n')).toContain('greet <名字>');
    for (const args of [[], ['great'], ['greet']]) {
      const io = recorder();
      expect(await run(args, io)).toBe(2);
      expect(io.errors.join('\n')).toContain('greet <名字>');
    }
  });

  it('says what went wrong as a sentence', async () => {
    const io = recorder();
    expect(await run(['greet', 'nobody'], io)).toBe(1);
    expect(io.errors.join('\n')).toMatch(/请检查路径/u);
  });
});
