import { useT } from '../../../i18n/use-t.ts';
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { findingKey } from '../../../core/checks/finding-key.ts';
import type { Desk } from '../shared/desk.ts';
import type { CheckList } from './check-state.ts';
import css from './CheckStep.module.css';
import { FindingItem } from './FindingItem.tsx';

interface FindingGroupProps {
  readonly kind: keyof CheckList;
  readonly findings: readonly DraftFinding[];
  readonly desk: Desk;
  readonly pieces: readonly DraftPiece[];
  readonly onWriting: (key: string | null) => void;
}

export function FindingGroup({ kind, findings, ...item }: FindingGroupProps) {
  const t = useT('studio-checks');
  if (findings.length === 0) return null;
  return (
    <section class={css.group} data-kind={kind} aria-labelledby={`group-${kind}`}>
      <h2 class={css.heading} id={`group-${kind}`}>
        {t(`group.${kind}`, { count: findings.length })}
      </h2>
      <ul class={css.findings}>
        {findings.map((finding, index) => (
          // A check may speak of two places of one key (two pictures without words).
          <FindingItem key={`${findingKey(finding)} ${index}`} finding={finding} {...item} />
        ))}
      </ul>
    </section>
  );
}
