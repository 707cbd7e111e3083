import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { SaidProblem } from './work.ts';

const codecNames: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC (H.265)',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
  opus: 'Opus',
  vorbis: 'Vorbis',
  mov: 'MOV',
  mkv: 'MKV',
  webm: 'WebM',
};

interface ProblemListProps {
  readonly problems: readonly SaidProblem[];
  readonly kind: 'stop' | 'wait';
}

/** What is the matter with a media file, each with its cure. */
export function ProblemList({ problems, kind }: ProblemListProps) {
  const t = useT('studio-sign');
  return (
    <>
      {problems.map(({ code, params }) => (
        <StateLine key={code} kind={kind} icon="warning">
          {t(
            `problem.${code}`,
            Object.fromEntries(
              Object.entries(params).map(([key, value]) => [key, codecNames[value] ?? value]),
            ),
          )}
        </StateLine>
      ))}
    </>
  );
}
