/**
 * `{给水站|jǐshuǐzhàn}` and `{一会儿}` as an extension of the Markdown grammar, so that `\{` stays an ordinary brace. A
 * brace that opens or closes nothing becomes a node of its own and is reported, instead of being printed.
 */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { directive } from 'micromark-extension-directive';

type SyntaxExtension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<SyntaxExtension['text']>[string], { tokenize: unknown }>;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wordMark: 'wordMark';
    wordMarkSign: 'wordMarkSign';
    wordMarkText: 'wordMarkText';
    wordMarkPinyin: 'wordMarkPinyin';
    strayBrace: 'strayBrace';
  }
}

interface WordMark {
  type: 'wordMark';
  value: string;
  pinyin?: string;
  position?: { start: { line: number } };
}

interface StrayBrace {
  type: 'strayBrace';
  value: string;
  position?: { start: { line: number } };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wordMark: WordMark;
    strayBrace: StrayBrace;
  }
  interface RootContentMap {
    wordMark: WordMark;
    strayBrace: StrayBrace;
  }
}

const OPEN = 123;
const BAR = 124;
const CLOSE = 125;
/** 「｜」, what a Chinese keyboard gives for 「|」. */
const WIDE_BAR = 0xff5c;

/** End of file and line ends (negative below the virtual spaces). */
const endsLine = (code: number | null): boolean => code === null || code < -2;
const isBar = (code: number | null): boolean => code === BAR || code === WIDE_BAR;

const tokenizeWordMark: Tokenizer = (effects, ok, nok) => {
  let length = 0;
  const sign = (code: number | null): void => {
    effects.enter('wordMarkSign');
    effects.consume(code);
    effects.exit('wordMarkSign');
  };
  const close = (code: number | null): State | undefined => {
    sign(code);
    effects.exit('wordMark');
    return ok;
  };
  const pinyin = (code: number | null): State | undefined => {
    if (endsLine(code) || code === OPEN || isBar(code)) return nok(code);
    if (code === CLOSE) {
      if (length === 0) return nok(code);
      effects.exit('wordMarkPinyin');
      return close(code);
    }
    effects.consume(code);
    length += 1;
    return pinyin;
  };
  const text = (code: number | null): State | undefined => {
    if (endsLine(code) || code === OPEN) return nok(code);
    if (code === CLOSE || isBar(code)) {
      if (length === 0) return nok(code);
      effects.exit('wordMarkText');
      if (code === CLOSE) return close(code);
      sign(code);
      effects.enter('wordMarkPinyin');
      length = 0;
      return pinyin;
    }
    effects.consume(code);
    length += 1;
    return text;
  };
  return (code) => {
    effects.enter('wordMark');
    sign(code);
    effects.enter('wordMarkText');
    return text;
  };
};

const tokenizeStrayBrace: Tokenizer = (effects, ok) => (code) => {
  effects.enter('strayBrace');
  effects.consume(code);
  effects.exit('strayBrace');
  return ok;
};

export const markSyntax: SyntaxExtension = {
  text: {
    [OPEN]: [{ tokenize: tokenizeWordMark }, { tokenize: tokenizeStrayBrace }],
    [CLOSE]: { tokenize: tokenizeStrayBrace },
  },
};

export const markFromMarkdown: FromMarkdownExtension = {
  enter: {
    wordMark(token) {
      this.enter({ type: 'wordMark', value: '' }, token);
    },
    strayBrace(token) {
      this.enter({ type: 'strayBrace', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    wordMarkText(token) {
      const mark = this.stack.at(-1);
      if (mark?.type === 'wordMark') mark.value = this.sliceSerialize(token);
    },
    wordMarkPinyin(token) {
      const mark = this.stack.at(-1);
      if (mark?.type === 'wordMark') mark.pinyin = this.sliceSerialize(token);
    },
    wordMark(token) {
      this.exit(token);
    },
    strayBrace(token) {
      this.exit(token);
    },
  },
};
