/**
 * Takes the time of making out of an MP4 (ISO/IEC 14496-12: `mvhd`, `tkhd`, `mdhd`). A repaired copy made today then has
 * the same hash as the one made yesterday, and an issue added again is the same issue.
 */
const containers = new Set(['moov', 'trak', 'mdia']);
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Changes `bytes` in place. Anything that is no box structure is left as it is. */
export function removeDates(bytes: Uint8Array<ArrayBuffer>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  visit(view, 0, view.byteLength);
}

function visit(view: DataView, from: number, to: number): void {
  for (let at = from; at + 16 <= to;) {
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    const short = view.getUint32(at);
    // A size of 1 is followed by 64 bits; of 0 means "to the end".
    const isLong = short === 1;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const content = at + (isLong ? 16 : 8);
    if (size < content - at || at + size > to) return;
    if (containers.has(type)) visit(view, content, at + size);
    // Version and flags, then creation and modification time, of 32 bits each or of 64 in version 1.
    if (dated.has(type)) {
      const length = view.getUint8(content) === 1 ? 16 : 8;
      for (let offset = 0; offset < length; offset += 4) view.setUint32(content + 4 + offset, 0);
    }
    at += size;
  }
}
