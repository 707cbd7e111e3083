/** Sounds and speakers put into a caption's words. They are content, in the language of the captions, not of the page. */
import { speakerLabel } from '../../../core/captions/marks.ts';

/** Sounds that matter in films of a neighbourhood; anything else is typed. */
export const SOUNDS: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', readonly string[]>> = {
  'zh-Hans': ['音乐', '掌声', '笑声', '门铃响', '电话响', '敲门声', '脚步声', '汽车声', '鸟叫', '雨声'],
  'zh-Hant': ['音樂', '掌聲', '笑聲', '門鈴響', '電話響', '敲門聲', '腳步聲', '汽車聲', '鳥叫', '雨聲'],
  en: [
    'music',
    'applause',
    'laughter',
    'doorbell',
    'phone rings',
    'knocking',
    'footsteps',
    'traffic',
    'birdsong',
    'rain',
  ],
};

export function soundsFor(language: string): readonly string[] {
  if (language.startsWith('zh-Hant')) return SOUNDS['zh-Hant'];
  return language.startsWith('zh') ? SOUNDS['zh-Hans'] : SOUNDS.en;
}

/** A line of its own before the words, ［］ round it; the same sound twice is once. */
export function withSound(text: string, sound: string): string {
  const name = sound.replace(/[［］[\]()（）【】\n]/gu, '').trim();
  const label = `［${name}］`;
  if (name === '' || text.includes(label)) return text;
  return text.trim() === '' ? label : `${label}\n${text}`;
}

/** 「主持人：」 before the words, in place of another name. */
export function withSpeaker(text: string, speaker: string): string {
  const name = speaker.replace(/[：:\s]/gu, '');
  if (name === '') return text;
  const lines = text.split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => !/^［[^］]*］$/u.test(line.trim())),
  );
  return lines
    .map((line, i) => (i === at ? `${name}：${line.replace(speakerLabel, '').trim()}` : line))
    .join('\n');
}

/** Names in use, the most used first. */
export function speakersIn(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const name = speakerLabel.exec(line)?.[0].slice(0, -1);
    if (name !== undefined && /\p{L}/u.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
