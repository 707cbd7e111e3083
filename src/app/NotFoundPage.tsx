import { ProblemPage } from './ProblemPage.tsx';

export default function NotFoundPage() {
  return <ProblemPage problem="unknownPage" />;
}
