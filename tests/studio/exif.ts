/** A photograph as a phone writes it: the place it was taken, and the camera held sideways. */
import { spawnSync } from 'node:child_process';

/** A JPEG made by ffmpeg, red in the stored upper left quarter, blue elsewhere. */
export function makeJpeg(width: number, height: number): Buffer {
  const filter = `color=blue:s=${width}x${height},drawbox=0:0:${width / 2}:${height / 2}:red:fill`;
  const run = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-f', 'lavfi', '-i', filter, '-frames:v', '1', '-f', 'mjpeg', '-q:v', '2', '-'],
    {
      maxBuffer: 50_000_000,
    },
  );
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return run.stdout;
}

/** The same file with EXIF: orientation 6 (to be turned a quarter to the right) and a GPS position, as TIFF 6.0 and EXIF 2.3 say. */
export function withPlace(jpeg: Buffer): Buffer {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const list = (entries: readonly Buffer[]): Buffer => {
    const count = Buffer.alloc(2);
    count.writeUInt16BE(entries.length);
    return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]);
  const make = Buffer.from('SHANGHAI PHONE\0');
  const main = (gpsAt: number, makeAt: number): Buffer =>
    list([entry(0x10f, 2, make.length, makeAt), entry(0x112, 3, 1, 6), entry(0x8825, 4, 1, gpsAt)]);
  const makeAt = 8 + main(0, 0).length;
  const gpsAt = makeAt + make.length + 1;
  const place = Buffer.alloc(24);
  [31, 1, 14, 1, 5023, 100].forEach((value, index) => place.writeUInt32BE(value, index * 4));
  const gps = (at: number): Buffer => list([entry(1, 2, 2, 0x4e00_0000), entry(2, 5, 3, at)]);
  const placeAt = gpsAt + gps(0).length;
  const tiff = Buffer.concat([header, main(gpsAt, makeAt), make, Buffer.alloc(1), gps(placeAt), place]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), size, body, jpeg.subarray(2)]);
}
