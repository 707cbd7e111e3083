/** The book's style sheet: little, since size, colour and line are the reader's own to choose in every reading app. */
export const epubStyle = `@charset "utf-8";
body { line-height: 1.8; line-break: strict; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.4; }
p, ul, ol, dl, figure, blockquote { margin: 0 0 1em; }
figure, dd { margin-left: 0; margin-right: 0; }
blockquote { border-left: 4px solid; padding-left: 1em; }
img, video { max-width: 100%; height: auto; }
audio { width: 100%; }
em { font-style: normal; -epub-text-emphasis-style: filled dot; text-emphasis: filled dot; text-emphasis-position: under; }
dt { font-weight: bold; }
dfn { font-style: normal; }
.pinyin { line-height: 2.3; }
.plain { border: 1px solid; padding: 0.5em 1em; margin: 0 0 1em; }
.note { font-size: 0.9em; }
.spoken { background: #fbe7a8; color: #1c1a17; }
`;
