import { useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { hubSentence } from '../shared/hub/hub-sentence.ts';

/** Why something was not done; nothing where there is nothing to say. Comes into sight by itself: the button may be far down. */
export function HubFault({ error }: { readonly error: unknown }) {
  useT('studio-hub');
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (error !== null) ref.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return <div ref={ref}>{error !== null && <Problem title={hubSentence(error)} />}</div>;
}
