import { useEffect, useRef, useState } from 'preact/hooks';

const from = 3;

/** 3, 2, 1, then `onZero`; begins anew each time it is wanted. Null when it is not. */
export function useCountdown(isWanted: boolean, onZero: () => void): number | null {
  const [left, setLeft] = useState(from);
  const zeroRef = useRef(onZero);
  useEffect(() => {
    zeroRef.current = onZero;
  }, [onZero]);
  useEffect(() => {
    if (!isWanted) return;
    let count = from;
    setLeft(count);
    const ticking = setInterval(() => {
      count -= 1;
      if (count > 0) return setLeft(count);
      clearInterval(ticking);
      zeroRef.current();
    }, 1000);
    return () => clearInterval(ticking);
  }, [isWanted]);
  return isWanted ? left : null;
}
