import { expect, it, vi } from 'vitest';
import type { Bookcase } from './bookcase.ts';
import { openBookcase } from './open-bookcase.ts';

const piece = vi.hoisted(() => vi.fn<Bookcase['piece']>());
vi.mock('./shelf-bookcase.ts', () => ({ createShelfBookcase: () => ({ piece }) }));

it('a page gets once what was asked ahead of it, and only that piece', async () => {
  piece.mockImplementation(async (_issue, id) => Object.assign(Object.create(null), { id }));
  const bookcase = openBookcase();
  void bookcase.pieceAhead('2026-11-silent-world', 'morning');
  expect(await bookcase.piece('2026-11-silent-world', 'morning')).toMatchObject({ id: 'morning' });
  expect(piece).toHaveBeenCalledOnce();
  await bookcase.piece('2026-11-silent-world', 'morning');
  expect(piece).toHaveBeenCalledTimes(2);
  void bookcase.pieceAhead('2026-11-silent-world', 'evening');
  expect(await bookcase.piece('2026-11-silent-world', 'noon')).toMatchObject({ id: 'noon' });
  expect(piece).toHaveBeenCalledTimes(4);
});
