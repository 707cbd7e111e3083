/** Everything that can be the matter with a camera is said with its cure, and what was recorded is there. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { addSignTrack, beginRecording, executablePath, useSignStudio } from './sign-studio.ts';

describe.skipIf(executablePath === null)('trouble with the camera', { timeout: 90_000 }, () => {
  const studio = useSignStudio();
  const open = (denied = false) => studio.open('sentences=4', { denied });

  it('not allowed: how to allow it', async () => {
    const page = await open(true);
    await page.getByRole('button', { name: '加一条手语' }).first().click();
    await page.getByRole('button', { name: '录手语' }).click();
    await page.getByText('浏览器没有得到允许，用不了摄像头。').waitFor();
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('点地址栏左边的小锁');
  });

  it('there is none, another program has it: each said with its own cure', async () => {
    const page = await open();
    await page.evaluate(() => {
      const names = ['NotFoundError', 'NotReadableError'];
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', names.shift() ?? ''));
    });
    await page.getByRole('button', { name: '加一条手语' }).first().click();
    await page.getByRole('button', { name: '录手语' }).click();
    await page.getByText('没有找到摄像头。').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('请插好摄像头');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('摄像头正被别的程序用着。').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('请关掉视频会议');
  });

  it('asks for no sound when signing is recorded', async () => {
    const page = await open();
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = (wanted) => {
        document.title = JSON.stringify(wanted?.audio);
        return ask(wanted);
      };
    });
    await addSignTrack(page);
    expect(await page.title()).toBe('false');
  });

  it('there are two: one is chosen by name; where it is taken away, the other shows', async () => {
    const page = await studio.open('sentences=4', { cameras: 'device-count=2,fps=30' });
    await addSignTrack(page);
    const inUse = () =>
      page.locator('video').evaluate((video: HTMLVideoElement) => {
        const { srcObject } = video;
        return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.label : undefined;
      });
    const choices = page.getByRole('radiogroup', { name: '用哪个摄像头' }).getByRole('radio');
    await expect.poll(() => choices.count()).toBe(2);
    const isShown = async (at: number): Promise<boolean> => {
      const named = page.getByRole('radio', { name: (await inUse()) ?? 'none', checked: true });
      return (await choices.nth(at).and(named).count()) === 1;
    };
    for (const at of [1, 0]) {
      await choices.nth(at).click();
      await expect.poll(() => isShown(at)).toBe(true);
      await page.getByRole('button', { name: '开始录' }).waitFor();
    }
    // The second has been pulled out meanwhile.
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = (wanted) => {
        if (!JSON.stringify(wanted).includes('exact')) return ask(wanted);
        document.title = 'refused';
        return Promise.reject(new DOMException('', 'OverconstrainedError'));
      };
    });
    await choices.nth(1).click();
    await expect.poll(() => page.title()).toBe('refused');
    await expect.poll(() => isShown(0)).toBe(true);
    await page.getByRole('button', { name: '开始录' }).waitFor();
  });

  it('that gives too few pictures: hands would blur, which is said before recording', async () => {
    const page = await studio.open('sentences=4', { cameras: 'fps=10' });
    await addSignTrack(page);
    await expect.poll(() => page.getByText(/每秒只有 \d+ 帧，手会糊。/u).count()).toBe(1);
  });

  it('that stands in the dark: what to do about it is said before recording', async () => {
    const camera = path.join(studio.files, 'dark.mjpeg');
    const night = ['-f', 'lavfi', '-i', 'color=c=0x101010:size=1280x720:rate=30:duration=2'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...night, '-pix_fmt', 'yuvj420p', camera]);
    const page = await studio.open('sentences=4', { camera });
    await addSignTrack(page);
    const dark = page.getByText('太暗了，看不清手形。请开灯，或者面对窗户。');
    await expect.poll(() => dark.count()).toBe(1);
  });

  it('that stands upright is recorded whole, not cut down to 720 lines', async () => {
    const camera = path.join(studio.files, 'upright.mjpeg');
    const upright = ['-f', 'lavfi', '-i', 'testsrc=size=720x960:rate=30:duration=2'];
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...upright, '-pix_fmt', 'yuvj420p', camera]);
    const page = await studio.open('sentences=4', { camera });
    await addSignTrack(page);
    await page.getByText('720×960').waitFor();
    // What is drawn round the signing is drawn on the picture, not on a box beside it.
    const boxOf = (one: string) => page.locator(one).first().boundingBox();
    const shape = async (): Promise<number> => {
      const { width, height } = (await boxOf('video')) ?? { width: 0, height: 1 };
      return width / height;
    };
    // The picture takes its shape with its first frame.
    await expect.poll(shape).toBeCloseTo(720 / 960, 2);
    expect(await boxOf('svg[viewBox="0 0 1 1"]')).toEqual(await boxOf('video'));
  });

  it('left while a recording is only beginning: the camera is off, and nothing is there that nobody recorded', async () => {
    const page = await open();
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      const live = new Set<MediaStreamTrack>();
      const recorders = new Set<MediaRecorder>();
      mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        for (const track of stream.getTracks()) live.add(track);
        return stream;
      };
      window.MediaRecorder = class extends MediaRecorder {
        constructor(...given: ConstructorParameters<typeof MediaRecorder>) {
          super(...given);
          recorders.add(this);
        }
      };
      Object.assign(window, {
        running: () =>
          [...live].filter(({ readyState }) => readyState === 'live').length +
          [...recorders].filter(({ state }) => state !== 'inactive').length,
      });
    });
    await addSignTrack(page);
    // Both before anything the first one asks for can have been answered.
    await page.evaluate(() => {
      const press = (name: string): void =>
        [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(name))?.click();
      press('开始录');
      press('回到列表');
    });
    await page.getByRole('button', { name: '录手语' }).waitFor();
    await waitFor('camera and recorder to be off', () =>
      page.evaluate(() => Reflect.get(window, 'running')() === 0),
    );
    await waitFor('the month to be saved', () => page.evaluate(() => window.signPage.saved() === 'saved'));
    await page.reload();
    await page.getByRole('button', { name: '录手语' }).waitFor();
    const [left, track] = await page.evaluate(() =>
      Promise.all([window.signPage.unfinished(), window.signPage.piece().tracks[0]]),
    );
    expect(left).toEqual([]);
    expect(track?.recordings).toBeUndefined();
  });

  it('pulled out in the middle: the sentences before are there, and it goes on with the one that was cut off', async () => {
    const page = await open();
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        addEventListener('pull-out', () => {
          for (const track of stream.getTracks()) {
            track.stop();
            // A page's own `stop` says nothing; a camera that goes does.
            track.dispatchEvent(new Event('ended'));
          }
        });
        return stream;
      };
    });
    await addSignTrack(page);
    await beginRecording(page);
    await page.waitForTimeout(1500);
    await page.keyboard.press('Space');
    await page.waitForTimeout(1500);
    await page.keyboard.press('Space');
    await page.waitForTimeout(1000);
    await page.evaluate(() => dispatchEvent(new Event('pull-out')));
    await page.getByText('摄像头断开了。录好的句子都在').waitFor();
    await page.getByText('录好 2 句，已经存在这台机器上').waitFor();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('button', { name: '从第 3 句接着录' }).click();
    await page.getByText('准备').waitFor();
    await page.getByText('准备').waitFor({ state: 'detached' });
    await page.waitForTimeout(1000);
    await page.keyboard.press('Space');
    await page.waitForTimeout(1000);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '做成视频' }).click();
    await page.getByText('做好了，已经存好。').waitFor({ timeout: 60_000 });
    const track = await page.evaluate(() => window.signPage.piece().tracks[0]);
    expect(track?.marks).toHaveLength(4);
    expect(track?.recordings).toHaveLength(2);
  });

  it('another window in front: it pauses, says so, and goes on with the same sentence', async () => {
    const page = await open();
    await addSignTrack(page);
    await beginRecording(page);
    await page.waitForTimeout(1200);
    await page.keyboard.press('Space');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText('刚才离开了这个窗口').waitFor();
    await page.getByRole('button', { name: '接着录' }).click();
    await page.getByText('准备').waitFor();
    expect(await page.getByText('第 2 句，共 4 句').count()).toBe(1);
  });

  it('the disk is full in the middle: recording stops and says what to do; what was written is there', async () => {
    const page = await open();
    await page.evaluate(() => window.signPage.fillAfter(1_200_000));
    await addSignTrack(page);
    await beginRecording(page);
    for (let i = 0; i < 3; i += 1) {
      await page.waitForTimeout(1500);
      await page.keyboard.press('Space');
    }
    await page.getByText('没有地方了，先停下来。').waitFor({ timeout: 30_000 });
    // Said at once; sealing what was written takes a moment longer.
    const theTrack = () => page.evaluate(() => window.signPage.piece().tracks[0]);
    await waitFor('the recording to be kept', async () => Boolean((await theTrack())?.recordings?.length));
    const track = await theTrack();
    expect(track?.recordings).toHaveLength(1);
    expect(track?.takes?.length).toBeGreaterThan(0);
  });
});
