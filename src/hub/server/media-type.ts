/** Media types by extension, of exactly the files this server has. */
interface MediaType {
  readonly type: string;
  /** Worth compressing: text, not already compressed. */
  readonly isText: boolean;
}

const text = (type: string): MediaType => ({ type, isText: true });
const binary = (type: string): MediaType => ({ type, isText: false });

const types: Readonly<Record<string, MediaType>> = {
  html: text('text/html; charset=utf-8'),
  css: text('text/css; charset=utf-8'),
  js: text('text/javascript; charset=utf-8'),
  mjs: text('text/javascript; charset=utf-8'),
  json: text('application/json; charset=utf-8'),
  webmanifest: text('application/manifest+json; charset=utf-8'),
  jws: text('application/jose'),
  vtt: text('text/vtt; charset=utf-8'),
  svg: text('image/svg+xml'),
  txt: text('text/plain; charset=utf-8'),
  map: text('application/json; charset=utf-8'),
  wasm: text('application/wasm'),
  png: binary('image/png'),
  jpg: binary('image/jpeg'),
  jpeg: binary('image/jpeg'),
  webp: binary('image/webp'),
  gif: binary('image/gif'),
  ico: binary('image/x-icon'),
  woff2: binary('font/woff2'),
  mp4: binary('video/mp4'),
  webm: binary('video/webm'),
  m4a: binary('audio/mp4'),
  mp3: binary('audio/mpeg'),
  ogg: binary('audio/ogg'),
  opus: binary('audio/ogg'),
  wav: binary('audio/wav'),
  epub: binary('application/epub+zip'),
};

export function mediaTypeOf(path: string): MediaType {
  const extension = /\.([a-z0-9]+)$/u.exec(path)?.[1] ?? '';
  return types[extension] ?? binary('application/octet-stream');
}
