import { useEffect, useRef } from 'preact/hooks';
import { LANGUAGES, LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { useT } from '../../i18n/use-t.ts';
import { settings, updateSettings } from '../../storage/settings-store.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { ClubStep } from './ClubStep.tsx';
import css from './FirstRun.module.css';
import { PresetStep } from './PresetStep.tsx';

/** Two taps: which club, how to read. The settings themselves say which is next, so a reload loses nothing. */
export default function FirstRun() {
  const t = useT('common');
  const { club, language } = settings.value;
  const step = club === null ? 1 : 2;
  const pageRef = useRef<HTMLDivElement>(null);
  const shownRef = useRef(step);
  useEffect(() => {
    if (shownRef.current === step) return;
    shownRef.current = step;
    pageRef.current?.querySelector('h1')?.focus();
  }, [step]);

  return (
    <div ref={pageRef} class={css.page}>
      <header class={css.head}>
        <Mark label={t('appName')} />
        <div class={css.languages}>
          <ChoiceGroup
            label={t('language')}
            labelHidden
            value={language}
            choices={LANGUAGES.map((name) => ({ value: name, label: LANGUAGE_NAMES[name], lang: name }))}
            onChange={(choice) => updateSettings({ language: choice })}
          />
        </div>
      </header>
      {step === 1 ? <ClubStep /> : <PresetStep />}
    </div>
  );
}
