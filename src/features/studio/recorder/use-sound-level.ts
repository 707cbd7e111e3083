import { useEffect, useState } from 'preact/hooks';

/** Whether anything was heard in the last seconds: someone reads to a microphone that is switched off more often than one thinks. */
export function useSoundLevel(stream: MediaStream | null): boolean {
  const [isHeard, setHeard] = useState(false);
  useEffect(() => {
    if (!stream) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const values = new Float32Array(analyser.fftSize);
    let heardMs = 0;
    const look = setInterval(() => {
      analyser.getFloatTimeDomainData(values);
      const loudest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      if (loudest > 0.02) heardMs = performance.now();
      setHeard(heardMs > 0 && performance.now() - heardMs < 3000);
    }, 100);
    return () => {
      clearInterval(look);
      void context.close();
    };
  }, [stream]);
  return isHeard;
}
