import type { Page } from 'playwright-core';

/**
 * A film with sound as an MP4, made by the browser itself in as much time as it lasts. Each of its seconds has a grey of
 * its own: `greyOf` the second. It is in fragments, which a recording of LiveKit Egress is not.
 */
export async function makeFilm(page: Page, seconds: number): Promise<Buffer> {
  const film = await page.evaluate(async (lengthSeconds) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const pen = canvas.getContext('2d');
    const began = performance.now();
    const draw = () => {
      const second = Math.floor((performance.now() - began) / 1_000);
      if (pen) pen.fillStyle = `rgb(${[20, 20, 20].map((least) => least + second * 25).join(' ')})`;
      pen?.fillRect(0, 0, canvas.width, canvas.height);
    };
    draw();
    const timer = setInterval(draw, 40);
    const sounds = new AudioContext();
    const out = sounds.createMediaStreamDestination();
    const tone = sounds.createOscillator();
    tone.connect(out);
    tone.start();
    const stream = new MediaStream([...canvas.captureStream(25).getTracks(), ...out.stream.getAudioTracks()]);
    const recorder = new MediaRecorder(stream, { mimeType: 'video/mp4;codecs=vp9,opus' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, lengthSeconds * 1_000));
    recorder.stop();
    await stopped;
    clearInterval(timer);
    await sounds.close();
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }, seconds);
  return Buffer.from(film, 'latin1');
}

export const greyOf = (second: number): number => 20 + second * 25;
