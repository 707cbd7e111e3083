import { formatNumber } from '../../i18n/format.ts';
import { useT } from '../../i18n/use-t.ts';
import { Icon } from '../Icon.tsx';
import type { IssueStateInfo, TransferInfo } from './issue-state.ts';
import { sizeText } from './sizes.ts';
import { viewOf } from './state-view.ts';
import css from './IssueStateMark.module.css';

interface IssueStateMarkProps {
  readonly state: IssueStateInfo;
  /** What is moving now, if it is this issue. */
  readonly transfer: TransferInfo | null;
}

/** Whether an issue is on this tablet, in two words: for cards that are links as a whole. */
export function IssueStateMark({ state, transfer }: IssueStateMarkProps) {
  const t = useT('library');
  const { kind, icon, progress, words } = viewOf(state, transfer);
  const share = progress === null ? null : progress.doneBytes / Math.max(1, progress.totalBytes);
  const measure = () => {
    if (state.state === 'not-here') return sizeText(t, state.sizeBytes);
    // Never 100 % before it is stored.
    if (share !== null && share > 0) {
      return formatNumber(Math.min(0.99, share), { style: 'percent', maximumFractionDigits: 0 });
    }
    return null;
  };
  return (
    <span class={css.mark} data-kind={kind}>
      <Icon name={icon} small />
      <span>
        {t(`short.${words === 'shell' ? 'running' : state.state}`)} {measure()}
      </span>
    </span>
  );
}
