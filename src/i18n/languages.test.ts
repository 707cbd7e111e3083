import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages.ts';

type Tree = { [key: string]: string | Tree };
const files = import.meta.glob<Tree>('./locales/*/*.json', { import: 'default', eager: true });
const namespaces = [...new Set(Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/gu, '')))];

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}
// English counts in two forms where Chinese has one, so plural endings do not make keys differ.
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/u, '');
const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/gu) ?? [])].sort().join(' ');
const messages = (language: string, namespace: string) =>
  flat(files[`./locales/${language}/${namespace}.json`] ?? {});

// Characters that exist only in Simplified Chinese, among the commonest (shapes both scripts share are left out); none may reach a zh-Hant reader.
const SIMPLIFIED_ONLY = new Set(
  '这们说对时间国学会见现过进还没来开关门问听读书写词语汉义习认识记录页张图画视频声设显简单击点选择动线红绿蓝黄长宽马鸟鱼车东乐爱儿万与业严个丰临为举么乌乡买乱争亏' +
    '亚产亲亿仅从仓仪价众优伟传伤伦体侠侧侦侨俭债倾储兰兴养兽内冈册军农冯冲决况冻净凉减凤凭凿刘则刚创删别剂剑剧劝办务励劲劳势区医华协卖卢卫却厂厅历厉压厌县参双发变叙' +
    '叶号叹吓吕吗启员呜咙响哑哗唤啬啰嘱团园围圆圣场坏块坚坛坝坟坠垄垒壮处备复够头夹夺奋奖妆妇妈娱婴孙宁宝实宠审宪宾寻导寿将尔尘尝层届属岁岂岗岛岭币师帐带帮并广庄庆庐' +
    '库应庙废异弃弥弯弹强归当彻径',
);

describe('the three languages of the interface', () => {
  it.each(namespaces)('%s says the same things in all three', (namespace) => {
    const [first, ...others] = LANGUAGES.map(
      (language) => new Set(messages(language, namespace).map(([key]) => base(key))),
    );
    for (const other of others) expect([...other].sort()).toEqual([...(first ?? [])].sort());
  });

  it.each(namespaces)('%s fills in the same values in all three', (namespace) => {
    const original = new Map(
      messages('zh-Hans', namespace).map(([key, text]) => [base(key), placeholders(text)]),
    );
    for (const language of LANGUAGES)
      for (const [key, text] of messages(language, namespace)) {
        // "1 sentence" may do without its number.
        if (key.endsWith('_one')) continue;
        expect(`${language} ${key}: ${placeholders(text)}`).toBe(
          `${language} ${key}: ${original.get(base(key))}`,
        );
      }
  });

  it.each(namespaces)('%s leaves nothing empty', (namespace) => {
    for (const language of LANGUAGES)
      for (const [key, text] of messages(language, namespace))
        expect(`${language} ${key}: ${text.trim()}`).not.toMatch(/: $/u);
  });

  it.each(namespaces)('%s shows no Simplified characters to a reader of Traditional Chinese', (namespace) => {
    for (const [key, text] of messages('zh-Hant', namespace)) {
      const found = [...text].filter((character) => SIMPLIFIED_ONLY.has(character));
      expect(`${key}: ${found.join('')}`).toBe(`${key}: `);
    }
  });

  it.each(namespaces)(
    '%s shows no Chinese quotes or full-width marks to a reader of English',
    (namespace) => {
      for (const [key, text] of messages('en', namespace))
        expect(`${key}: ${text}`).not.toMatch(/[，。！？；：「」（）]/u);
    },
  );
});
