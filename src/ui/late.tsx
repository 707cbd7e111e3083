/** For what hardly ever shows: its code is no part of a first page. */
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Nothing until the component's code is here; nothing at all where it cannot be fetched. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  return function Late(props: P) {
    const [Shown, setShown] = useState<ComponentType<P> | null>(null);
    useEffect(() => {
      load().then(
        (component) => setShown(() => component),
        (error: unknown) => console.info(String(error)),
      );
    }, []);
    return Shown && <Shown {...props} />;
  };
}
