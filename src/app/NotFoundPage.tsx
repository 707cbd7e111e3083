import { ProblemPage } from './ProblemPage.tsx';

export function NotFoundPage() {
  return <ProblemPage problem="unknownPage" />;
}
