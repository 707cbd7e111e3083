import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/use-t.ts';
import type { Bookcase } from '../../../library/bookcase.ts';
import { offerPreview, type PreviewClient } from '../../../library/preview-host.ts';
import type { Settings } from '../../../storage/settings.ts';
import { DEVICES, scaleFor, type Device } from './preview-state.ts';
import css from './PreviewStep.module.css';

interface PreviewFrameProps {
  readonly bookcase: Bookcase;
  readonly title: string;
  readonly device: Device;
  readonly settings: Partial<Settings>;
  /** Of the member's app. */
  readonly path: string;
}

/** The member's app in a frame of a device's size, reduced until all of it is in sight. */
export function PreviewFrame({ bookcase, title, device, settings, path }: PreviewFrameProps) {
  const t = useT('studio-checks');
  const { width, height } = DEVICES[device];
  const { stageRef, scale } = useScale(device);
  const { address, client } = useOffer(bookcase, settings, path);

  // By their content: a new object with the same choices is no change.
  const wanted = JSON.stringify(settings);
  useEffect(() => client?.show(JSON.parse(wanted)), [client, wanted]);
  const shownPathRef = useRef(path);
  useEffect(() => {
    if (shownPathRef.current !== path) client?.go(path);
    shownPathRef.current = path;
  }, [client, path]);

  const percent = Math.round(scale * 100);
  return (
    <div class={css.view}>
      <p class={css.note}>{t('look.note')}</p>
      <div ref={stageRef} class={css.stage}>
        <div
          class={css.device}
          style={{ inlineSize: `${width * scale}px`, blockSize: `${height * scale}px` }}
        >
          {address !== null && (
            // Our own pages, to which the bookcase is lent: a sandbox that allows that keeps nothing out.
            // oxlint-disable-next-line react/iframe-missing-sandbox
            <iframe
              class={css.frame}
              title={t('look.frame', { title, device: t(`look.${device}`) })}
              src={address}
              allow="fullscreen"
              style={{
                inlineSize: `${width}px`,
                blockSize: `${height}px`,
                transform: `scale(${scale})`,
              }}
            />
          )}
        </div>
      </div>
      <p class={css.note}>{t('look.size', { width, height, percent })}</p>
    </div>
  );
}

/** The frame's address stays as long as the bookcase; what it shows first is what was wanted first. */
function useOffer(bookcase: Bookcase, settings: Partial<Settings>, path: string) {
  const [client, setClient] = useState<PreviewClient | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const firstRef = useRef({ settings, path });
  useEffect(() => {
    const { base, close } = offerPreview({
      bookcase,
      settings: firstRef.current.settings,
      connect(arrived) {
        setClient(arrived);
        return () => setClient(null);
      },
    });
    setAddress(base + firstRef.current.path);
    return close;
  }, [bookcase]);
  return { address, client };
}

/** The edges of the drawn device, both sides. */
const EDGES = 4;
/** The height left by the browser's window for the frame, so that a whole page is seen at once. */
const HEIGHT_SHARE = 0.82;

function useScale(device: Device) {
  const stageRef = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 1024, height: 768 });
  useEffect(() => {
    const stage = stageRef.current;
    if (!stage) return;
    const measure = (): void =>
      setRoom({ width: stage.clientWidth - EDGES, height: Math.max(320, window.innerHeight * HEIGHT_SHARE) });
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return { stageRef, scale: scaleFor(device, room) };
}
