import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bookcase } from '../../../library/bookcase.ts';
import { offerPreview } from '../../../library/preview-host.ts';
import type { Settings } from '../../../storage/settings.ts';
import css from './PreviewFilePage.module.css';

interface FullFrameProps {
  readonly bookcase: Bookcase;
  readonly title: string;
  readonly settings: Partial<Settings>;
}

/** The member's app as large as the tablet. */
export function FullFrame({ bookcase, title, settings }: FullFrameProps) {
  const [address, setAddress] = useState<string | null>(null);
  const firstRef = useRef(settings);
  useEffect(() => {
    const { base, close } = offerPreview({
      bookcase,
      settings: firstRef.current,
      connect: () => () => undefined,
    });
    setAddress(`${base}/`);
    return close;
  }, [bookcase]);
  if (address === null) return null;
  // Our own pages, to which the bookcase is lent: a sandbox that allows that keeps nothing out.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe class={css.frame} title={title} src={address} allow="fullscreen" />;
}
