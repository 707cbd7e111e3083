import { ProblemPage } from './ProblemPage.tsx';

/** In place of a page whose code could not be fetched. */
export default function MissingCodePage() {
  return <ProblemPage problem="offline" />;
}
