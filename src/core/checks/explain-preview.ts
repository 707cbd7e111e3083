/** Findings about the preview itself, for the studio. */
import { told, type Explanation } from './explanation.ts';
import type { PreviewFindingCode } from './preview.ts';

const pictureWithoutWords = told(
  ['有一张图没有文字说明。', '有一張圖沒有文字說明。', 'A picture does not say in words what it shows.'],
  [
    '请在“文字”里给这张图写一句说明。',
    '請在「文字」裡給這張圖寫一句說明。',
    'Write one sentence about it under Text.',
  ],
);

export const previewExplanations: Readonly<Record<PreviewFindingCode, Explanation>> = {
  'preview-unexamined': told(
    [
      '这一篇还没有在预览里检查过。',
      '這一篇還沒有在預覽裡檢查過。',
      'This piece has not been examined in the preview yet.',
    ],
    [
      '打开这一篇的“检查”，等它自己检查完；要一次检查全部，到“去发布”那一页。',
      '打開這一篇的「檢查」，等它自己檢查完；要一次檢查全部，到「去發佈」那一頁。',
      'Open Checks of this piece and wait for it to finish; the publish page examines all pieces at once.',
    ],
  ),
  'preview-outdated': told(
    [
      '上次在预览里检查以后，这一篇又改过。',
      '上次在預覽裡檢查以後，這一篇又改過。',
      'This piece was changed after it was examined in the preview.',
    ],
    [
      '请再检查一次：打开这一篇的“检查”就会自己开始。',
      '請再檢查一次：打開這一篇的「檢查」就會自己開始。',
      'Examine it again: opening Checks of this piece begins by itself.',
    ],
  ),
  'axe-image-alt': pictureWithoutWords,
  'axe-svg-img-alt': pictureWithoutWords,
  'axe-image-redundant-alt': told(
    [
      '有一张图的说明和旁边的文字一样，听的人会听到两遍。',
      '有一張圖的說明和旁邊的文字一樣，聽的人會聽到兩遍。',
      'The description of a picture repeats the words beside it; who listens hears them twice.',
    ],
    [
      '请让说明讲图里有什么，不要重复图下面的话；没有别的可说，就写一句原因。',
      '請讓說明講圖裡有什麼，不要重複圖下面的話；沒有別的可說，就寫一句原因。',
      'Say what is in the picture instead of repeating its caption; if there is nothing else to say, give a reason.',
    ],
  ),
  'axe-empty-heading': told(
    ['有一个标题里没有字。', '有一個標題裡沒有字。', 'A heading has no words.'],
    [
      '请在“文字”里给标题写上字，或者去掉它。',
      '請在「文字」裡給標題寫上字，或者去掉它。',
      'Write the heading under Text, or remove it.',
    ],
  ),
  'axe-heading-order': told(
    ['小标题跳了一级。', '小標題跳了一級。', 'A heading level is skipped.'],
    [
      '请在“文字”里把它改成大一级的标题。',
      '請在「文字」裡把它改成大一級的標題。',
      'Make the heading larger under Text.',
    ],
  ),
  'axe-page-has-heading-one': told(
    ['这一篇没有标题。', '這一篇沒有標題。', 'This piece has no title.'],
    ['请写上标题。', '請寫上標題。', 'Write its title.'],
  ),
  'axe-valid-lang': told(
    [
      '有一段的语言没有标对，读屏软件会读错。',
      '有一段的語言沒有標對，讀屏軟體會讀錯。',
      'The language of a passage is marked wrongly; a screen reader would misread it.',
    ],
    ['请检查这一篇的语言。', '請檢查這一篇的語言。', 'Check the language of this piece.'],
  ),
  'axe-link-name': told(
    ['有一个链接没有名字。', '有一個連結沒有名字。', 'A link has no name.'],
    ['请检查这一处的文字。', '請檢查這一處的文字。', 'Check the text at this place.'],
  ),
  'axe-list': told(
    ['有一个列表不完整。', '有一個列表不完整。', 'A list is incomplete.'],
    [
      '请在“文字”里看看这个列表，空的项目请去掉。',
      '請在「文字」裡看看這個列表，空的項目請去掉。',
      'Look at the list under Text and remove empty items.',
    ],
  ),
  'axe-duplicate-id-aria': told(
    [
      '有两句用了同一个编号，手语会对错。',
      '有兩句用了同一個編號，手語會對錯。',
      'Two sentences have the same number; signing would go to the wrong one.',
    ],
    [
      '请删掉其中一句，再重新打一遍。',
      '請刪掉其中一句，再重新打一遍。',
      'Delete one of them and type it again.',
    ],
  ),
  'axe-video-caption': told(
    ['影片没有字幕。', '影片沒有字幕。', 'The film has no captions.'],
    ['请在“字幕”里加上字幕。', '請在「字幕」裡加上字幕。', 'Add captions under Captions.'],
  ),
  'axe-other': told(
    [
      '预览里有一处不合无障碍的规定：{help}（{rule}）。',
      '預覽裡有一處不合無障礙的規定：{help}（{rule}）。',
      'Something in the preview breaks a rule of accessibility: {help} ({rule}).',
    ],
    [
      '这多半是程序的问题，不是您写的内容。请把这一句告诉维护同页的人；写一句原因就可以先发布。',
      '這多半是程式的問題，不是您寫的內容。請把這一句告訴維護同頁的人；寫一句原因就可以先發佈。',
      'This is most likely a fault of the program, not of what you wrote. Tell whoever looks after Same Page; with a reason written it may be published.',
    ],
  ),
};
