import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import type { Figure } from './slides.ts';
import css from './ZoomPicture.module.css';
import '../../ui/rare-icons.ts';

interface ZoomPictureProps {
  readonly figure: Figure;
  readonly src: string;
  /** More buttons in the row under the picture. */
  readonly children?: ComponentChildren;
}

const zooms = [1, 1.5, 2, 3, 4] as const;
/** How far an arrow goes: most of what is seen, so that nothing is skipped. */
const panShare = 0.6;

const arrows = [
  { name: 'left', icon: 'arrow-left', x: -1, y: 0 },
  { name: 'up', icon: 'arrow-up', x: 0, y: -1 },
  { name: 'down', icon: 'arrow-down', x: 0, y: 1 },
  { name: 'right', icon: 'arrow-right', x: 1, y: 0 },
] as const;

/** A picture that is enlarged and moved by buttons; a finger or a scroll bar may move it too, but never has to. */
export function ZoomPicture({ figure, src, children }: ZoomPictureProps) {
  const t = useT('gallery');
  const [step, setStep] = useState(0);
  const view = useRef<HTMLDivElement>(null);
  /** The middle of what is seen, as shares of the picture: stays in the middle when it grows. */
  const middleRef = useRef({ x: 0.5, y: 0.5 });
  const zoom = zooms[step] ?? 1;
  const { width = 4, height = 3 } = figure.image;

  function noteMiddle(): void {
    const element = view.current;
    if (!element) return;
    middleRef.current = {
      x: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
      y: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
    };
  }
  useLayoutEffect(() => {
    const element = view.current;
    element?.scrollTo({
      left: middleRef.current.x * element.scrollWidth - element.clientWidth / 2,
      top: middleRef.current.y * element.scrollHeight - element.clientHeight / 2,
      behavior: 'instant',
    });
  }, [step]);

  function go(to: number): void {
    noteMiddle();
    setStep(to);
  }
  function pan(x: number, y: number): void {
    const element = view.current;
    element?.scrollBy({
      left: x * element.clientWidth * panShare,
      top: y * element.clientHeight * panShare,
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
    });
  }

  return (
    <div class={css.zoom}>
      {/* Focusable where it scrolls, so that a keyboard can move it. */}
      <div
        ref={view}
        class={css.view}
        style={{ '--picture-aspect': width / height }}
        data-zoomed={step > 0 || undefined}
        {...(step > 0 && { tabIndex: 0, role: 'group', 'aria-label': t('enlarged', { times: zoom }) })}
      >
        <img
          class={css.picture}
          style={{ '--zoom': zoom }}
          src={src}
          alt={figure.alt}
          width={width}
          height={height}
        />
      </div>
      <fieldset class={css.tools} aria-label={t('zoom.label')}>
        {step < zooms.length - 1 && (
          <Button icon="zoom-in" onClick={() => go(step + 1)}>
            {t('zoom.in')}
          </Button>
        )}
        {step > 0 && (
          <>
            <Button icon="zoom-out" onClick={() => go(step - 1)}>
              {t('zoom.out')}
            </Button>
            <Button icon="again" onClick={() => go(0)}>
              {t('zoom.reset')}
            </Button>
          </>
        )}
        {children}
        {step > 0 && (
          <span class={css.tools}>
            {arrows.map(({ name, icon, x, y }) => (
              <Button key={name} icon={icon} onClick={() => pan(x, y)}>
                {t(`pan.${name}`)}
              </Button>
            ))}
          </span>
        )}
      </fieldset>
    </div>
  );
}
