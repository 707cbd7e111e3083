import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Club } from '../../core/shelf/issue.ts';
import { language } from '../../i18n/i18n.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { useT } from '../../i18n/use-t.ts';
import { hasDrafts } from '../../storage/drafts/census-places.ts';
import { changePerson, eraseEverything } from '../../storage/erase.ts';
import { previewBase } from '../../storage/is-preview.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { ConfirmSheet } from './ConfirmSheet.tsx';
import css from './DisplayPage.module.css';
import '../../ui/rare-icons.ts';

interface TabletSettingsProps {
  readonly clubs: readonly Club[];
}

/** Language, club, and handing the tablet to someone else. */
export function TabletSettings({ clubs }: TabletSettingsProps) {
  const t = useT('display');
  const { club } = settings.value;
  return (
    <section class={css.tablet} aria-labelledby="tablet">
      <h2 class={css.heading} id="tablet">
        {t('tablet')}
      </h2>
      <div id="club" class={css.anchor}>
        {clubs.length > 0 && (
          <ChoiceGroup
            label={t('club')}
            labelBeside
            value={club}
            choices={clubs.map(({ id, name }) => ({
              value: id,
              label: name[language.value],
              sample: { 'data-club': id },
            }))}
            onChange={(value) => updateSettings({ club: value })}
          />
        )}
      </div>
      <ChoiceGroup
        label={t('language')}
        labelBeside
        value={settings.value.language}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        onChange={(value) => updateSettings({ language: value })}
      />
      <Handover />
    </section>
  );
}

const HANDOVERS = {
  person: { icon: 'person-change', run: changePerson },
  everything: { icon: 'trash', run: forgetEverything },
} as const;

/** What the running app still has in memory goes too: it opens again as if for the first time. */
async function forgetEverything(): Promise<void> {
  await eraseEverything();
  location.assign(`${previewBase}/`);
}

function Handover() {
  const t = useT('display');
  const { route } = useLocation();
  const [asked, setAsked] = useState<keyof typeof HANDOVERS | null>(null);
  return (
    <div class={css.handover}>
      <div class={css.handoverRow}>
        <ButtonLink kind="main" icon="tablet" href="/storage">
          {t('storage.button')}
        </ButtonLink>
        <p class={css.label}>{t('storage.note')}</p>
      </div>
      {(['person', 'everything'] as const).map((what) => (
        <div key={what} class={css.handoverRow}>
          <Button kind="main" icon={HANDOVERS[what].icon} onClick={() => setAsked(what)}>
            {t(`${what}.button`)}
          </Button>
          <p class={css.label}>{t(`${what}.note`)}</p>
        </div>
      ))}
      {/* Quiet and last: members have no business there, and facilitators must find it. */}
      <p class={css.studio}>
        <a href="/studio">{t('studio')}</a>
      </p>
      {asked !== null && (
        <ConfirmSheet
          title={t(`${asked}.title`)}
          text={[
            t(`${asked}.text`),
            ...(asked === 'everything' && hasDrafts() ? [t('everything.drafts')] : []),
          ].join(language.value === 'en' ? ' ' : '')}
          confirm={t(`${asked}.confirm`)}
          icon={HANDOVERS[asked].icon}
          onConfirm={async () => {
            await HANDOVERS[asked].run();
            setAsked(null);
            route('/');
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
