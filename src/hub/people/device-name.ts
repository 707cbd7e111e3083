/** Browser and system from the user agent, enough for a person to know their own machines by: Chrome · Windows. */
const browsers = [
  [/MicroMessenger\//u, 'WeChat'],
  [/Edg(?:A|iOS)?\//u, 'Edge'],
  [/(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const;
const systems = [
  [/iPad/u, 'iPad'],
  [/iPhone/u, 'iPhone'],
  [/Android/u, 'Android'],
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'Mac'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
] as const;

/** Empty when it says nothing we know. */
export function deviceName(userAgent: string | undefined): string {
  const find = (names: typeof browsers | typeof systems): string =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '';
  return [find(browsers), find(systems)].filter((part) => part !== '').join(' · ');
}
