import { useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/Button.tsx';
import { TextField } from './TextField.tsx';
import type { Find } from './use-find.ts';
import css from './TextStep.module.css';

interface FindBarProps {
  readonly find: Find;
  readonly readOnly: boolean;
}

/** Find and replace: how many there are, one after the other, one or all of them replaced. */
export function FindBar({ find, readOnly }: FindBarProps) {
  const t = useT('studio-text');
  const barRef = useRef<HTMLElement>(null);
  useLayoutEffect(() => barRef.current?.querySelector('textarea')?.focus(), []);
  const { matches, current, wanted } = find;
  const said =
    wanted === ''
      ? t('find.nothing')
      : matches.length === 0
        ? t('find.none', { text: wanted })
        : t('find.count', { number: current + 1, count: matches.length });
  const none = matches.length === 0 ? t('find.blocked') : undefined;
  return (
    <section ref={barRef} class={css.find} aria-label={t('find.label')}>
      <TextField
        label={t('find.what')}
        value={wanted}
        readOnly={false}
        onValue={(value) => find.look(value.replaceAll('\n', ''))}
        onEnter={() => find.next(1)}
      />
      {!readOnly && (
        <TextField
          label={t('find.by')}
          value={find.by}
          readOnly={false}
          onValue={(value) => find.setBy(value.replaceAll('\n', ''))}
          onEnter={() => find.replace()}
        />
      )}
      <output class={css.count}>{said}</output>
      <div class={css.toolRow}>
        <Button icon="arrow-up" blocked={none} onClick={() => find.next(-1)}>
          {t('find.previous')}
        </Button>
        <Button icon="arrow-down" onClick={() => find.next(1)}>
          {t('find.next')}
        </Button>
        {!readOnly && (
          <>
            <Button icon="edit" onClick={() => find.replace()}>
              {t('find.replace')}
            </Button>
            <Button icon="changed" onClick={() => find.replaceAll()}>
              {t('find.all')}
            </Button>
          </>
        )}
        <Button icon="close" onClick={() => find.close()}>
          {t('find.close')}
        </Button>
      </div>
    </section>
  );
}
