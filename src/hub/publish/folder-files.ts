/** All files an issue shows, with what each is for; every one is looked into before anything is published. */
import type { IssueSource, SourcePath } from '../../authoring/issue-source.ts';
import type { MediaUse } from '../../authoring/media/judge.ts';
import { filesOfTerm } from '../../authoring/reading-of.ts';

export type FileUse =
  | { readonly kind: 'picture' }
  | { readonly kind: 'bitmap-cover' }
  | { readonly kind: 'media'; readonly use: MediaUse; readonly placeholder: boolean };

export interface NamedFile {
  readonly file: SourcePath;
  readonly use: FileUse;
  /** Where it is named. */
  readonly from: SourcePath;
  /** 1-based line of `from`. */
  readonly line?: number;
}

/** Each file once, by its first use. */
export function filesOfIssue({ issue, pieces, terms }: IssueSource): readonly NamedFile[] {
  const named: NamedFile[] = [];
  const picture = { kind: 'picture' } as const;
  if (issue !== null) {
    named.push({ file: issue.cover.bitmap, use: { kind: 'bitmap-cover' }, from: 'issue.json' });
    named.push({ file: issue.cover.drawing, use: picture, from: 'issue.json' });
  }
  for (const { file: from, reading, tracks, fileLines } of pieces) {
    const at = (file: SourcePath, use: FileUse): NamedFile => {
      const line = fileLines.get(file);
      return { file, use, from, ...(line !== undefined && { line }) };
    };
    for (const block of reading.blocks) if (block.type === 'figure') named.push(at(block.image, picture));
    for (const track of tracks) {
      named.push(at(track.file, { kind: 'media', use: track.kind, placeholder: track.placeholder }));
    }
  }
  for (const term of terms) {
    for (const file of filesOfTerm(term)) {
      const clip = [
        [term.sign, 'term'],
        [term.audio, 'audio'],
      ] as const;
      const found = clip.find(([source]) => source?.file === file);
      const use: FileUse =
        found === undefined
          ? picture
          : { kind: 'media', use: found[1], placeholder: found[0]?.placeholder === true };
      named.push({ file, use, from: 'terms.yaml' });
    }
  }
  return [...new Map([...named].reverse().map((entry) => [entry.file, entry])).values()].reverse();
}
