/**
 * The studio's addresses. In a file of their own, which no member's page loads. A member's tablet has it, for `/preview/file` without a
 * network, and nothing of the pages behind the other addresses.
 */
import { ErrorBoundary, Route, Router, useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import '../../i18n/studio-messages.ts';
import { addStudioIcons } from '../../ui/studio/icon-drawings.ts';
import { NotFoundPage } from '../ProblemPage.tsx';
import { ROUTE_TABLE } from '../route-table.ts';
import { lazyPage } from '../routes.tsx';
import { keepStudio } from './keep-studio.ts';

addStudioIcons();

const QueuePage = lazyPage(() => import('../../features/studio/queue/QueuePage.tsx'), {
  namespaces: ['studio', 'studio-queue', 'studio-checks', 'studio-hub', 'studio-release'],
});
const MonthPage = lazyPage<{ readonly issue: string }>(
  () => import('../../features/studio/queue/MonthPage.tsx'),
  { namespaces: ['studio', 'studio-queue', 'studio-checks', 'studio-release'] },
);
const PublishPage = lazyPage<{ readonly issue: string }>(
  () => import('../../features/studio/publish/PublishPage.tsx'),
  { namespaces: ['studio', 'studio-queue', 'studio-checks', 'studio-release', 'studio-hub', 'library'] },
);
const BothPage = lazyPage<{ readonly issue: string }>(
  () => import('../../features/studio/both/BothPage.tsx'),
  { namespaces: ['studio', 'studio-both'] },
);
interface StepRoute {
  readonly issue: string;
  readonly piece: string;
}
const TextPage = lazyPage<StepRoute>(() => import('../../features/studio/piece/TextPage.tsx'), {
  namespaces: ['studio', 'studio-text'],
});
const WordsPage = lazyPage<StepRoute>(() => import('../../features/studio/piece/WordsPage.tsx'), {
  namespaces: ['studio', 'studio-words', 'studio-sign', 'reading'],
});
const SignPage = lazyPage<StepRoute>(() => import('../../features/studio/recorder/SignPage.tsx'), {
  namespaces: ['studio', 'studio-sign', 'library'],
});
const CaptionsPage = lazyPage<StepRoute>(() => import('../../features/studio/captions/CaptionsPage.tsx'), {
  namespaces: ['studio', 'studio-captions', 'studio-sign', 'player'],
});
const CheckPage = lazyPage<StepRoute>(() => import('../../features/studio/checks/CheckPage.tsx'), {
  namespaces: ['studio', 'studio-checks'],
});
const PreviewPage = lazyPage<StepRoute>(() => import('../../features/studio/preview/PreviewPage.tsx'), {
  namespaces: ['studio', 'studio-checks'],
});

const SignInPage = lazyPage(() => import('../../features/studio/people/SignInPage.tsx'), {
  namespaces: ['studio', 'studio-people', 'studio-hub'],
});
const EnrolPage = lazyPage(() => import('../../features/studio/people/EnrolPage.tsx'), {
  namespaces: ['studio', 'studio-people', 'studio-hub'],
});
const AccountPage = lazyPage(() => import('../../features/studio/people/AccountPage.tsx'), {
  namespaces: ['studio', 'studio-people', 'studio-hub'],
});
const PeoplePage = lazyPage(() => import('../../features/studio/people/PeoplePage.tsx'), {
  namespaces: ['studio', 'studio-people', 'studio-hub'],
});

const PreviewFilePage = lazyPage(() => import('../../features/studio/preview/PreviewFilePage.tsx'), {
  namespaces: ['studio-preview'],
});

const LookPage = lazyPage(() => import('../../features/studio/preview/LookPage.tsx'), {
  namespaces: ['studio-release'],
});
/** A link somebody was sent: they have no account, and no drafts. */
const LOOK_PATH = '/studio/look';

interface StudioPagesProps {
  /** Another page has taken the place of the one before. */
  readonly onArrive: () => void;
}

export default function StudioPages({ onArrive }: StudioPagesProps) {
  const { path } = useLocation();
  if (path !== ROUTE_TABLE.previewFile.path && path !== LOOK_PATH) return <Studio onArrive={onArrive} />;
  // A member's tablet looks at a draft: it keeps no studio for that.
  return <ErrorBoundary>{path === LOOK_PATH ? <LookPage /> : <PreviewFilePage />}</ErrorBoundary>;
}

function Studio({ onArrive }: StudioPagesProps) {
  useEffect(() => {
    void keepStudio();
    // Nothing on any page waits for the hub: without one, or without this code, everything is as it was.
    import('../../features/studio/shared/hub/sync-engine.ts').then(
      ({ startSync }) => startSync(),
      (error: unknown) => console.info(String(error)),
    );
  }, []);
  return (
    <ErrorBoundary>
      <Router onRouteChange={onArrive}>
        <Route path="/" component={QueuePage} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/enrol" component={EnrolPage} />
        <Route path="/account" component={AccountPage} />
        <Route path="/people" component={PeoplePage} />
        <Route path="/:issue" component={MonthPage} />
        <Route path="/:issue/publish" component={PublishPage} />
        <Route path="/:issue/both" component={BothPage} />
        <Route path="/:issue/:piece/text" component={TextPage} />
        <Route path="/:issue/:piece/words" component={WordsPage} />
        <Route path="/:issue/:piece/sign" component={SignPage} />
        <Route path="/:issue/:piece/captions" component={CaptionsPage} />
        <Route path="/:issue/:piece/check" component={CheckPage} />
        <Route path="/:issue/:piece/preview" component={PreviewPage} />
        <Route default component={NotFoundPage} />
      </Router>
    </ErrorBoundary>
  );
}
