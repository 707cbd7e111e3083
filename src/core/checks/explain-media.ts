/** Findings about the files of signing, recitation, film and word cards, for the studio. */
import { told, type Explanation } from './explanation.ts';
import type { FindingCode } from './finding.ts';
import type { PictureFindingCode } from './picture-rules.ts';

type MediaCode =
  Extract<FindingCode, `media-${string}` | 'sign-has-audio' | 'audio-uncompressed'> | PictureFindingCode;

export const mediaExplanations: Readonly<Record<MediaCode, Explanation>> = {
  'media-format': told(
    [
      '“{track}”的文件格式（{type}）有些平板放不出来。',
      '「{track}」的檔案格式（{type}）有些平板放不出來。',
      'Some tablets cannot play the file of “{track}” ({type}).',
    ],
    [
      '请用“整理视频”转成 MP4；这里转不了的话，换一台电脑的 Chrome 或 Edge 再试。',
      '請用「整理影片」轉成 MP4；這裡轉不了的話，換一台電腦的 Chrome 或 Edge 再試。',
      'Prepare it as MP4 here; if this browser cannot, try Chrome or Edge on a computer.',
    ],
  ),
  'media-unexamined': told(
    [
      '“{track}”的画面大小和帧数还没有查过。',
      '「{track}」的畫面大小和幀數還沒有查過。',
      'Size and frame rate of “{track}” have not been looked at.',
    ],
    ['请用“整理视频”再整理一次。', '請用「整理影片」再整理一次。', 'Prepare the video once more.'],
  ),
  'audio-uncompressed': told(
    [
      '“{track}”的声音没有压缩（{megabytes} MB），都能放，只是占地方、下载慢。',
      '「{track}」的聲音沒有壓縮（{megabytes} MB），都能放，只是佔地方、下載慢。',
      'The sound of “{track}” is uncompressed ({megabytes} MB): it plays everywhere, but takes room and time.',
    ],
    [
      '可以在电脑上另存为 M4A 再导入；就用这个的话，写一句原因。',
      '可以在電腦上另存為 M4A 再匯入；就用這個的話，寫一句原因。',
      'Save it as M4A on a computer and import that; if it must stay, say why.',
    ],
  ),
  'sign-has-audio': told(
    [
      '手语视频“{track}”带有声音，会和影片的声音抢，有些平板也放不了。',
      '手語影片「{track}」帶有聲音，會和影片的聲音搶，有些平板也放不了。',
      'The sign video “{track}” has sound, which competes with the film and stops some tablets from playing it.',
    ],
    [
      '请用“整理视频”整理一次，声音会自动去掉，画面不变。',
      '請用「整理影片」整理一次，聲音會自動去掉，畫面不變。',
      'Prepare the video; its sound is taken out, its pictures stay as they are.',
    ],
  ),
  'frame-rate-low': told(
    [
      '“{track}”每秒只有 {frameRate} 帧，手语动作会看不清。',
      '「{track}」每秒只有 {frameRate} 幀，手語動作會看不清。',
      '“{track}” has only {frameRate} frames a second: signing blurs.',
    ],
    [
      '请把灯打亮，用每秒至少 {limit} 帧重新录制。',
      '請把燈打亮，用每秒至少 {limit} 幀重新錄製。',
      'Light the signer well and record with at least {limit} frames a second.',
    ],
  ),
  'frame-rate-high': told(
    [
      '“{track}”每秒有 {frameRate} 帧，旧平板同时放两个视频会卡。',
      '「{track}」每秒有 {frameRate} 幀，舊平板同時放兩個影片會卡。',
      '“{track}” has {frameRate} frames a second: old tablets stutter when they play two videos.',
    ],
    [
      '请用“整理视频”降到每秒 {limit} 帧。',
      '請用「整理影片」降到每秒 {limit} 幀。',
      'Prepare the video with {limit} frames a second.',
    ],
  ),
  'picture-small': told(
    [
      '“{track}”的画面短边只有 {shortSide} 像素，放大后手形看不清。',
      '「{track}」的畫面短邊只有 {shortSide} 像素，放大後手形看不清。',
      'The short side of “{track}” is only {shortSide} pixels, too few to see handshapes large.',
    ],
    [
      '请选 720p 重新录制（短边至少 {limit} 像素）；老影片请写一句原因。',
      '請選 720p 重新錄製（短邊至少 {limit} 像素）；老影片請寫一句原因。',
      'Record in 720p (short side at least {limit}); for an old film, say so.',
    ],
  ),
  'picture-large': told(
    [
      '“{track}”的画面短边有 {shortSide} 像素，平板放不动（最多 {limit}）。',
      '「{track}」的畫面短邊有 {shortSide} 像素，平板放不動（最多 {limit}）。',
      'The short side of “{track}” is {shortSide} pixels, more than tablets can play (at most {limit}).',
    ],
    ['请用“整理视频”缩小到 720p。', '請用「整理影片」縮小到 720p。', 'Prepare the video in 720p.'],
  ),
  'picture-larger-than-needed': told(
    [
      '“{track}”的画面短边有 {shortSide} 像素，可以用，但文件大、旧平板会慢。',
      '「{track}」的畫面短邊有 {shortSide} 像素，可以用，但檔案大、舊平板會慢。',
      'The short side of “{track}” is {shortSide} pixels: usable, but large and slow on old tablets.',
    ],
    [
      '用“整理视频”缩小到 {limit} 像素（720p）就够清楚；要留着这么大，写一句原因。',
      '用「整理影片」縮小到 {limit} 像素（720p）就夠清楚；要留著這麼大，寫一句原因。',
      'Prepare it with {limit} (720p), which is sharp enough; if it must stay, say why.',
    ],
  ),
  'key-frames-far': told(
    [
      '“{track}”隔 {seconds} 秒才有一个可以跳到的画面，点一句话时会慢一点。',
      '「{track}」隔 {seconds} 秒才有一個可以跳到的畫面，點一句話時會慢一點。',
      '“{track}” has a frame to jump to only every {seconds} seconds, so tapping a sentence answers late.',
    ],
    [
      '请用“整理视频”整理一次；整理不了的话，写一句原因。',
      '請用「整理影片」整理一次；整理不了的話，寫一句原因。',
      'Prepare the video; if that is not possible, say why.',
    ],
  ),
  'bit-rate-high': told(
    [
      '“{track}”每秒要 {megabitsPerSecond} 兆比特，下载慢、占地方。',
      '「{track}」每秒要 {megabitsPerSecond} 兆位元，下載慢、佔地方。',
      '“{track}” takes {megabitsPerSecond} megabits a second: slow to fetch, much space.',
    ],
    [
      '请用“整理视频”整理一次；整理不了的话，写一句原因。',
      '請用「整理影片」整理一次；整理不了的話，寫一句原因。',
      'Prepare the video; if that is not possible, say why.',
    ],
  ),
};
