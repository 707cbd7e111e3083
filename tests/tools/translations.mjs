// Every language has the keys and placeholders of zh-Hans, and every key is used: nothing falls back, nothing is left over.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'src/i18n/locales';
const SOURCE = 'zh-Hans';

function flatten(value, prefix = '') {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(value).flatMap(([key, child]) => flatten(child, prefix ? `${prefix}.${key}` : key));
}
function load(language, file) {
  try {
    return new Map(flatten(JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8'))));
  } catch {
    return null;
  }
}
// English has plural forms that Chinese has not: key_one and key_other stand for key_other or key.
const base = (key) => key.replace(/_(zero|one|two|few|many|other)$/u, '');
const placeholders = (text) =>
  [...text.matchAll(/\{\{\s*([\w.]+)/gu)]
    .map((match) => match[1])
    .toSorted()
    .join(',');

const problems = [];
const languages = readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).isDirectory());
for (const file of readdirSync(join(FOLDER, SOURCE))) {
  const source = load(SOURCE, file);
  for (const language of languages.filter((name) => name !== SOURCE)) {
    const target = load(language, file);
    if (!target) {
      problems.push(`${language}/${file}: missing or not JSON`);
      continue;
    }
    const has = new Set([...target.keys()].map(base));
    const wanted = new Set([...source.keys()].map(base));
    for (const key of wanted) if (!has.has(key)) problems.push(`${language}/${file}: ${key} is missing`);
    for (const key of has)
      if (!wanted.has(key)) problems.push(`${language}/${file}: ${key} is not in ${SOURCE}`);
    for (const [key, text] of target) {
      if (text.trim() === '') problems.push(`${language}/${file}: ${key} is empty`);
      const original = source.get(key) ?? source.get(base(key)) ?? source.get(`${base(key)}_other`);
      // A singular form may leave the number out.
      if (original && !key.endsWith('_one') && placeholders(original) !== placeholders(text)) {
        problems.push(`${language}/${file}: ${key} has other placeholders than ${SOURCE}`);
      }
    }
  }
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'locales' ? [] : sources(path);
    return /\.tsx?$/u.test(entry.name) && !/\.test\./u.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}
const code = sources('src').join('\n');
// `person.${part}` and `${problem}.title` stand for every key of that shape.
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const shapes = [...code.matchAll(/`([\w.-]*\$\{[^`]*)`/gu)]
  .map(([, template]) => template.split(/\$\{[^}]*\}/gu).map(escape))
  .filter((parts) => parts.some((part) => /[a-z]{3}/iu.test(part)))
  .map((parts) => new RegExp(`^${parts.join('[\\w-]+')}$`, 'u'));
for (const file of readdirSync(join(FOLDER, SOURCE))) {
  for (const key of new Set([...(load(SOURCE, file)?.keys() ?? [])].map(base))) {
    const isNamed = code.includes(`'${key}'`) || code.includes(`:${key}'`);
    if (!isNamed && !shapes.some((shape) => shape.test(key)))
      problems.push(`${SOURCE}/${file}: ${key} is used nowhere`);
  }
}
for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
