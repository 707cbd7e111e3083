import { useT } from '../../../i18n/use-t.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';

interface MonthPageProps {
  readonly issue: string;
}

export default function MonthPage({ issue }: MonthPageProps) {
  const t = useT('studio');
  return <PageTitle>{`${t('title')} ${issue}`}</PageTitle>;
}
