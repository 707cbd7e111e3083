import { useState } from 'preact/hooks';
import type { Clash } from '../../../authoring/draft/merge-drafts.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Decision } from '../shared/hub/decide.ts';
import { compare } from './clash-text.ts';
import { diffLines, type Line } from './text-diff.ts';
import css from './BothPage.module.css';

interface ClashCardProps {
  readonly clash: Clash;
  readonly titleOf: (piece: string) => string;
  readonly canWrite: boolean;
  readonly onDecide: (decision: Decision) => Promise<void>;
}

/** One part, as it is here and as it is on the hub. */
export function ClashCard({ clash, titleOf, canWrite, onDecide }: ClashCardProps) {
  const t = useT('studio-both');
  const [isBusy, setBusy] = useState(false);
  const { mine, theirs, others } = compare(clash, titleOf);
  const sides = diffLines(mine, theirs);
  const name = nameOf(clash, titleOf, t);
  const choose = async (decision: Decision): Promise<void> => {
    setBusy(true);
    await onDecide(decision).finally(() => setBusy(false));
  };
  const blocked = isBusy ? { blocked: t('busy') } : canWrite ? {} : { blocked: t('readOnly') };
  return (
    <section class={css.clash} aria-label={name}>
      <h2 class={css.name}>{name}</h2>
      {others.length > 0 && (
        <p class={css.others}>
          {t('others', { parts: others.map((part) => t(`part.${part}`)).join(t('and')) })}
        </p>
      )}
      <div class={css.sides}>
        <div class={css.side}>
          <h3>{t('mine')}</h3>
          <Lines lines={sides.mine} />
          <Button kind="main" {...blocked} onClick={() => void choose({ keep: 'mine' })}>
            {t('keepMine')}
          </Button>
        </div>
        <div class={css.side}>
          <h3>{t('theirs')}</h3>
          <Lines lines={sides.theirs} />
          <Button kind="main" {...blocked} onClick={() => void choose({ keep: 'theirs' })}>
            {t('keepTheirs')}
          </Button>
        </div>
      </div>
      {clash.kind === 'piece' && (
        <div class={css.both}>
          <Button
            {...blocked}
            onClick={() => void choose({ keep: 'both', title: t('copyTitle', { title: titleOf(clash.id) }) })}
          >
            {t('keepBoth')}
          </Button>
          <p>{t('keepBothNote')}</p>
        </div>
      )}
    </section>
  );
}

/** What only this side has is marked by colour, a line under it and, for those who hear it, a word. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useT('studio-both');
  if (lines.length === 0) return <p class={css.empty}>{t('empty')}</p>;
  return (
    <ul class={css.lines}>
      {lines.map((line, index) => (
        <li key={index}>
          {line.map(({ text, isOwn }, part) =>
            isOwn ? (
              <mark key={part} class={css.own}>
                <span class="visually-hidden">{t('ownStart')}</span>
                {text}
                <span class="visually-hidden">{t('ownEnd')}</span>
              </mark>
            ) : (
              <span key={part}>{text}</span>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(
  clash: Clash,
  titleOf: (piece: string) => string,
  t: ReturnType<typeof useT<'studio-both'>>,
): string {
  if (clash.kind === 'piece') return t('name.piece', { title: titleOf(clash.id) });
  if (clash.kind === 'field') return t(`name.${clash.id}`);
  if (clash.kind === 'term') return t('name.term', { word: clash.mine.word });
  return t(`name.${clash.kind}`);
}
