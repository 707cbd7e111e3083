/** The moments before a page may be gone for good. */
interface Leaving {
  /** Whatever is not saved, now. */
  readonly save: () => void;
  /** Something could not be saved: closing the window would lose it, so the browser asks. */
  readonly wouldLose: () => boolean;
}

/** Resolves to what stops watching. Phones and tablets often give no more than `visibilitychange`. */
export function watchLeaving({ save, wouldLose }: Leaving): () => void {
  const onHide = (): void => void (document.visibilityState === 'hidden' && save());
  const onUnload = (event: BeforeUnloadEvent): void => void (wouldLose() && event.preventDefault());
  addEventListener('pagehide', save);
  addEventListener('beforeunload', onUnload);
  document.addEventListener('visibilitychange', onHide);
  return () => {
    removeEventListener('pagehide', save);
    removeEventListener('beforeunload', onUnload);
    document.removeEventListener('visibilitychange', onHide);
  };
}
