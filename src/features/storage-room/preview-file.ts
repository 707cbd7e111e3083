/** A month nobody has published yet, brought where packs are imported: it is looked at, never installed. */

const NAMED_SO = /\.(?:issue|draft|preview)\.zip$/iu;
/** Where the name of the first file in an archive stands. */
const HEAD_BYTES = 200;

/** By its name, or by what comes first in it where the name was changed on the way. A pack of ours is none, whatever it is called. */
export async function isPreviewFile(file: File): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head.includes('catalogue.jws')) return false;
  return head.startsWith('PK') && (NAMED_SO.test(file.name) || head.includes('draft.json'));
}
