import { useCallback, useEffect, useState } from 'preact/hooks';
import { previewDays, type PreviewLink } from '../../../core/release/preview-link.ts';
import { useT } from '../../../i18n/use-t.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateLine } from '../../../ui/StateLine.tsx';
import { hubSentence } from '../shared/hub/hub-sentence.ts';
import { makeLink, readLinks, revokeLink } from '../shared/releases/releases.ts';
import { shanghaiInstant } from '../shared/releases/shanghai-words.ts';
import css from './PublishPage.module.css';

interface PreviewLinksProps {
  readonly issue: string;
  /** One was made or taken back. */
  readonly onChange: () => void;
}

/** A link for a colleague or a deaf reader without an account: to look at the draft, for some days. */
export function PreviewLinks({ issue, onChange }: PreviewLinksProps) {
  const t = useT('studio-release');
  const [links, setLinks] = useState<readonly PreviewLink[]>([]);
  const [days, setDays] = useState<(typeof previewDays)[number]>(7);
  const [made, setMade] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const told = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setSaid(null);
    try {
      await work();
    } catch (error) {
      console.warn(error);
      setSaid(hubSentence(error));
    }
  }, []);
  const look = useCallback(async () => setLinks(await readLinks(issue)), [issue]);
  useEffect(() => void told(look), [told, look]);

  const make = (): Promise<void> =>
    told(async () => {
      setMade(await makeLink(issue, days));
      onChange();
      await look();
    });
  const revoke = (id: string): Promise<void> =>
    told(async () => {
      await revokeLink(issue, id);
      setMade(null);
      announce(t('look.revoked'));
      onChange();
      await look();
    });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(made ?? '');
      setSaid(null);
      announce(t('look.copied'));
    } catch {
      setSaid(t('look.copyFailed'));
    }
  };

  return (
    <section class={css.section} aria-labelledby="preview-links">
      <h2 id="preview-links">{t('look.title')}</h2>
      <p>{t('look.note')}</p>
      <div class={css.buttons} role="group" aria-label={t('look.for')}>
        {previewDays.map((each) => (
          <Button key={each} pressed={each === days} onClick={() => setDays(each)}>
            {t(`look.day${each}`)}
          </Button>
        ))}
      </div>
      <Button kind="main" icon="globe" onClick={() => void make()}>
        {t('look.make')}
      </Button>
      <div aria-live="polite" class={css.made}>
        {made !== null && (
          <>
            <StateLine kind="ok">{t('look.made')}</StateLine>
            <code class={css.command} aria-label={t('look.link')}>
              {made}
            </code>
            <Button onClick={() => void copy()}>{t('look.copy')}</Button>
          </>
        )}
        {said !== null && <StateLine kind="stop">{said}</StateLine>}
      </div>
      <h3>{t('look.list')}</h3>
      {links.length === 0 && <p>{t('look.none')}</p>}
      <ul class={css.links}>
        {links.map(({ id, by, until }) => (
          <li key={id} class={css.link}>
            <span>{t('look.until', { by, at: shanghaiInstant(until) })}</span>
            <Button icon="trash" onClick={() => void revoke(id)}>
              {t('look.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
