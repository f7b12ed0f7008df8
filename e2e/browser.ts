/** A person with a browser: a headless Chromium whose microphone plays a WAV file again and again. */
import { writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../local/testing/chromium.ts';
import { stopWatching, watchPage } from './page-evidence.ts';

export interface Visitor extends AsyncDisposable {
  page: Page;
  /** Errors that the page logged; `unexpectedErrors` leaves out those that are part of any meeting. */
  errors: string[];
}

interface VisitorOptions {
  /** 16-bit mono WAV that the microphone hears; a beep without it. */
  microphone?: string;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

/** A headless Chromium without anything that it does by itself. Throws when none is installed. */
export async function launchChromium({
  microphone,
  port,
}: {
  microphone?: string;
  port?: number;
} = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed; set CHROMIUM_PATH');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=fps=5',
      ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : []),
      // For programs that drive it beside Playwright.
      ...(port ? [`--remote-debugging-port=${port}`] : []),
    ],
  });
}

/** Opens a browser of its own: each has one fake microphone. Throws when no Chromium is installed. */
export async function openVisitor(options: VisitorOptions = {}): Promise<Visitor> {
  const browser = await launchChromium(options.microphone ? { microphone: options.microphone } : {});
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const watched = { page, errors };
  watchPage(watched);
  return {
    ...watched,
    async [Symbol.asyncDispose]() {
      await stopWatching(watched);
      await browser.close();
    },
  };
}

/** What a browser and livekit-client log when a server ends, a connection is lost or a page is left. */
const connectionLost = /net::ERR|websocket|Failed to fetch|disconnected|before connected|data ?channel/i;

/** livekit-client, of media that arrive when their publication is gone: somebody stopped what they had just begun. */
const goneAlready = /could not find published track/;

/** What the pages logged as errors, without lost connections and without requests refused as `refusals` says. */
export function unexpectedErrors(visitors: readonly Visitor[], refusals = /status of 4\d\d/): string[] {
  return visitors
    .flatMap(({ errors }) => errors)
    .filter((text) => ![connectionLost, goneAlready, refusals].some((each) => each.test(text)));
}

/** Several 16-bit mono WAVs of one sample rate as one, with a pause between them. */
export function joinSpeech(wavs: readonly Buffer[], pauseMs: number): Buffer {
  const [first] = wavs;
  if (!first) throw new Error('there is nothing to join');
  const silence = silenceFor(first, pauseMs);
  return Buffer.concat([
    first.subarray(0, headerBytes),
    ...wavs.flatMap((wav) => [wav.subarray(headerBytes), silence]),
  ]);
}

/** Copies a 16-bit mono WAV with `pauseMs` of silence behind it, so that a looping microphone has sentences. */
export function writeLoop(wav: Buffer, file: string, pauseMs: number): void {
  const all = Buffer.concat([wav, silenceFor(wav, pauseMs)]);
  all.writeUInt32LE(all.length - 8, 4);
  all.writeUInt32LE(all.length - headerBytes, 40);
  writeFileSync(file, all);
}

/** Of a WAV as the fixtures have it. */
const headerBytes = 44;

function silenceFor(wav: Buffer, ms: number): Buffer {
  return Buffer.alloc(Math.round((wav.readUInt32LE(24) * ms) / 1000) * 2);
}
