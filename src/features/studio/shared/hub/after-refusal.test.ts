import { describe, expect, it } from 'vitest';
import { afterRefusal } from './after-refusal.ts';

describe('an upload that was not taken', () => {
  it.each([
    ['a line that broke goes on where it was', 'offline', 0, true, 'go-on'],
    ['a line that broke before anything was begun', 'offline', 0, false, 'go-on'],
    ['a hub that stumbles', 'upload-failed', 500, true, 'go-on'],
    ['a part the browser sent twice', 'upload-offset', 409, true, 'go-on'],
    ['a part that is still being taken', 'failed', 423, true, 'go-on'],
    ['an address the hub has forgotten', 'failed', 404, true, 'anew'],
    ['an upload given up by the hub', 'failed', 410, true, 'anew'],
    ['one the hub has looked into meanwhile', 'failed', 409, true, 'anew'],
    ['a file the hub has', 'upload-known', 409, false, 'known'],
    ['a file that is not what it says', 'upload-wrong-type', 415, true, 'give-up'],
    ['a sign-in that has ended keeps the address', 'not-signed-in', 401, true, 'give-up'],
    ['a full disk', 'no-room', 503, false, 'give-up'],
  ] as const)('%s', (_what, code, status, isGoingOn, next) => {
    expect(afterRefusal({ code, status }, isGoingOn)).toBe(next);
  });
});
