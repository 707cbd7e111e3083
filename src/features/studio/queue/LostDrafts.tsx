import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { lostDrafts, readDraftCensus, writeDraftCensus, type Census } from '../shared/draft-census.ts';
import type { QueueParts } from './queue-state.ts';

/** The browser lost drafts that were here: said, with what can be done, until a person has taken note. */
export function LostDrafts({ parts }: { readonly parts: QueueParts }) {
  const t = useT('studio-queue');
  const [lost, setLost] = useState<Census>([]);
  const present: Census = [
    ...parts.drafts.map(({ issue }) => issue),
    ...parts.removed,
    ...parts.unreadable.map((id) => ({ id, title: '' })),
  ].map(({ id, title }) => ({ id, title }));
  const key = JSON.stringify(present);
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const found = lostDrafts(await readDraftCensus(), new Set(present.map(({ id }) => id)));
      await writeDraftCensus([...present, ...found]);
      if (isCurrent) setLost(found);
    })();
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is `present` by value
  }, [key]);
  if (lost.length === 0) return null;
  const takeNote = async (): Promise<void> => {
    await writeDraftCensus(present);
    setLost([]);
  };
  return (
    <Problem
      title={t('lost.title', { names: lost.map(({ id, title }) => title || id).join('、') })}
      text={t('lost.text')}
      action={<Button onClick={() => void takeNote()}>{t('lost.noted')}</Button>}
    />
  );
}
