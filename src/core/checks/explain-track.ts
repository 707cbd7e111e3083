/** Findings about signing, recitation and film, for the studio. */
import type { CueProblemCode } from '../sync/cue-problem.ts';
import { told, type Explanation } from './explanation.ts';
import type { FindingCode } from './finding.ts';

type TrackCode =
  | Extract<
      FindingCode,
      | `track-${string}`
      | 'sign-missing'
      | `signer-${string}`
      | `signing-${string}`
      | `review-${string}`
      | 'audio-missing'
      | 'film-track-missing'
      | 'performer-missing'
      | 'placeholder-outside-starter'
      | 'sentences-uncovered'
    >
  | Exclude<CueProblemCode, 'cue-uncovered' | 'cue-too-many' | 'cue-file'>;

export const trackExplanations: Readonly<Record<TrackCode, Explanation>> = {
  'sign-missing': told(
    [
      '这一篇还没有手语视频。这个班的每一篇都要有手语。',
      '這一篇還沒有手語影片。這個班的每一篇都要有手語。',
      'This piece has no sign-language video. This club needs one for every piece.',
    ],
    [
      '请在“手语”里录制，或者导入录好的视频。',
      '請在「手語」裡錄製，或者匯入錄好的影片。',
      'Record it under Signing, or import a video.',
    ],
  ),
  'audio-missing': told(
    ['这一篇还没有朗读录音。', '這一篇還沒有朗讀錄音。', 'This piece has no recording of it read aloud.'],
    ['请录音，或者导入录好的声音。', '請錄音，或者匯入錄好的聲音。', 'Record it, or import a recording.'],
  ),
  'film-track-missing': told(
    [
      '影片这一篇要有一个影片文件，别的篇不能有；现在有 {films} 个。',
      '影片這一篇要有一個影片檔，別的篇不能有；現在有 {films} 個。',
      'A film piece needs exactly one film and other pieces none; there are {films}.',
    ],
    [
      '请在“字幕”里导入影片，多出来的请去掉。',
      '請在「字幕」裡匯入影片，多出來的請去掉。',
      'Import the film under Captions, and remove what is too many.',
    ],
  ),
  'track-id-twice': told(
    [
      '同一篇里有两条手语或录音用了同一个编号（{track}）。',
      '同一篇裡有兩條手語或錄音用了同一個編號（{track}）。',
      'Two recordings of this piece have the same number ({track}).',
    ],
    [
      '请去掉其中一条，再重新加一次。',
      '請去掉其中一條，再重新加一次。',
      'Remove one of them and add it again.',
    ],
  ),
  'track-unnamed': told(
    [
      '有一条手语、录音或影片还没有名称。',
      '有一條手語、錄音或影片還沒有名稱。',
      'A sign video, recording or film has no name yet.',
    ],
    [
      '请写上名称，例如“国家通用手语”“上海手语”。',
      '請寫上名稱，例如「國家通用手語」「上海手語」。',
      'Name it, for example “National common sign language” or “Shanghai sign language”.',
    ],
  ),
  'performer-missing': told(
    [
      '“{track}”没有写明是谁打的手语或朗读的。',
      '「{track}」沒有寫明是誰打的手語或朗讀的。',
      '“{track}” does not say who signs or reads.',
    ],
    [
      '请写身份，不写名字，例如“手语老师”。',
      '請寫身分，不寫名字，例如「手語老師」。',
      'Say it by role, not by name, for example “sign language teacher”.',
    ],
  ),
  'track-media-missing': told(
    [
      '“{track}”还没有录，也没有导入。',
      '「{track}」還沒有錄，也沒有匯入。',
      '“{track}” has been neither recorded nor imported yet.',
    ],
    [
      '请录制或导入；不要这一条了，就去掉它。',
      '請錄製或匯入；不要這一條了，就去掉它。',
      'Record or import it; if it is not wanted, remove it.',
    ],
  ),
  'placeholder-outside-starter': told(
    [
      '“{track}”是示例，不能给大家看。',
      '「{track}」是示例，不能給大家看。',
      '“{track}” is a stand-in and may not be released.',
    ],
    ['请换成正式录制的。', '請換成正式錄製的。', 'Replace it with a real recording.'],
  ),
  'review-missing': told(
    [
      '手语“{track}”还没有请人看过。',
      '手語「{track}」還沒有請人看過。',
      'Nobody has watched the signing “{track}” yet.',
    ],
    [
      '请聋人读者或另一位手语老师看一遍，再记下是谁（写身份）、哪一天看的。',
      '請聾人讀者或另一位手語老師看一遍，再記下是誰（寫身分）、哪一天看的。',
      'Ask a deaf reader or a second interpreter to watch it, then record who (by role) and when.',
    ],
  ),
  'review-date': told(
    [
      '手语“{track}”的审看日期“{date}”看不懂。',
      '手語「{track}」的審看日期「{date}」看不懂。',
      'The day on which “{track}” was watched, “{date}”, is no day.',
    ],
    ['请重新选一天。', '請重新選一天。', 'Choose the day again.'],
  ),
  'signer-consent-missing': told(
    [
      '还没有记下：手语“{track}”出镜的人同意给大家看。',
      '還沒有記下：手語「{track}」出鏡的人同意給大家看。',
      'It is not recorded that the signer of “{track}” agreed to be shown.',
    ],
    ['请问过本人，再勾选“同意”。', '請問過本人，再勾選「同意」。', 'Ask, then tick that they agreed.'],
  ),
  'signing-space-missing': told(
    [
      '手语“{track}”还没有框出打手语的地方，会显示整个画面，人会小一些。',
      '手語「{track}」還沒有框出打手語的地方，會顯示整個畫面，人會小一些。',
      'The signing space of “{track}” is not marked, so the whole frame is shown and the signer is smaller.',
    ],
    [
      '请框出头、手肘和双手活动的地方；整个画面都要的话，写一句原因。',
      '請框出頭、手肘和雙手活動的地方；整個畫面都要的話，寫一句原因。',
      'Mark where head, elbows and hands move; if all of the frame is needed, say so.',
    ],
  ),
  'track-without-cues': told(
    [
      '“{track}”还没有一句对上时间。',
      '「{track}」還沒有一句對上時間。',
      'No sentence of “{track}” has its time yet.',
    ],
    [
      '请边放边点“下一句”，把每一句对上。',
      '請邊放邊點「下一句」，把每一句對上。',
      'Play it and press Next sentence at each one.',
    ],
  ),
  'sentences-uncovered': told(
    [
      '“{track}”有 {count} 句没有对上。',
      '「{track}」有 {count} 句沒有對上。',
      '“{track}” leaves {count} sentences out.',
    ],
    [
      '请补录或对上；有意不做的（例如出处），写一句原因。',
      '請補錄或對上；有意不做的（例如出處），寫一句原因。',
      'Record or mark them; if they are left out on purpose (a source line, say), say why.',
    ],
  ),
  'cue-unknown-sentence': told(
    [
      '“{track}”对着一句已经删掉的话。',
      '「{track}」對著一句已經刪掉的話。',
      '“{track}” has a time for a sentence that was deleted.',
    ],
    [
      '请去掉这一处，或者撤销删除。',
      '請去掉這一處，或者撤銷刪除。',
      'Remove that mark, or undo the deletion.',
    ],
  ),
  'cue-twice': told(
    [
      '“{track}”里有一句对了两次。',
      '「{track}」裡有一句對了兩次。',
      'A sentence of “{track}” has two times.',
    ],
    ['请只留一次。', '請只留一次。', 'Keep one.'],
  ),
  'cue-bad-time': told(
    [
      '“{track}”里有一句的结束不比开始晚。',
      '「{track}」裡有一句的結束不比開始晚。',
      'A sentence of “{track}” does not end after it begins.',
    ],
    [
      '请把它的边界拉开，或者重新点一次。',
      '請把它的邊界拉開，或者重新點一次。',
      'Move its boundaries apart, or mark it again.',
    ],
  ),
  'cue-not-rising': told(
    [
      '“{track}”里有一句比前一句开始得早。',
      '「{track}」裡有一句比前一句開始得早。',
      'A sentence of “{track}” begins before the one before it.',
    ],
    [
      '请把顺序对好，或者重新点一次。',
      '請把順序對好，或者重新點一次。',
      'Put the marks in order, or mark it again.',
    ],
  ),
  'cue-overlap': told(
    [
      '“{track}”里有一句和前一句重叠了 {seconds} 秒。',
      '「{track}」裡有一句和前一句重疊了 {seconds} 秒。',
      'A sentence of “{track}” overlaps the one before by {seconds} s.',
    ],
    ['请把前一句的结束提前。', '請把前一句的結束提前。', 'End the one before earlier.'],
  ),
  'cue-beyond-end': told(
    [
      '“{track}”里有一句到 {end} 秒才结束，但是文件只有 {duration} 秒。',
      '「{track}」裡有一句到 {end} 秒才結束，但是檔案只有 {duration} 秒。',
      'A sentence of “{track}” ends at {end} s, but the file has only {duration} s.',
    ],
    [
      '请改正时间，或者看看文件是不是完整。',
      '請改正時間，或者看看檔案是不是完整。',
      'Correct the time, or check that the file is whole.',
    ],
  ),
};
