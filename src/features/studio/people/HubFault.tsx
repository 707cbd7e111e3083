import { useT } from '../../../i18n/use-t.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { hubSentence } from '../shared/hub/hub-sentence.ts';

/** Why something was not done; nothing where there is nothing to say. */
export function HubFault({ error }: { readonly error: unknown }) {
  useT('studio-hub');
  return error === null ? null : <Problem title={hubSentence(error)} />;
}
