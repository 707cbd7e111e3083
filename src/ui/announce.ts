import { signal } from '@preact/signals';

/** The last thing said, numbered, so that saying the same again is read out again. */
export const announcement = signal({ text: '', number: 0 });

/** Says something to people who hear the page. Never the only place it is said: the screen shows it too. */
export function announce(text: string): void {
  announcement.value = { text, number: announcement.value.number + 1 };
}
