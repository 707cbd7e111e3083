/** For every unit test: a second, as testing-library gives a page to change, is nothing on a busy machine. */
import { beforeAll } from 'vitest';

beforeAll(async () => {
  if (typeof document === 'undefined') return;
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 15_000 });
});
