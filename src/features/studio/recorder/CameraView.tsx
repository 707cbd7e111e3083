import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SigningSpace } from '../../../core/sync/track.ts';
import { spaceBetween } from './signing-space-edit.ts';
import css from './CameraView.module.css';

interface CameraViewProps {
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly isRecording: boolean;
  /** Drawn before recording only; while someone signs nothing lies over the picture. */
  readonly guide: SigningSpace | null;
  readonly onGuide: (space: SigningSpace) => void;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
  readonly children?: ComponentChildren;
}

/** The camera as in a mirror, whole. The file is not mirrored: members see the signer as one sees a person opposite. */
export function CameraView({
  stream,
  label,
  isRecording,
  guide,
  onGuide,
  onVideo,
  children,
}: CameraViewProps) {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [aspect, setAspect] = useState(16 / 9);
  const hold = useCallback(
    (element: HTMLVideoElement | null) => {
      if (element) element.muted = true;
      setVideo(element);
      onVideo(element);
    },
    [onVideo],
  );
  useEffect(() => {
    if (!video) return;
    show(video, stream);
  }, [video, stream]);

  return (
    <div class={css.camera} data-recording={isRecording || undefined}>
      <div class={css.mirror} style={{ '--picture-aspect': aspect }}>
        <video
          ref={hold}
          class={css.video}
          muted
          playsInline
          aria-label={label}
          onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => {
            if (videoWidth && videoHeight) setAspect(videoWidth / videoHeight);
          }}
        />
        {guide && <Guide space={guide} onChange={onGuide} />}
      </div>
      {children}
    </div>
  );
}

function show(video: HTMLVideoElement, stream: MediaStream | null): void {
  video.srcObject = stream;
  if (stream) void video.play().catch(() => undefined);
}

/** Head, elbows and the space to sign; a finger or the mouse draws the rectangle anew (there are buttons for it, too). */
function Guide({
  space,
  onChange,
}: {
  readonly space: SigningSpace;
  readonly onChange: (space: SigningSpace) => void;
}) {
  const [from, setFrom] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const at = (event: PointerEvent & { readonly currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    // The picture is mirrored, the rectangle is not.
    return { x: 1 - (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const { x, y, width, height } = space;
  const middle = x + width / 2;
  return (
    <svg
      class={css.guide}
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(at(event));
      }}
      onPointerMove={(event) => {
        if (from) onChange(spaceBetween(from, at(event)));
      }}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
    >
      <rect x={x} y={y} width={width} height={height} />
      <ellipse cx={middle} cy={y + height * 0.2} rx={width * 0.13} ry={height * 0.16} />
      <path
        d={`M ${x + width * 0.06} ${y + height * 0.98} Q ${x + width * 0.1} ${y + height * 0.5} ${middle} ${y + height * 0.46} Q ${x + width * 0.9} ${y + height * 0.5} ${x + width * 0.94} ${y + height * 0.98}`}
      />
    </svg>
  );
}
