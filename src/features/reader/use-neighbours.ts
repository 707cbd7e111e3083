import { useEffect, useState } from 'preact/hooks';
import type { NextPiece } from '../../pieces/piece-props.ts';
import { useBookcase } from '../../library/bookcase-context.tsx';
import type { Issue } from '../../core/shelf/issue.ts';
import { useT } from '../../i18n/use-t.ts';

interface Neighbours {
  readonly next: NextPiece | null;
  readonly backHref: string;
  readonly backLabel: string;
}

/** What lies around the piece. The piece does not wait for it: until it is known, back leads home. */
export function useNeighbours(issueId: string, pieceId: string): Neighbours {
  const t = useT('reader');
  const bookcase = useBookcase();
  const [around, setAround] = useState<{ readonly issue: Issue; readonly isNewest: boolean } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    async function look(): Promise<void> {
      const issue = await bookcase.issue(issueId);
      const [newest] = await bookcase.issues(issue.club);
      if (isCurrent) setAround({ issue, isNewest: newest?.id === issueId });
    }
    // Without it there is no 下一篇; everything else works.
    look().catch((error: unknown) => console.warn(error));
    return () => {
      isCurrent = false;
    };
  }, [bookcase, issueId]);

  const pieces = around?.issue.pieces ?? [];
  const following = pieces[pieces.findIndex(({ id }) => id === pieceId) + 1];
  const isOlder = around !== null && !around.isNewest;
  return {
    next: following
      ? { href: `/read/${issueId}/${following.id}`, title: following.title, kind: following.kind }
      : null,
    backHref: isOlder ? `/issue/${issueId}` : '/',
    backLabel: t(isOlder ? 'issue' : 'home'),
  };
}
