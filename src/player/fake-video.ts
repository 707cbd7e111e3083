/** For tests: a video element that does what it is told at once and plays only when frames are presented by hand. */
export interface FakeVideo {
  readonly element: HTMLVideoElement;
  readonly rates: number[];
  readonly seeks: number[];
  /** Presents the frame at this media time. */
  present(seconds: number, shownAtMs?: number): void;
  /** Data runs out (2) or is back (4). */
  data(readyState: number): void;
  fail(): void;
  /** What the browser does to `play()`: lets it, or refuses. */
  refuse(): void;
}

export function createFakeVideo(durationSeconds = 60, readyState = 4): FakeVideo {
  const element = document.createElement('video');
  const rates: number[] = [];
  const seeks: number[] = [];
  let callback: VideoFrameRequestCallback | null = null;
  let state = {
    readyState,
    paused: true,
    seconds: 0,
    rate: 1,
    count: 0,
    seeking: false,
    refuses: false,
    failed: false,
  };
  const set = (patch: Partial<typeof state>): void => void (state = { ...state, ...patch });
  const say = (name: string): boolean => element.dispatchEvent(new Event(name));

  Object.defineProperties(element, {
    readyState: { get: () => state.readyState },
    paused: { get: () => state.paused },
    ended: { get: () => state.seconds >= durationSeconds },
    seeking: { get: () => state.seeking },
    duration: { get: () => durationSeconds },
    buffered: {
      get: () => ({ length: 1, start: () => 0, end: () => (state.readyState < 3 ? state.seconds : 1000) }),
    },
    error: { get: () => (state.failed ? { code: 4 } : null) },
    playbackRate: {
      get: () => state.rate,
      set: (rate: number) => {
        rates.push(rate);
        set({ rate });
      },
    },
    currentTime: {
      get: () => state.seconds,
      set: (seconds: number) => {
        seeks.push(seconds);
        set({ seconds });
        say('seeking');
        say('seeked');
      },
    },
    play: {
      value: () => {
        if (state.refuses) return Promise.reject(new DOMException('', 'NotAllowedError'));
        set({ paused: false });
        return Promise.resolve();
      },
    },
    pause: { value: () => set({ paused: true }) },
    load: { value: () => set({ failed: false }) },
    requestVideoFrameCallback: {
      value: (next: VideoFrameRequestCallback) => {
        callback = next;
        return 1;
      },
    },
    cancelVideoFrameCallback: { value: () => (callback = null) },
  });

  return {
    element,
    rates,
    seeks,
    present(seconds, shownAtMs = seconds * 1000) {
      set({ seconds, count: state.count + 1 });
      const frame = { mediaTime: seconds, expectedDisplayTime: shownAtMs, presentedFrames: state.count };
      callback?.(shownAtMs, { ...frame, presentationTime: shownAtMs, width: 1, height: 1 });
    },
    data(next) {
      set({ readyState: next });
      say(next < 3 ? 'waiting' : 'canplay');
    },
    fail() {
      set({ failed: true });
      say('error');
    },
    refuse: () => set({ refuses: true }),
  };
}
