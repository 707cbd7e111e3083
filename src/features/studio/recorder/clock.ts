/** Times of a recording, `1:04`; with tenths where frames are moved, `1:04.2`. */
export function clockText(seconds: number, tenths = false): string {
  const units = Math.floor(Math.max(0, seconds) * (tenths ? 10 : 1));
  const whole = tenths ? Math.floor(units / 10) : units;
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return tenths ? `${text}.${units % 10}` : text;
}
