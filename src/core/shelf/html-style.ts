/**
 * The style sheet of the derived HTML, a blob like any other, so that the pages need no inline style and their policy can
 * forbid it. Works far below the app's floor: no custom properties, no `:has()`.
 */
export const htmlStyle = `@charset "utf-8";
html { font-size: 100%; color: #1c1a17; background: #fbf8f1; }
body { margin: 0; }
main { max-width: 28em; margin: 0 auto; padding: 1em; font: 1.5rem/1.8 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  line-break: strict; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.4; margin: 1.5em 0 0.75em; }
h1 { font-size: 1.4em; margin-top: 0.5em; }
h2 { font-size: 1.2em; }
h3 { font-size: 1.05em; }
p, ul, ol, dl, figure, blockquote, details { margin: 0 0 1.35em; }
figure, dd { margin-left: 0; margin-right: 0; }
blockquote { border-left: 4px solid #7a7266; padding-left: 1em; }
img, video { display: block; max-width: 100%; width: auto; height: auto; }
video { max-height: 75vh; }
audio { width: 100%; }
figcaption, .note { color: #4a453d; }
video { background: #000; }
a { color: #17505a; }
a:focus, summary:focus, input:focus, video:focus, audio:focus { outline: 4px solid #17505a; outline-offset: 2px; }
:target { background: #fbe7a8; }
ruby { ruby-position: over; }
rt { font-size: 0.58em; }
.pinyin { width: 1.5rem; height: 1.5rem; margin: 0 0.5rem 0 0; vertical-align: middle; }
.pinyin + label { display: inline-block; min-height: 48px; line-height: 48px; vertical-align: middle; }
.pinyin:not(:checked) ~ .text rt, .pinyin:not(:checked) ~ .text rp { display: none; }
.pinyin:checked ~ .text { line-height: 2.3; }
em { font-style: normal; -webkit-text-emphasis: filled dot; text-emphasis: filled dot; text-emphasis-position: under; }
dt { font-weight: bold; }
dfn { font-style: normal; }
summary { min-height: 48px; cursor: pointer; color: #17505a; }
@media (prefers-color-scheme: dark) {
  html { color: #efe9dd; background: #191713; }
  figcaption, .note { color: #d3cbbb; }
  a, summary { color: #9fd3dc; }
  a:focus, summary:focus, input:focus, video:focus, audio:focus { outline-color: #9fd3dc; }
  :target { background: #4b3d10; }
}
@media print {
  html { color: #000; background: #fff; }
  main { font-size: 18pt; max-width: none; }
  video, audio, .pinyin, .pinyin + label { display: none; }
}
`;
