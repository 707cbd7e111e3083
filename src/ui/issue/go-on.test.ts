import { describe, expect, it } from 'vitest';
import { whereToGoOn } from './go-on.ts';
import { isOut } from './piece-info.ts';

const pieces = [{ id: 'morning' }, { id: 'film' }, { id: 'poem' }];
const place = (piece: string, finished = false) => ({ piece, index: 3, total: 24, finished });

describe('the big button', () => {
  it('begins with the first piece', () => {
    expect(whereToGoOn(pieces, [])).toEqual({ how: 'start', piece: { id: 'morning' }, place: null });
  });

  it('goes on where the reader was last', () => {
    expect(whereToGoOn(pieces, [place('film'), place('morning')])).toMatchObject({
      how: 'on',
      piece: { id: 'film' },
    });
  });

  it('passes over what is finished, first to what is begun, then to what is not', () => {
    expect(whereToGoOn(pieces, [place('film', true), place('poem')])).toMatchObject({
      how: 'on',
      piece: { id: 'poem' },
    });
    expect(whereToGoOn(pieces, [place('morning', true)])).toMatchObject({
      how: 'start',
      piece: { id: 'film' },
    });
  });

  it('offers the whole again when everything is finished', () => {
    const done = pieces.map(({ id }) => place(id, true));
    expect(whereToGoOn(pieces, done)).toEqual({ how: 'again', piece: { id: 'morning' }, place: null });
  });

  it('ignores places in pieces that are no longer there and has nowhere to go in an empty issue', () => {
    expect(whereToGoOn(pieces, [place('gone')])?.how).toBe('start');
    expect(whereToGoOn([], [place('gone')])).toBeNull();
  });
});

describe('a piece of the daily series', () => {
  it('is shown from its day on', () => {
    expect(isOut({ showFrom: '2026-11-25' }, '2026-11-24')).toBe(false);
    expect(isOut({ showFrom: '2026-11-25' }, '2026-11-25')).toBe(true);
    expect(isOut({}, '2026-11-24')).toBe(true);
  });
});
