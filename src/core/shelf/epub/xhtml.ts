/** XHTML of the book: what authors wrote passes `xmlText`, and there is no way to pass markup through. */
import { attributes as htmlAttributes, escapeHtml } from '../html-text.ts';

/** XML 1.0, 2.2: what may not stand in a document at all, escaped or not. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export const xmlText = (text: string): string => escapeHtml(text.replace(notXml, ''));

export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  const clean = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(notXml, '') : value,
  ]);
  return htmlAttributes(Object.fromEntries(clean));
}

/** Ids of the book: sentence ids may begin with a digit, which XML forbids, and neither kind contains an underscore. */
export const sentenceId = (id: string): string => `s_${id}`;
export const termId = (id: string): string => `t_${id}`;

/** The language, in the form of HTML and of XML. */
export const inLanguage = (language: string): string => attributes({ lang: language, 'xml:lang': language });

/** Words of the book itself, in Chinese: marked so where the text is in another language. */
export type Label = (text: string) => string;
export const labelIn =
  (language: string): Label =>
  (text) =>
    language.startsWith('zh') ? xmlText(text) : `<span${inLanguage('zh-Hans')}>${xmlText(text)}</span>`;

export function page(language: string, title: string, body: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${inLanguage(language)}>`,
    `<head>\n<meta charset="UTF-8"/>\n<title>${xmlText(title)}</title>`,
    '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n<body>',
    ...body.filter((part) => part !== ''),
    '</body>\n</html>\n',
  ].join('\n');
}
