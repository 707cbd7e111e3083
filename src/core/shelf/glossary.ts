/** The glossary of an issue: all its cards, and where in the issue each is first met. */
import * as v from 'valibot';
import { SentenceIdSchema, TermSchema } from '../reading/model.ts';
import { parseStrict } from './json.ts';

const GlossarySchema = v.strictObject({
  version: v.literal(1),
  terms: v.array(
    v.strictObject({
      ...TermSchema.entries,
      firstSentence: v.exactOptional(v.strictObject({ piece: v.string(), sentence: SentenceIdSchema })),
    }),
  ),
});
export type Glossary = v.InferOutput<typeof GlossarySchema>;

/** @throws ShelfError `malformed` or `newer`. */
export const parseGlossary = (text: string): Glossary => parseStrict(GlossarySchema, text, 'glossary');
