/**
 * The app's addresses under the preview's own: pages and the router see `/read/…`, the window is at `/preview/frame-…/read/…`.
 * Links are turned by `link-base.ts`.
 */
import type { ComponentChildren } from 'preact';
import { LocationProvider, useLocation } from 'preact-iso';
import { useMemo } from 'preact/hooks';

interface PreviewLocationProps {
  readonly base: string;
  readonly children: ComponentChildren;
}

export function PreviewLocation({ base, children }: PreviewLocationProps) {
  return (
    <LocationProvider>
      <Stripped base={base}>{children}</Stripped>
    </LocationProvider>
  );
}

function Stripped({ base, children }: PreviewLocationProps) {
  const outer = useLocation();
  const value = useMemo(
    () => ({
      ...outer,
      url: withoutBase(base, outer.url),
      path: withoutBase(base, outer.path),
      route: (url: string, replace?: boolean) => outer.route(withBase(base, url), replace),
    }),
    [base, outer],
  );
  return <LocationProvider.ctx.Provider value={value}>{children}</LocationProvider.ctx.Provider>;
}

export function withoutBase(base: string, url: string): string {
  if (!url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Only the app's own addresses: not another origin's, not a place on the page, not one that is turned already. */
export function withBase(base: string, url: string): string {
  const isOurs = url.startsWith('/') && !url.startsWith('//') && url !== base && !url.startsWith(`${base}/`);
  return isOurs ? base + url : url;
}
