/**
 * Owns the canvas from which pictures with a hidden background are sent, and the workers that find the person in them:
 * one that blurs and one that sets a picture, each kept once it has been loaded, because the library cannot end it.
 */
import {
  GaussianBlurBackgroundProcessor,
  ImageFit,
  VirtualBackgroundProcessor,
} from '@twilio/video-processors';
import { backdropAssets } from '../../../../lib/backdrop-assets.ts';
import { createBackdropImages } from './backdrop-image.ts';
import { BackgroundError } from './background-error.ts';
import { blurRadius } from './blur-radius.ts';
import { type Backdrop, isBlur } from './chosen-background.ts';
import { loadOnce } from './load-once.ts';
import { settleWithin } from './settle-within.ts';

export interface BackdropEngine {
  /** Shows the last picture with its background hidden. Nothing else is ever drawn on it. */
  readonly canvas: HTMLCanvasElement;
  /** Loads what this backdrop takes. Rejects when that fails; the next call tries again. */
  prepare(backdrop: Backdrop): Promise<void>;
  /** Takes the picture and closes it. Rejects, and draws nothing, when its background cannot be hidden. */
  draw(picture: VideoFrame, backdrop: Backdrop): Promise<void>;
}

type Processor = GaussianBlurBackgroundProcessor | VirtualBackgroundProcessor;

/** For 3 MB on a slow line. */
const loadMs = 20_000;
const late = () => new BackgroundError('What hides backgrounds did not load in time.');
const assetsPath = backdropAssets;

let engine: BackdropEngine | null = null;

/** The one of this page. */
export function openBackdropEngine(): BackdropEngine {
  engine ??= createBackdropEngine();
  return engine;
}

function createBackdropEngine(): BackdropEngine {
  const canvas = document.createElement('canvas');
  // At its edges a blurred picture is half transparent. Drawn over the one before, it fills up; bitmaps would stay dark.
  canvas.getContext('2d', { alpha: false });

  async function load<T extends Processor>(processor: T): Promise<T> {
    await settleWithin(loadMs, processor.loadModel(), late);
    // By the first picture the processor learns where to draw, and draws nothing.
    const first = new VideoFrame(canvas, { timestamp: 0 });
    await settleWithin(loadMs, processor.processFrame(first, canvas), late);
    return processor;
  }
  const blurring = loadOnce(() =>
    load(new GaussianBlurBackgroundProcessor({ assetsPath, blurFilterRadius: 1 })),
  );
  const setting = loadOnce((backgroundImage: HTMLImageElement) =>
    load(new VirtualBackgroundProcessor({ assetsPath, backgroundImage, fitType: ImageFit.Cover })),
  );
  const imageOf = createBackdropImages();

  /** Ready for pictures of this height. */
  async function processorFor(backdrop: Backdrop, height: number): Promise<Processor> {
    if (isBlur(backdrop)) {
      const processor = await blurring();
      const radius = blurRadius(backdrop, height);
      if (processor.blurFilterRadius !== radius) processor.blurFilterRadius = radius;
      return processor;
    }
    const image = await imageOf(backdrop);
    const processor = await setting(image);
    if (processor.backgroundImage !== image) processor.backgroundImage = image;
    return processor;
  }

  return {
    canvas,
    async prepare(backdrop) {
      await processorFor(backdrop, canvas.height);
    },
    async draw(picture, backdrop) {
      try {
        const { displayWidth: width, displayHeight: height } = picture;
        const processor = await processorFor(backdrop, height);
        if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
        await processor.processFrame(picture, canvas);
      } finally {
        picture.close();
      }
    },
  };
}
