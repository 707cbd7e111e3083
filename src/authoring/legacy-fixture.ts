/** Text in the encodings of older Chinese programs, for tests: engines only read them, so the tables are read backwards. */
export function encodeLegacy(
  text: string,
  encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be',
): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index += 1)
      view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
    return bytes;
  }
  const pairs = pairsOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char < '\u0080') return [char.charCodeAt(0)];
      const pair = pairs.get(char);
      if (pair === undefined) throw new Error(`${char} is not in ${encoding}`);
      return pair;
    }),
  );
}

function pairsOf(encoding: 'gb18030' | 'big5'): Map<string, [number, number]> {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\uFFFD' && !pairs.has(char)) pairs.set(char, [lead, trail]);
    }
  }
  return pairs;
}
