/**
 * The member's app in a frame of the studio, over a draft: the same pages, without what belongs to a tablet (installing, updates, scroll
 * memory). Nothing it does is kept.
 */
import '../../../i18n/studio-messages.ts';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { BookcaseContext } from '../../../library/bookcase-context.tsx';
import { LibraryContext } from '../../../library/library-context.tsx';
import { hostOf, type PreviewHost } from '../../../library/preview-host.ts';
import { language, loadNamespaces, setLanguage } from '../../../i18n/i18n.ts';
import { previewBase } from '../../../storage/is-preview.ts';
import { settings, updateSettings } from '../../../storage/settings-store.ts';
import { showAppearance } from '../../appearance.ts';
import { SHELL_NAMESPACES } from '../../route-table.ts';
import { turnLinks } from './link-base.ts';
import { lentBookcase } from './lent-bookcase.ts';
import { PreviewAlone, PreviewPages } from './PreviewPages.tsx';
import { PreviewLocation, withoutBase } from './PreviewLocation.tsx';

export async function startPreview(): Promise<void> {
  const host = hostOf(previewBase);
  if (host) updateSettings(host.settings);
  await setLanguage(settings.value.language);
  await loadNamespaces([...SHELL_NAMESPACES, 'studio-preview']);
  effect(() => showAppearance(settings.value, withoutBase(previewBase, location.pathname)));
  effect(() => void (document.documentElement.lang = language.value));
  const root = document.getElementById('app');
  if (!root) return;
  if (!host) return render(<PreviewAlone />, root);
  turnLinks(previewBase);
  connect(host);
  const bookcase = lentBookcase(host.bookcase);
  render(
    <PreviewLocation base={previewBase}>
      <BookcaseContext.Provider value={bookcase}>
        <LibraryContext.Provider value={null}>
          <PreviewPages onRoute={(route) => void (goTo = route)} />
        </LibraryContext.Provider>
      </BookcaseContext.Provider>
    </PreviewLocation>,
    root,
  );
}

/** The router's own way to a page; the first page's address is the frame's. */
let goTo: (path: string) => void = () => undefined;

function connect(host: PreviewHost): void {
  const leave = host.connect({
    show(wanted) {
      updateSettings(wanted);
      const asked = settings.peek().language;
      setLanguage(asked).catch((error: unknown) => console.info(String(error)));
    },
    go: (path) => goTo(path),
    examine: async () => (await import('./examine.ts')).examine(),
  });
  addEventListener('pagehide', leave);
}
