/** Every file a draft names, wherever it stands, what was brought originally too: a file that is named is a file that is needed. */
import * as v from 'valibot';
import { AttachmentSchema, type Attachment } from './model.ts';

export function attachmentsIn(value: unknown): readonly Attachment[] {
  const found = new Map<string, Attachment>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const file = 'bytes' in part ? v.safeParse(AttachmentSchema, part) : null;
    if (file?.success) return void found.set(file.output.id, file.output);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return [...found.values()];
}
