/** The text of every installed month, laid out for searching: one record a month, made once a revision. */
import { ReadingSchema, sentencesOf, textOf } from '../../core/reading/model.ts';
import { parseGlossary } from '../../core/shelf/glossary.ts';
import { parseStrict } from '../../core/shelf/json.ts';
import { parseManifest, type ParsedManifest } from '../../core/shelf/manifest.ts';
import type { InstalledRecord, SearchEntry } from '../../storage/schema.ts';
import type { Journal } from '../install/journal.ts';
import { isSoundSearch } from './laid-out.ts';
import { withoutTones } from './normalise.ts';

/** Raise it when entries are made in another way: they are then made again. */
const VERSION = 1;

/** By journal and issue, which installation was found laid out: all texts of ten years are read for that once, not a month. */
const found = new WeakMap<Journal, Map<string, string>>();

const installationOf = ({ manifest, installedMs }: InstalledRecord): string =>
  `${manifest.sha256} ${installedMs}`;

/** What is there already and current is left alone. */
export async function indexIssues(journal: Journal): Promise<void> {
  const installed = await journal.installed();
  const known = found.get(journal) ?? (await readIndexed(journal, installed));
  found.set(journal, known);
  for (const record of installed) {
    const { issue, manifest } = record;
    if (known.get(issue) === installationOf(record)) continue;
    const entries = await entriesOf(record, journal);
    if (!entries) continue;
    await journal.putSearch({ issue, manifest: manifest.sha256, version: VERSION, entries });
    known.set(issue, installationOf(record));
  }
}

async function readIndexed(
  journal: Journal,
  installed: readonly InstalledRecord[],
): Promise<Map<string, string>> {
  const made = new Map(
    (await journal.search()).filter(isSoundSearch).map((record) => [record.issue, record]),
  );
  const isCurrent = ({ issue, manifest }: InstalledRecord): boolean => {
    const record = made.get(issue);
    return record?.manifest === manifest.sha256 && record.version === VERSION;
  };
  return new Map(installed.filter(isCurrent).map((record) => [record.issue, installationOf(record)]));
}

/** Null while one of its texts is missing: it is made when the month is mended. */
async function entriesOf(
  { manifest, summary }: InstalledRecord,
  journal: Journal,
): Promise<readonly SearchEntry[] | null> {
  const read = async (sha256: string): Promise<string | null> => {
    const bytes = await journal.text(sha256);
    return bytes ? new TextDecoder().decode(bytes) : null;
  };
  const text = await read(manifest.sha256);
  if (text === null) return null;
  const parsed = parseManifest(text);
  const entries: SearchEntry[] = [];
  const none = { piece: null, pieceTitle: null, sentence: null, term: null };
  entries.push({ ...none, kind: 'title', text: summary.title });
  for (const { id: piece, title } of parsed.issue.pieces) {
    const file = parsed.pieces[piece];
    const reading = file ? await read(file.reading.sha256) : null;
    if (reading === null) return null;
    const place = { ...none, piece, pieceTitle: title };
    entries.push({ ...place, kind: 'title', text: title });
    for (const sentence of sentencesOf(parseStrict(ReadingSchema, reading, 'reading')))
      entries.push({ ...place, kind: 'sentence', sentence: sentence.id, text: textOf(sentence) });
  }
  const terms = await termEntries(parsed, read);
  return terms && [...entries, ...terms];
}

async function termEntries(
  { glossary, issue }: ParsedManifest,
  read: (sha256: string) => Promise<string | null>,
): Promise<readonly SearchEntry[] | null> {
  if (!glossary) return [];
  const text = await read(glossary.sha256);
  if (text === null) return null;
  const titles = new Map(issue.pieces.map(({ id, title }) => [id, title]));
  return parseGlossary(text).terms.map(({ id, word, pinyin, explanation, firstSentence }) => ({
    kind: 'term',
    piece: firstSentence?.piece ?? null,
    pieceTitle: titles.get(firstSentence?.piece ?? '') ?? null,
    sentence: firstSentence?.sentence ?? null,
    term: id,
    text: `${word}：${explanation}`,
    also: withoutTones(pinyin),
  }));
}
