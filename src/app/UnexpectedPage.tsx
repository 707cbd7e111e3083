import { ProblemPage } from './ProblemPage.tsx';

/** In place of a page that threw. */
export function UnexpectedPage() {
  return <ProblemPage problem="unexpected" />;
}
