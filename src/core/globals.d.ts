// The web platform names that core may use. They exist in browsers, workers and Node alike; the DOM lib is
// kept out so that nothing here can reach for a document (design §6, rulings "Layers").
interface TextDecoderLike {
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare const TextDecoder: new (
  label?: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => TextDecoderLike;
declare const TextEncoder: new () => { encode(input?: string): Uint8Array<ArrayBuffer> };
declare const URL: new (
  url: string,
  base?: string,
) => { href: string; protocol: string; pathname: string; origin: string };
declare const crypto: {
  subtle: { digest(algorithm: 'SHA-256', data: ArrayBufferView | ArrayBuffer): Promise<ArrayBuffer> };
};
