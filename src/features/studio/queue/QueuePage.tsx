import { useT } from '../../../i18n/use-t.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';

export default function QueuePage() {
  const t = useT('studio');
  return <PageTitle>{t('title')}</PageTitle>;
}
