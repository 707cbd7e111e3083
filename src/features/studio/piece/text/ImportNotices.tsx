import type { Notice } from '../../../../authoring/imported/document.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { StateLine } from '../../../../ui/StateLine.tsx';
import css from './TextStep.module.css';

/** What did not come along, or came along changed, each as a sentence. */
export function ImportNotices({ notices }: { readonly notices: readonly Notice[] }) {
  const t = useT('studio-text');
  if (notices.length === 0) return null;
  return (
    <div class={css.notices}>
      {notices.map(({ code, count, detail = '' }) => (
        <StateLine key={code} kind="plain">
          {t(`import.notice.${code}`, { count, detail })}
        </StateLine>
      ))}
    </div>
  );
}
