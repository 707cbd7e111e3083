/** What publishing itself finds wrong, and the cure. `{name}` is a parameter. */
export const publishTexts = {
  'club-unknown': [
    'error',
    '没有「{club}」这个俱乐部。现有的是：{known}。',
    'There is no club "{club}". There are: {known}.',
  ],
  'picture-unknown': [
    'error',
    '{file} 不是能用的图片。请换成 PNG、JPEG、WebP 或写明 viewBox 的 SVG。',
    '{file} is no picture that can be used. Use PNG, JPEG, WebP, or an SVG with a viewBox.',
  ],
  'picture-unsafe': [
    'error',
    '{file} 里有不允许的内容：{found}。图里不能有脚本、外部地址和动画，请从画图软件重新导出。',
    '{file} contains something a drawing may not: {found}. No scripts, addresses or animation; export it again.',
  ],
  'cover-not-bitmap': [
    'error',
    '{file} 不是位图。封面的 bitmap 要用 PNG、JPEG 或 WebP，给不能显示 SVG 的阅读软件。',
    '{file} is no bitmap. The cover needs a PNG, JPEG or WebP for reading apps without SVG.',
  ],
  'cue-trimmed': [
    'repaired',
    '轨 {track} 的最后一句比文件长了 {seconds} 秒，已经改到文件结束为止。',
    'The last cue of track {track} ended {seconds} s after the file; it now ends with it.',
  ],
  'captions-bilingual': [
    'repaired',
    '{file} 每条字幕有两种语言，只留下了写明的那一种（{language}）。',
    '{file} has two languages in each caption; only the declared one ({language}) was kept.',
  ],
  'reason-missing': [
    'error',
    '{what}这一条要有一句原因才能发布：请在工作台的“检查”里写，或者写进 issue.json 的 reasons，名字是 {keys}。',
    '{what} It may be published only with a written reason: write one under Checks in the studio, or under reasons in issue.json, as {keys}.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning' | 'repaired', string, string]>;

export type PublishCode = keyof typeof publishTexts;
