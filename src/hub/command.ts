/** What the command lines of the hub (`npm run issue`, `npm run hub`) are given, and how they end. */
import type { HubConfig } from './config.ts';

export interface CommandIo {
  out(line: string): void;
  err(line: string): void;
  /** Files and folders are named relative to this. */
  readonly cwd: string;
  /** Something to be typed that nobody should see. Null where nobody is there to type it. */
  askSecret?(question: string): Promise<string | null>;
}

/** 0: done. 1: refused, with the reasons said. 2: not understood. */
export type ExitCode = 0 | 1 | 2;

/** One verb of `npm run hub -- <verb> …`. */
export interface HubCommand {
  readonly verb: string;
  /** Its lines of the help, in Chinese and English, each indented by two spaces. */
  readonly help: string;
  /**
   * @returns Null where the arguments are not understood: then the help is shown.
   * @throws HubError which is shown as its sentence, with exit code 1.
   */
  run(args: readonly string[], config: HubConfig, io: CommandIo): Promise<ExitCode | null>;
}
