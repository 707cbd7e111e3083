/**
 * How this person reads. Kept in localStorage because it must be known before the first paint (the inline script in
 * index.html reads the same key); everything larger lives in IndexedDB.
 */
import * as v from 'valibot';

export const SETTINGS_KEY = 'same-page.settings';

const SettingsSchema = v.object({
  club: v.fallback(v.nullable(v.string()), null),
  preset: v.fallback(v.nullable(v.picklist(['sign', 'captions', 'pinyin', 'standard'])), null),
  language: v.fallback(v.picklist(['zh-Hans', 'zh-Hant', 'en']), 'zh-Hans'),
  text: v.fallback(v.picklist(['standard', 'large', 'larger', 'giant']), 'standard'),
  theme: v.fallback(v.picklist(['paper', 'night', 'mo', 'contrast']), 'paper'),
  font: v.fallback(v.picklist(['hei', 'kai']), 'hei'),
  lineHeight: v.fallback(v.picklist(['close', 'normal', 'wide']), 'normal'),
  /** `new` shows it over marked terms only. */
  pinyin: v.fallback(v.picklist(['off', 'tap', 'new', 'all']), 'tap'),
  wordSpacing: v.fallback(v.boolean(), false),
  lineFocus: v.fallback(v.boolean(), false),
  /** 逐句: one sentence a screen. */
  solo: v.fallback(v.boolean(), false),
  highlight: v.fallback(v.boolean(), true),
  plain: v.fallback(v.boolean(), false),
  /** Characters a caption line. */
  captionSize: v.fallback(v.picklist([16, 12, 8]), 16),
  signSize: v.fallback(v.picklist(['third', 'half', 'full']), 'third'),
  filmView: v.fallback(
    v.picklist(['sign-large', 'side-by-side', 'sign-only', 'picture-only']),
    'side-by-side',
  ),
  speed: v.fallback(v.picklist([0.5, 0.75, 1, 1.25, 1.5]), 1),
  pauseAfterSentence: v.fallback(v.boolean(), false),
  /** Which leads where a text has both: signing or a voice. */
  medium: v.fallback(v.picklist(['sign', 'audio']), 'sign'),
  /** Keys of a single character; WCAG 2.1.4 wants them to be switched off. */
  shortcuts: v.fallback(v.boolean(), true),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;
export type Preset = NonNullable<Settings['preset']>;

export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {});

/** What each of the four pictures of the first run sets. Everything stays adjustable on its own afterwards. */
export const PRESETS: Readonly<Record<Preset, Partial<Settings>>> = {
  sign: { text: 'standard', pinyin: 'tap', signSize: 'half', filmView: 'sign-large', captionSize: 16 },
  captions: { text: 'larger', pinyin: 'tap', signSize: 'third', filmView: 'side-by-side', captionSize: 12 },
  pinyin: { text: 'large', pinyin: 'all', signSize: 'third', filmView: 'side-by-side', captionSize: 16 },
  standard: { text: 'standard', pinyin: 'tap', signSize: 'third', filmView: 'side-by-side', captionSize: 16 },
};

/** Unknown or damaged fields fall back one by one, so a newer or older app never loses the rest. */
export function parseSettings(text: string | null): Settings {
  if (text === null) return DEFAULT_SETTINGS;
  try {
    return v.parse(SettingsSchema, JSON.parse(text));
  } catch {
    return DEFAULT_SETTINGS;
  }
}
