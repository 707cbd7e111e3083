/** Findings about the month, its pieces and its session, for the studio. */
import { told, type Explanation } from './explanation.ts';
import type { FindingCode } from './finding.ts';

type IssueCode = Extract<
  FindingCode,
  | `issue-${string}`
  | `cover-${string}`
  | `session-${string}`
  | 'pieces-missing'
  | 'piece-lost'
  | 'file-lost'
  | 'piece-id-twice'
  | 'piece-title-missing'
  | 'piece-empty'
  | 'piece-day-wrong'
  | 'piece-day-outside'
  | 'source-missing'
  | 'permission-missing'
>;

export const issueExplanations: Readonly<Record<IssueCode, Explanation>> = {
  'issue-title-missing': told(
    ['这一期还没有标题。', '這一期還沒有標題。', 'This month has no title yet.'],
    ['请给它取一个短短的标题。', '請給它取一個短短的標題。', 'Give it a short one.'],
  ),
  'issue-summary-missing': told(
    ['这一期还没有简介。', '這一期還沒有簡介。', 'This month has no summary yet.'],
    [
      '请写一两句：这个月读什么。',
      '請寫一兩句：這個月讀什麼。',
      'Say in a sentence or two what is read this month.',
    ],
  ),
  'cover-missing': told(
    ['这一期还没有封面图。', '這一期還沒有封面圖。', 'This month has no cover yet.'],
    [
      '请放一张封面图；线条画和普通图片两种都要有。',
      '請放一張封面圖；線條畫和普通圖片兩種都要有。',
      'Add a cover; both the line drawing and the picture are needed.',
    ],
  ),
  'cover-alt-missing': told(
    [
      '封面图没有文字说明，看不见图的人不知道画的是什么。',
      '封面圖沒有文字說明，看不見圖的人不知道畫的是什麼。',
      'The cover does not say in words what it shows.',
    ],
    [
      '请写一句话，说明封面画的是什么。',
      '請寫一句話，說明封面畫的是什麼。',
      'Write one sentence about what the cover shows.',
    ],
  ),
  'pieces-missing': told(
    ['这一期一篇内容也没有。', '這一期一篇內容也沒有。', 'There is no piece in this month.'],
    ['请先加一篇。', '請先加一篇。', 'Add a piece first.'],
  ),
  'piece-lost': told(
    [
      '这一期里有一篇（{id}）找不到了。',
      '這一期裡有一篇（{id}）找不到了。',
      'A piece of this month ({id}) cannot be found.',
    ],
    [
      '请从这一期的备份文件里取回来，或者把它从这一期去掉。',
      '請從這一期的備份檔案裡取回來，或者把它從這一期去掉。',
      'Bring it back from a backup file of this month, or take it out of the month.',
    ],
  ),
  'file-lost': told(
    [
      '文件“{name}”在这台设备上找不到了。',
      '檔案「{name}」在這台裝置上找不到了。',
      'The file “{name}” is no longer on this device.',
    ],
    ['请重新放进来一次。', '請重新放進來一次。', 'Bring it in again.'],
  ),
  'piece-id-twice': told(
    [
      '这一期里同一篇出现了两次（{id}）。',
      '這一期裡同一篇出現了兩次（{id}）。',
      'The same piece is in this month twice ({id}).',
    ],
    ['请去掉其中一个。', '請去掉其中一個。', 'Take one of them out.'],
  ),
  'piece-title-missing': told(
    ['这一篇还没有标题。', '這一篇還沒有標題。', 'This piece has no title yet.'],
    ['请写上标题。', '請寫上標題。', 'Write its title.'],
  ),
  'piece-empty': told(
    ['这一篇里还什么都没有。', '這一篇裡還什麼都沒有。', 'There is nothing in this piece yet.'],
    [
      '请在“文字”里放进内容；图片展请放进图片。',
      '請在「文字」裡放進內容；圖片展請放進圖片。',
      'Put the text in under Text; for a gallery, its pictures.',
    ],
  ),
  'piece-day-wrong': told(
    [
      '这一篇的日期“{day}”看不懂。',
      '這一篇的日期「{day}」看不懂。',
      'The day of this piece, “{day}”, is no day.',
    ],
    ['请重新选一天。', '請重新選一天。', 'Choose the day again.'],
  ),
  'piece-day-outside': told(
    [
      '这一篇从 {day} 起才看得到，不在这一期的月份里。',
      '這一篇從 {day} 起才看得到，不在這一期的月份裡。',
      'This piece shows from {day}, which is not in its month.',
    ],
    [
      '请看看日期对不对；如果是这样安排的，写一句原因。',
      '請看看日期對不對；如果是這樣安排的，寫一句原因。',
      'Check the day; if it is meant so, say why.',
    ],
  ),
  'source-missing': told(
    ['没有写明这一篇是谁写的。', '沒有寫明這一篇是誰寫的。', 'It does not say who wrote this piece.'],
    ['请写上作者或出处。', '請寫上作者或出處。', 'Name the author or the source.'],
  ),
  'permission-missing': told(
    [
      '没有写明谁同意我们用这一篇。',
      '沒有寫明誰同意我們用這一篇。',
      'It does not say by whose leave we may show this piece.',
    ],
    [
      '请写上谁同意的，例如“作者同意”或“已过版权期”。',
      '請寫上誰同意的，例如「作者同意」或「已過版權期」。',
      'Say who agreed, for example “by leave of the author” or “out of copyright”.',
    ],
  ),
  'session-missing': told(
    [
      '这一期还没有活动的时间和地点。',
      '這一期還沒有活動的時間和地點。',
      'This month does not say when and where its session is.',
    ],
    [
      '请填上活动；这个月没有活动的话，写一句原因。',
      '請填上活動；這個月沒有活動的話，寫一句原因。',
      'Fill in the session; if there is none this month, say why.',
    ],
  ),
  'session-date-missing': told(
    ['活动还没有日期。', '活動還沒有日期。', 'The session has no date yet.'],
    ['请选活动的日期。', '請選活動的日期。', 'Choose its date.'],
  ),
  'session-time-missing': told(
    ['活动还没有开始和结束的时间。', '活動還沒有開始和結束的時間。', 'The session has no times yet.'],
    ['请填上几点开始、几点结束。', '請填上幾點開始、幾點結束。', 'Say when it begins and when it ends.'],
  ),
  'session-place-missing': told(
    ['活动还没有地点。', '活動還沒有地點。', 'The session has no place yet.'],
    ['请填上在哪里见面。', '請填上在哪裡見面。', 'Say where people meet.'],
  ),
  'session-interpreter-missing': told(
    ['活动还没有手语翻译。', '活動還沒有手語翻譯。', 'The session has no interpreter yet.'],
    [
      '请先约好手语翻译，再填上（写身份，不写名字，例如“手语老师”）。',
      '請先約好手語翻譯，再填上（寫身分，不寫名字，例如「手語老師」）。',
      'Arrange one, then fill it in by role, not by name, for example “sign language teacher”.',
    ],
  ),
  'session-times': told(
    [
      '活动在 {end} 结束，不比开始的 {start} 晚。',
      '活動在 {end} 結束，不比開始的 {start} 晚。',
      'The session ends at {end}, which is not after its start at {start}.',
    ],
    ['请改正时间。', '請改正時間。', 'Correct the times.'],
  ),
  'session-month': told(
    [
      '活动在 {date}，不在这一期的月份里。',
      '活動在 {date}，不在這一期的月份裡。',
      'The session is on {date}, which is not in this month.',
    ],
    [
      '请看看日期对不对；如果是这样安排的，写一句原因。',
      '請看看日期對不對；如果是這樣安排的，寫一句原因。',
      'Check the date; if it is meant so, say why.',
    ],
  ),
};
