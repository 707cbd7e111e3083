/**
 * Renders everything of the starter that is not text: `node src/starter/render/render.mjs [issue] [--only=drawings,audio,film,sign,terms]`.
 * Needs Chromium, ffmpeg with libx264 and espeak-ng.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cueFile, writeVtt } from './cues.mjs';
import { COVERS } from './drawings/covers.mjs';
import { LANES } from './drawings/lanes.mjs';
import { MANNERS } from './drawings/manners.mjs';
import { ASKING_SCENES } from './drawings/scenes-asking.mjs';
import { RUIHONG_SCENES } from './drawings/scenes-ruihong.mjs';
import { TERM_PICTURES } from './drawings/terms.mjs';
import { filmCaptions, renderFilm } from './film.mjs';
import { listIssues, openAuthoring } from './issues.mjs';
import { openDrawingBoard } from './pictures.mjs';
import { signSpans } from './sign-times.mjs';
import { FRAME_RATE, renderPoses, renderSignVideo } from './sign-video.mjs';
import { readAloud, SAMPLE_RATE, speak, writeAac } from './voice.mjs';

const GALLERIES = { '2026-11-silent-world': LANES, '2026-11-new-sisters': MANNERS };
const SCENES = { 'a-day-in-ruihong': RUIHONG_SCENES, 'asking-the-way': ASKING_SCENES };
const COVER_COLORS = { 'silent-world': ['#dcebe7', '#0c464d'], 'new-sisters': ['#f6e3ec', '#6b1a49'] };
const CLUB_NAMES = Object.fromEntries(
  JSON.parse(await readFile(new URL('../clubs.json', import.meta.url), 'utf8')).map(({ id, name }) => [
    id,
    name['zh-Hans'],
  ]),
);
const READING_VOICE = { variant: 'f2', pitch: 52, speed: 150 };
const SLOW_VOICE = { ...READING_VOICE, speed: 120 };

async function save(folder, file, content) {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** The cover as other reading apps show it: the line on its club's own colour, with the title under it. */
function coverBitmapSvg(drawing, { title, club, month }) {
  const [paper, ink] = COVER_COLORS[club];
  const inner = drawing.replace(
    'width="880" height="150"',
    `x="0" y="190" width="1200" height="205" color="${ink}"`,
  );
  const [year, number] = month.split('-').map(Number);
  const font = `font-family="Noto Sans CJK SC, PingFang SC, sans-serif" fill="${ink}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" lang="zh-Hans"><rect width="1200" height="800" fill="${paper}"/>${inner}
<text x="80" y="510" font-size="40" ${font}>${year} 年 ${number} 月</text><text x="76" y="610" font-size="84" font-weight="700" ${font}>${title}</text>
<text x="80" y="700" font-size="40" ${font}>${CLUB_NAMES[club]}</text></svg>`;
}

async function renderDrawings(board, { id, folder, meta }) {
  const drawing = COVERS[id]();
  await save(folder, 'cover.svg', drawing);
  await save(folder, 'cover.png', await board.png(coverBitmapSvg(drawing, meta), 1200, 800));
  for (const [index, draw] of (GALLERIES[id] ?? []).entries())
    await save(folder, `media/gallery-${index + 1}.svg`, draw());
  for (const [name, draw] of Object.entries(TERM_PICTURES[id] ?? {}))
    await save(folder, `media/${name}.svg`, draw());
}

async function renderAudio(piece, folder) {
  for (const track of piece.tracks.filter(({ kind }) => kind === 'audio')) {
    const { samples, spans } = await readAloud(
      piece.sentences,
      piece.kind === 'recitation' ? SLOW_VOICE : READING_VOICE,
    );
    await writeAac(samples, join(folder, track.file));
    await save(folder, track.cues, cueFile(piece.sentences, spans));
  }
}

/** Returns the film's spans and length, which its sign track shares. */
async function renderFilmTrack(board, piece, folder) {
  const track = piece.tracks.find(({ kind }) => kind === 'film');
  const { spans, seconds } = await renderFilm(board, {
    sentences: piece.sentences,
    scenes: SCENES[piece.id],
    file: join(folder, track.file),
  });
  await save(folder, track.cues, cueFile(piece.sentences, spans));
  for (const { file } of piece.captions)
    await save(folder, file, writeVtt(filmCaptions(piece.sentences, spans)));
  return { spans, seconds };
}

async function renderSignTracks(poses, piece, folder, film) {
  for (const track of piece.tracks.filter(({ kind }) => kind === 'sign')) {
    const { spans, frameCount } = signSpans(piece.sentences, film);
    await renderSignVideo(poses, { spans, frameCount, file: join(folder, track.file) });
    const times = spans.map(({ start, end }) => ({ start: start / FRAME_RATE, end: end / FRAME_RATE }));
    await save(folder, track.cues, cueFile(piece.sentences, times));
  }
}

const TERM_CLIP_FRAMES = 60;

async function renderTermClips(poses, terms, folder) {
  for (const term of terms) {
    if (term.sign !== undefined) {
      const spans = [{ sentence: 0, heading: term.word, start: 4, end: TERM_CLIP_FRAMES - 4 }];
      await renderSignVideo(poses, {
        spans,
        frameCount: TERM_CLIP_FRAMES,
        file: join(folder, term.sign.file),
      });
    }
    if (term.audio !== undefined) {
      const spoken = await speak(term.pinyin.replaceAll(/[’']/gu, ' '), SLOW_VOICE);
      const quarter = Math.round(SAMPLE_RATE / 4);
      const samples = new Int16Array(spoken.length + 2 * quarter);
      samples.set(spoken, quarter);
      await writeAac(samples, join(folder, term.audio.file));
    }
  }
}

async function renderIssue({ board, authoring, getPoses, wants }, id) {
  const { folder, meta, pieces, terms, problems } = await authoring.read(id);
  for (const name of ['media', 'captions', 'cues']) await mkdir(join(folder, name), { recursive: true });
  if (wants('drawings')) await renderDrawings(board, { id, folder, meta });
  for (const piece of pieces) {
    if (wants('audio')) await renderAudio(piece, folder);
    const film =
      piece.kind === 'film' && wants('film') ? await renderFilmTrack(board, piece, folder) : undefined;
    const signs = piece.kind === 'film' ? film !== undefined : wants('sign');
    if (signs) await renderSignTracks(await getPoses(), piece, folder, film);
    console.log(`${id}/${piece.id}: ${piece.sentences.length} sentences`);
  }
  if (wants('terms')) await renderTermClips(await getPoses(), terms, folder);
  for (const problem of problems.filter(({ code }) => !code.includes('missing')))
    console.log(JSON.stringify(problem));
}

const options = process.argv.slice(2);
const only = options
  .find((option) => option.startsWith('--only='))
  ?.slice(7)
  .split(',');
const wants = (step) => only === undefined || only.includes(step);
const chosen = options.filter((option) => !option.startsWith('--'));

const board = await openDrawingBoard();
const authoring = await openAuthoring();
let poses;
const getPoses = () => (poses ??= renderPoses(board));
try {
  for (const id of chosen.length > 0 ? chosen : await listIssues())
    await renderIssue({ board, authoring, getPoses, wants }, id);
} finally {
  await board.close();
  await authoring.close();
}
