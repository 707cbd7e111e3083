import { explainFinding } from '../../../core/checks/explain.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { Desk } from '../shared/desk.ts';
import { isContentRule } from './axe-findings.ts';
import { isFromAxe, type ListedFinding } from './check-state.ts';
import css from './CheckStep.module.css';
import { FindingPlaces } from './FindingPlaces.tsx';
import { ReasonField } from './ReasonField.tsx';

interface FindingItemProps {
  readonly finding: ListedFinding;
  readonly desk: Desk;
  readonly pieces: readonly DraftPiece[];
  readonly onWriting: (key: string | null) => void;
}

/** What is wrong, the cure, the way to the place, and for a warning the reason why it may stand. */
export function FindingItem({ finding, desk, pieces, onWriting }: FindingItemProps) {
  const { what, cure } = useSentences(finding);
  const isError = finding.severity === 'error';
  return (
    <li class={css.finding} data-severity={finding.severity}>
      <div class={css.words}>
        <p class={css.what}>
          <Icon name={isError ? 'lock' : 'question'} small />
          <span>{what}</span>
        </p>
        <p class={css.cure}>{cure}</p>
        {isFromAxe(finding) && finding.texts.length > 0 && (
          <ul class={css.texts}>
            {finding.texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
      {/* Nobody in the studio can mend a fault of the program. */}
      {(!isFromAxe(finding) || isContentRule(finding.rule)) && (
        <FindingPlaces finding={finding} issue={desk.issue.value.id} pieces={pieces} />
      )}
      {!isError && <ReasonField finding={finding} desk={desk} onWriting={onWriting} />}
    </li>
  );
}

function useSentences(finding: ListedFinding): { readonly what: string; readonly cure: string } {
  const t = useT('studio-checks');
  if (isFromAxe(finding)) {
    const { rule, help } = finding;
    return isContentRule(rule)
      ? { what: t(`axe.${rule}.what`), cure: t(`axe.${rule}.cure`) }
      : { what: t('axe.other.what', { help, rule }), cure: t('axe.other.cure') };
  }
  const explained = explainFinding(finding);
  const inLanguage = language.value;
  return {
    what: explained?.what[inLanguage] ?? finding.code,
    cure: explained?.cure[inLanguage] ?? '',
  };
}
