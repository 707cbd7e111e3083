/** Every problem authoring names: how grave it is, and what to do about it, in Chinese and in English. `{name}` is a parameter. */
export const PROBLEM_TABLE = {
  // the folder
  'file-missing': [
    'error',
    '找不到文件 {path}。请把它放进这一期的文件夹，或改正这里写的名字。',
    'The file {path} is missing. Put it into the issue folder or correct the name written here.',
  ],
  'not-utf8': [
    'error',
    '这个文件不是 UTF-8 编码。请另存为 UTF-8 再试。',
    'This file is not UTF-8. Save it as UTF-8 and try again.',
  ],
  'path-unsafe': [
    'error',
    '{path} 不能用：只能写这一期文件夹里的文件，不能以 / 开头，不能含 .. 或 \\。',
    '{path} cannot be used: name a file inside the issue folder, without a leading /, “..” or “\\”.',
  ],
  'json-syntax': [
    'error',
    'JSON 写法有误：{detail}。请检查这一行附近的引号、逗号和括号。',
    'The JSON cannot be read: {detail}. Check quotes, commas and brackets near this line.',
  ],
  'yaml-syntax': [
    'error',
    'YAML 写法有误：{detail}。请检查这一行的缩进、冒号和引号（冒号后要空一格）。',
    'The YAML cannot be read: {detail}. Check indentation, colons (a space follows) and quotes on this line.',
  ],
  'field-missing': ['error', '缺少「{field}」。{expected}', '“{field}” is missing. {expectedEn}'],
  'field-wrong': [
    'error',
    '「{field}」写得不对（现在是 {found}）。{expected}',
    '“{field}” is not right (found {found}). {expectedEn}',
  ],
  'field-unknown': [
    'error',
    '不认识「{field}」。请检查拼写，或删掉这一行。',
    '“{field}” is not known. Check the spelling or remove it.',
  ],
  'issue-id': [
    'error',
    '编号 {id} 不对：应是“月份-班”，也就是 {expected}。',
    'The id {id} should be month and club: {expected}.',
  ],
  'session-times': [
    'error',
    '活动结束时间 {end} 不晚于开始时间 {start}。请改正。',
    'The session ends ({end}) no later than it starts ({start}). Correct the times.',
  ],
  'piece-repeated': [
    'error',
    '{path} 在 pieces 里写了两次。请删掉一个。',
    '{path} stands twice in “pieces”. Remove one.',
  ],
  'piece-extension': [
    'error',
    '{path} 不是一篇：每篇应是 .md 或 .json 文件。',
    '{path} is no piece: a piece is a .md or .json file.',
  ],
  'piece-id-repeated': [
    'error',
    '编号 {id} 已经用在 {other}。每篇的 id 不能相同，请换一个。',
    'The id {id} is already used by {other}. Give each piece its own.',
  ],
  'front-matter-missing': [
    'error',
    '文件开头缺少两行 --- 之间的说明（id、kind、title 等）。请照着 ISSUE-FOLDER.md 加上。',
    'The file does not begin with front matter between two lines “---” (id, kind, title…). Add it as ISSUE-FOLDER.md shows.',
  ],
  'body-empty': [
    'error',
    '这一篇没有正文。请在第二个 --- 下面写正文。',
    'This piece has no text. Write it below the second “---”.',
  ],
  'ids-damaged': [
    'error',
    '句子编号文件读不出来。请从版本记录里恢复它；如果这一篇还没有手语和字幕，可以删掉它重新编号。',
    'The ids file cannot be read. Restore it from version control; if the piece has no cues yet, delete it and ids start anew.',
  ],
  'sentence-repeated': [
    'error',
    '句子编号 {id} 用了两次。每句的 id 不能相同。',
    'The sentence id {id} is used twice. Each sentence needs its own.',
  ],
  // tracks
  'track-repeated': [
    'error',
    '轨的编号 {id} 用了两次。请换一个。',
    'The track id {id} is used twice. Give each track its own.',
  ],
  'film-track': [
    'error',
    '影片要有一条 kind: film 的轨，现在有 {count} 条。',
    'A film has exactly one track of kind “film”; there are {count}.',
  ],
  'film-track-elsewhere': [
    'error',
    '只有 kind: film 的篇才能有 kind: film 的轨。请改 kind，或删掉这条轨。',
    'Only a piece of kind “film” may have a film track. Change the kind or remove the track.',
  ],
  'track-cues': [
    'error',
    '轨 {id} 缺少 cues：没有它就不知道每句从哪里开始。请加上对句文件（WebVTT）。',
    'The track {id} has no “cues”: nothing says where each sentence begins. Add a WebVTT cue file.',
  ],
  // terms
  'term-repeated': [
    'error',
    '词语编号 {id} 写了两次。请合并或换一个编号。',
    'The term id {id} stands twice. Merge them or change one.',
  ],
  'term-unknown': [
    'error',
    '文中标了词语 {id}（{word}），terms.yaml 里没有。请在 terms.yaml 加上，或去掉标记。',
    'The text marks the term {id} ({word}), which terms.yaml lacks. Add it there or remove the mark.',
  ],
  'term-unused': [
    'warning',
    '词语 {id}（{word}）没有在任何一篇里标出，读者看不到它。',
    'The term {id} ({word}) is marked in no piece; readers will not meet it.',
  ],
  'term-pinyin': [
    'error',
    '词语 {id}（{word}）的拼音认不出来。请写上 pinyin。',
    'No pinyin is known for the term {id} ({word}). Write “pinyin” for it.',
  ],
  'pinyin-odd': [
    'error',
    '「{pinyin}」不像拼音。请用带声调符号的拼音，例如 jǐshuǐzhàn，不用数字。',
    '“{pinyin}” does not look like pinyin. Use tone marks, e.g. jǐshuǐzhàn, no digits.',
  ],
  // Markdown
  html: [
    'error',
    '正文里不能用 HTML（{found}）。请删掉标签，只留文字。',
    'HTML ({found}) has no place in a piece. Remove the tags and keep the words.',
  ],
  code: [
    'error',
    '正文里不能用代码格式。行首的四个空格请改成顶格；` 号请删掉。',
    'Code has no place in a piece. Remove the four spaces at the line’s start, or the ` marks.',
  ],
  table: [
    'error',
    '正文里不能用表格。请改成列表，或做成图片并写清说明。',
    'Tables have no place in a piece. Make it a list, or a picture with a description.',
  ],
  rule: [
    'error',
    '正文里不能用分隔线。请用 ## 小标题分段。',
    'A rule has no place in a piece. Divide the text with a ## heading.',
  ],
  footnote: [
    'error',
    '正文里不能用「[名]: 地址」这种写法。请删掉这一行。',
    'Link definitions “[name]: address” have no place in a piece. Remove the line.',
  ],
  link: [
    'error',
    '正文里不能放网址链接（{url}）。请只留文字；词语请写成 [词](term:编号)。',
    'Links ({url}) have no place in a piece. Keep the words; mark a term as [word](term:id).',
  ],
  'link-title': [
    'error',
    '词语标记里多了「{title}」。请写成 [词](term:编号)。',
    'The term mark has a superfluous “{title}”. Write [word](term:id).',
  ],
  'picture-remote': [
    'error',
    '不能用网上的图片（{url}）。请把图片下载到这一期的文件夹里。',
    'A picture from the network ({url}) cannot be used. Save it into the issue folder.',
  ],
  'figure-alt': [
    'error',
    '图片 {path} 没有说明。请在 ![ ] 里写出图上有什么，给看不见的人读。',
    'The picture {path} has no description. Say within ![ ] what it shows.',
  ],
  'figure-place': [
    'error',
    '图片要单独成段。请在它前后各空一行。',
    'A picture stands alone in its paragraph. Leave an empty line before and after it.',
  ],
  'heading-one': [
    'error',
    '正文里不用 # 大标题（标题写在文件开头的 title）。请改成 ##。',
    'The title stands in the front matter; use ## for headings, not #.',
  ],
  'heading-deep': ['error', '小标题最多两级：## 和 ###。', 'Headings have two levels only: ## and ###.'],
  'heading-skipped': [
    'error',
    '### 上面还没有 ##。请先用 ##。',
    'This ### has no ## above it. Use ## first.',
  ],
  'heading-empty': [
    'error',
    '这个小标题没有字。请写上，或删掉 # 号。',
    'This heading is empty. Write it or remove the # signs.',
  ],
  'heading-space': [
    'warning',
    '这一段开头的 # 会原样显示。要做小标题，请在 ## 后面空一格。',
    'The # signs will be shown as they are. For a heading leave a space after ##.',
  ],
  'list-nested': [
    'error',
    '列表里不能再套列表。请拆成两个列表。',
    'A list cannot stand within a list. Make two lists of it.',
  ],
  'list-start': [
    'error',
    '列表从 {start} 开始。编号列表要从 1 开始；如果这不是列表，请写成 {start}\\.',
    'The list starts at {start}. Numbered lists start at 1; if it is no list, write {start}\\.',
  ],
  'list-content': ['error', '列表的每一项只能是文字。', 'A list item can only hold text.'],
  'quotation-content': ['error', '引文（>）里只能是文字。', 'A quotation (>) can only hold text.'],
  'line-break': [
    'error',
    '行末有两个空格或 \\ 造成的强制换行。请删掉；要另起一段，请空一行。',
    'Two spaces or a \\ at the line’s end force a line break. Remove them; for a new paragraph leave an empty line.',
  ],
  'container-unknown': [
    'error',
    '不认识 ::: {name}。只能用 ::: plain（浅白版）。',
    '::: {name} is not known. Only ::: plain can be used.',
  ],
  'container-open': [
    'error',
    '::: plain 没有结束。请在浅白版后面单独写一行 :::。',
    '::: plain is not closed. Write ::: on a line of its own after it.',
  ],
  'plain-nowhere': [
    'error',
    '浅白版前面没有可以替换的段落。请把它紧跟在要替换的段落、引文或列表后面。',
    'Nothing stands before this plain version. Put it right after the paragraph, quotation or list it replaces.',
  ],
  'plain-twice': [
    'error',
    '这一段已经有浅白版了。请合成一个。',
    'This block has a plain version already. Make one of the two.',
  ],
  'plain-content': [
    'error',
    '浅白版里只能是普通段落，不能是空的。',
    'A plain version holds paragraphs only, at least one.',
  ],
  'brace-stray': [
    'error',
    '有一个没有配对的「{brace}」。注音写成 {字|pinyin}；如果就要这个符号，请写成 \\{brace}。',
    'A “{brace}” has no partner. A reading is written {字|pinyin}; for the sign itself write \\{brace}.',
  ],
  'asterisk-stray': [
    'warning',
    '这一段里有 * 号会原样显示。强调要写成 *字*，标点放在 * 外面；如果就要这个符号，请写成 \\*。',
    'A * will be shown as it is. Emphasis is *字* with punctuation outside; for the sign itself write \\*.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string, string]>;
