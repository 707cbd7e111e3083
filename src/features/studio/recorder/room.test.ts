import { describe, expect, it } from 'vitest';
import { minutesOf, roomKind } from './room.ts';

const MB = 1e6;

describe('room for a recording', () => {
  it('is said before recording begins: none, little, enough, or that the browser does not say', () => {
    expect(roomKind(60 * MB, 'sign')).toBe('none');
    expect(roomKind(200 * MB, 'sign')).toBe('little');
    expect(roomKind(2000 * MB, 'sign')).toBe('enough');
    expect(roomKind(null, 'sign')).toBe('unknown');
  });

  it('keeps some free for what is typed', () => {
    expect(minutesOf(50 * MB, 'sign')).toBe(0);
    expect(roomKind(50 * MB, 'audio')).toBe('none');
  });

  it('counts the film that is made of the recording too; sound needs less', () => {
    expect(minutesOf(550 * MB, 'sign')).toBe(10);
    expect(minutesOf(550 * MB, 'audio')).toBe(125);
  });
});
