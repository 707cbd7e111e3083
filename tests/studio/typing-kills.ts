/**
 * SIGKILL while somebody types, on one profile. The ledger is outside: whenever the page says 已保存, what stands in the field then is
 * written down here. After the kill all of it must be there; what was typed later may be, and nothing else.
 */
import { openEngine, type Engine } from '../support/engines.ts';
import { seeded } from '../offline/seeded.ts';

const CHARACTERS = '老街的早晨，水龙头排着队。妈妈带我去给水站。';

export interface TypingKills {
  killOnce(): Promise<void>;
  /** Characters that were acknowledged over all kills. */
  acknowledged(): number;
  close(): Promise<void>;
}

interface Shown {
  readonly text: string;
  readonly isSaved: boolean;
}

const look = (engine: Engine): Promise<Shown> =>
  engine.run(() => ({
    text: document.querySelector('textarea')?.value ?? '',
    isSaved: document.querySelector('[data-state="saved"]') !== null,
  }));

export async function startTypingKills(hub: string, seed: number): Promise<TypingKills> {
  const engine = await openEngine('chromium');
  const random = seeded(seed);
  let typed = '';
  let ledger = '';
  /** Where the month lies, once it was made. */
  let month = '/studio';

  async function open(): Promise<void> {
    await engine.goto(hub + month);
    if (month === '/studio') await makeMonth();
    await waitFor(() => document.querySelector('textarea') !== null);
    const { text } = await look(engine);
    if (text.length < ledger.length || !typed.startsWith(text))
      throw new Error(
        `Seed ${seed}: ${ledger.length} characters were acknowledged, ${text.length} are there`,
      );
    [typed, ledger] = [text, text];
  }

  async function makeMonth(): Promise<void> {
    // The first that is offered, whatever today is.
    await waitFor(() => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => /新建 .*无声世界/u.test(textContent ?? ''));
      button?.click();
      return button !== undefined;
    });
    await waitFor(() => location.pathname !== '/studio');
    month = await engine.run(() => location.pathname);
  }

  async function waitFor(isThere: () => boolean): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (await engine.run(isThere)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The page did not open');
  }

  return {
    async killOnce() {
      await open();
      const keyboard = await engine.devTools();
      await engine.run(() => {
        const field = document.querySelector('textarea');
        field?.focus();
        field?.setSelectionRange(field.value.length, field.value.length);
      });
      const until = Date.now() + 300 + random() * 2500;
      while (Date.now() < until) {
        const text = CHARACTERS.slice(0, 1 + Math.floor(random() * 6));
        await keyboard.send('Input.insertText', { text });
        typed += text;
        const shown = await look(engine);
        if (shown.isSaved) ledger = shown.text;
        await new Promise((resolve) => setTimeout(resolve, random() * 200));
      }
      await engine.killAndReopen();
    },
    acknowledged: () => ledger.length,
    async close() {
      await open();
      await engine.close();
    },
  };
}
