import { useT } from '../../../i18n/use-t.ts';
import { StateLine } from '../../../ui/StateLine.tsx';
import type { MediaFinding } from '../../../authoring/media/judge.ts';
import type { MediaErrorCode } from '../../../authoring/media/media-error.ts';

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

export interface SaidProblem {
  readonly code: MediaFinding['code'] | MediaErrorCode;
  readonly params: MediaFinding['params'];
}

interface ProblemListProps {
  readonly problems: readonly SaidProblem[];
  readonly kind: 'stop' | 'wait' | 'ok' | 'plain';
}

/** What is the matter with a media file, each with its cure. The words are in `studio-sign` (`problem.*`), which the page brings. */
export function ProblemList({ problems, kind }: ProblemListProps) {
  const t = useT('studio-sign');
  return (
    <>
      {problems.map(({ code, params }) => (
        <StateLine key={code} kind={kind} {...((kind === 'stop' || kind === 'wait') && { icon: 'warning' })}>
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
