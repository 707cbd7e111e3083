import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';

/** `/studio/2026-12-silent-world?field=session.interpreter`: a finding leads to the very field that cures it. */
export function useAskedField(): void {
  const { query } = useLocation();
  const { field, piece } = query;
  useEffect(() => {
    const asked = field ?? (piece === undefined ? undefined : 'pieces');
    if (asked === undefined) return;
    const found =
      document.querySelector(`[data-field="${CSS.escape(asked)}"]`) ??
      document.querySelector(`[data-field="${CSS.escape(asked.split('.')[0] ?? '')}"]`);
    if (!(found instanceof HTMLElement)) return;
    found.scrollIntoView({ block: 'center' });
    // After the page's own heading has had the focus.
    const timer = setTimeout(() => found.focus({ preventScroll: true }), 60);
    return () => clearTimeout(timer);
  }, [field, piece]);
}
