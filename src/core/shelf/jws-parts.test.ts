import { assert, property, string, uint8Array } from 'fast-check';
import { base64url } from 'jose';
import { describe, expect, it } from 'vitest';
import { closeJws, openJws } from './jws-parts.ts';

describe('a JWS with its payload open', () => {
  it('comes back character for character', () => {
    assert(
      property(string({ unit: 'binary' }), uint8Array(), (payload, signature) => {
        const jws = `eyJhbGciOiJFUzI1NiJ9.${base64url.encode(payload.toWellFormed())}.${base64url.encode(signature)}`;
        const open = openJws(jws);
        expect(open && closeJws(open)).toBe(jws);
      }),
    );
  });

  it.each([
    ['no JWS', 'catalogue'],
    ['a part too many', 'a.YQ.b.c'],
    ['a payload that is no UTF-8', `a.${base64url.encode(new Uint8Array([0xff]))}.b`],
    ['a payload with a byte order mark, which a decoder takes away', `a.${base64url.encode('\uFEFFa')}.b`],
    ['another spelling of the same bytes', 'a.YR.b'],
  ])('is left whole: %s', (_what, text) => {
    expect(openJws(text)).toBeNull();
  });
});
