/** Whether something is in sight or soon will be; where the browser cannot say, it is. One observer for all. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

const seen = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | undefined;

function theObserver(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: '900px 0px' },
  );
  return observer;
}

export function useNear(ref: RefObject<Element | null>): boolean {
  const canTell = typeof IntersectionObserver === 'function';
  const [isNear, setNear] = useState(!canTell);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || !canTell) return;
    const watching = theObserver();
    seen.set(element, setNear);
    watching.observe(element);
    return () => {
      watching.unobserve(element);
      seen.delete(element);
    };
  }, [ref, canTell]);
  return isNear;
}
