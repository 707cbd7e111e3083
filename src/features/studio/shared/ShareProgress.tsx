import { formatNumber } from '../../../i18n/format.ts';
import { Progress } from '../../../ui/Progress.tsx';

interface ShareProgressProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
}

/** How much of a file is written or read, in percent. */
export function ShareProgress({ label, share }: ShareProgressProps) {
  const text = formatNumber(share, { style: 'percent' });
  return <Progress value={Math.round(share * 100)} max={100} label={label} text={text} />;
}
