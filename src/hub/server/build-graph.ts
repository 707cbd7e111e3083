/** Which files of the build a route needs, from vite's manifest: so that a browser can ask for them with the page. */
import * as v from 'valibot';

const ChunkSchema = v.object({
  file: v.string(),
  name: v.optional(v.string()),
  css: v.optional(v.array(v.string()), []),
  imports: v.optional(v.array(v.string()), []),
});
const BuildManifestSchema = v.record(v.string(), ChunkSchema);

export interface RouteFiles {
  /** What index.html asks for itself: largest first on the way, as everything else waits for it. */
  readonly first: readonly string[];
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * @param manifest The text of `.vite/manifest.json`.
 * @param wanted In the order they are to be asked for: ends of the source paths of the modules the route imports, e.g.
 * `/pieces/film/FilmPiece.tsx`, or names of the groups they lie in (app/build/chunk-groups.ts).
 * @returns `scripts` and `styles` are those beyond `first`; empty when the build knows no such module.
 */
export function routeFiles(manifest: string, wanted: readonly string[]): RouteFiles {
  const chunks = v.parse(BuildManifestSchema, JSON.parse(manifest));
  const initial = reach(
    chunks,
    Object.keys(chunks).filter((key) => key === 'index.html'),
  );
  const entries = wanted.flatMap((name) =>
    Object.keys(chunks).filter((key) => `/${key}`.endsWith(name) || chunks[key]?.name === name),
  );
  const needed = [...reach(chunks, entries)]
    .filter((key) => !initial.has(key))
    .flatMap((key) => chunks[key] ?? []);
  return {
    first: [...initial].flatMap((key) => chunks[key]?.file ?? []),
    scripts: [...new Set(needed.map((chunk) => chunk.file))],
    styles: [...new Set(needed.flatMap((chunk) => chunk.css))],
  };
}

function reach(chunks: v.InferOutput<typeof BuildManifestSchema>, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    chunks[key]?.imports.forEach(visit);
  };
  keys.forEach(visit);
  return seen;
}
