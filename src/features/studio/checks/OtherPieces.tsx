import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import { openFindings } from '../../../core/checks/finding-key.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { stepHref } from '../shared/step-list.ts';
import css from './CheckStep.module.css';

interface OtherPiecesProps {
  readonly issue: DraftIssue;
  readonly pieces: readonly DraftPiece[];
  readonly others: ReadonlyMap<string, readonly DraftFinding[]>;
}

/** A month goes out whole: what its other pieces still lack, said once each. */
export function OtherPieces({ issue, pieces, others }: OtherPiecesProps) {
  const t = useT('studio-checks');
  const ts = useT('studio');
  const waiting = pieces.flatMap(({ id, title }) => {
    const count = openFindings(others.get(id) ?? [], issue.reasons).length;
    return count === 0 ? [] : [{ id, title: title.trim() === '' ? ts('untitled') : title, count }];
  });
  if (waiting.length === 0) return null;
  return (
    <section class={css.group} aria-labelledby="others">
      <h2 class={css.heading} id="others">
        {t('others.title')}
      </h2>
      <ul class={css.others}>
        {waiting.map(({ id, title, count }) => (
          <li key={id}>
            <span class="no-print">
              <ButtonLink href={stepHref(issue.id, id, 'check')}>
                {t('others.piece', { title, count })}
              </ButtonLink>
            </span>
            <p class={css.onPaper}>{t('others.piece', { title, count })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
