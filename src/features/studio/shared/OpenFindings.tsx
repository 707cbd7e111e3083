import type { CureStep, DraftFinding } from '../../../authoring/draft/check-draft.ts';
import type { DraftIssue } from '../../../authoring/draft/model.ts';
import { explainFinding } from '../../../core/checks/explain.ts';
import { language } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import type { IconName } from '../../../ui/icon-drawings.ts';
import { findingHref } from './finding-href.ts';
import css from './OpenFindings.module.css';

interface OpenFindingsProps {
  readonly issue: Pick<DraftIssue, 'id' | 'pieces'>;
  /** This app's own, or those the hub found. */
  readonly findings: readonly (Omit<DraftFinding, 'code'> & { readonly code: string })[];
  /** The first few; how many more there are is said. */
  readonly most: number;
  /** The first of them is what to do next on this page. */
  readonly leads?: boolean;
}

const ICONS: Readonly<Record<CureStep, IconName>> = {
  month: 'edit',
  text: 'edit',
  words: 'words',
  sign: 'sign',
  captions: 'captions',
  check: 'check',
};

/** What stands in the way, each with the button that leads to its place. */
export function OpenFindings({ issue, findings, most, leads = false }: OpenFindingsProps) {
  const t = useT('studio');
  const rest = findings.length - most;
  return (
    <>
      <ul class={css.list}>
        {findings.slice(0, most).map((finding, index) => (
          <li key={`${finding.code} ${finding.piece ?? ''} ${index}`} class={css.item}>
            <span>
              {finding.piece !== null && (
                <b>{t('cure.inPiece', { number: issue.pieces.indexOf(finding.piece) + 1 })}</b>
              )}
              {explainFinding(finding)?.what[language.value] ?? finding.code}
            </span>
            <ButtonLink
              href={findingHref(issue.id, finding)}
              icon={ICONS[finding.step]}
              {...(leads && index === 0 && { kind: 'main', solid: true })}
            >
              {t(`cure.${finding.step}`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class={css.rest}>{t('cure.more', { count: rest })}</p>}
    </>
  );
}
