/** The marks captions have rules of their own for: none at a line's end, ［ ］ round a sound. */

/** At a line's end the break itself is the pause. Ellipses stay. */
export const endMark = /[，。,]$|(?<!\.)\.$/u;

export function withoutEndMarks(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(endMark, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** A whole line in round or square brackets. */
export const soundLine = /^\s*(?:\(([^)]*)\)|（([^）]*)）|\[([^\]]*)\]|【([^】]*)】)\s*$/u;

export function withSoundBrackets(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [, ...inner] = soundLine.exec(line) ?? [];
      const sound = inner.find((part) => part !== undefined);
      return sound === undefined ? line : `［${sound.trim()}］`;
    })
    .join('\n');
}

/** 「主持人：」 in front of what she says. */
export const speakerLabel = /^[^\s，。！？：:]{1,8}[：:]/u;

/** Two people in one caption begin their lines with a dash each. */
export const startsWithDash = /^[-－–—]\s?(?=\S)/u;
