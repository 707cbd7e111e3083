import { useT } from '../../../i18n/use-t.ts';
import type { MonthDesk } from '../shared/month-desk.ts';
import { TextField } from '../shared/TextField.tsx';
import css from './MonthPage.module.css';

export function DetailsForm({ desk }: { readonly desk: MonthDesk }) {
  const t = useT('studio-queue');
  const { title, summary } = desk.month.issue.value;
  const readOnly = !desk.canWrite.value;
  return (
    <section class={css.section} aria-labelledby="details">
      <h2 id="details">{t('details.title')}</h2>
      <TextField
        name="title"
        label={t('details.name')}
        hint={t('details.nameHint')}
        value={title}
        readOnly={readOnly}
        onInput={(value) => desk.changeIssue('details', (issue) => ({ ...issue, title: value }), 'title')}
      />
      <TextField
        name="summary"
        label={t('details.summary')}
        hint={t('details.summaryHint')}
        isLong
        value={summary}
        readOnly={readOnly}
        onInput={(value) => desk.changeIssue('details', (issue) => ({ ...issue, summary: value }), 'summary')}
      />
    </section>
  );
}
