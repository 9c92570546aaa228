import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { llamaVocabulary, MOONSHINE_TINY } from '@ringback/speech';
import { modelFile } from '@ringback/speech/node';

/** The peer: the same weights in sherpa-onnx, words without times. */
export interface Sherpa {
  /** 16 kHz mono samples to text. Blocks. */
  recognise(samples: Float32Array): string;
}

/** The part of sherpa-onnx-node that is used; the package ships no types. */
interface SherpaModule {
  OfflineRecognizer: new (
    config: object,
  ) => {
    createStream(): { acceptWaveform(waveform: { sampleRate: number; samples: Float32Array }): void };
    decode(stream: object): void;
    getResult(stream: object): { text: string };
  };
}

/** Tokens that Moonshine adds to Llama's 32,000. */
const SPECIALS = 768;

/** Opens sherpa-onnx on Moonshine Tiny from the model cache. */
export async function openSherpa(modelsDir: string, threads = 1): Promise<Sherpa> {
  const { OfflineRecognizer } = createRequire(import.meta.url)('sherpa-onnx-node') as SherpaModule;
  const folder = await mkdtemp(join(tmpdir(), 'ringback-sherpa-'));
  const tokens = join(folder, 'tokens.txt');
  await writeFile(tokens, await tokensFile());
  const recogniser = new OfflineRecognizer({
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: {
      moonshine: {
        encoder: await modelFile(MOONSHINE_TINY, 'encoder_model.onnx', modelsDir),
        mergedDecoder: await modelFile(MOONSHINE_TINY, 'decoder_model_merged.onnx', modelsDir),
      },
      tokens,
      numThreads: threads,
      provider: 'cpu',
      debug: 0,
    },
  });
  await rm(folder, { recursive: true });
  return {
    recognise(samples) {
      const stream = recogniser.createStream();
      stream.acceptWaveform({ sampleRate: 16_000, samples });
      recogniser.decode(stream);
      return recogniser.getResult(stream).text;
    },
  };
}

/** sherpa-onnx reads each token's bytes in base64, with its number behind a tab. */
async function tokensFile(): Promise<string> {
  const { spellings } = await llamaVocabulary();
  const spelled = spellings.map((spelling) => {
    const byte = /^<0x([0-9A-F]{2})>$/.exec(spelling)?.[1];
    return byte === undefined ? Buffer.from(spelling) : Buffer.from(byte, 'hex');
  });
  const specials = Array.from({ length: SPECIALS }, (_, i) => Buffer.from(`<<ST_${i}>>`));
  return [...spelled, ...specials].map((bytes, i) => `${bytes.toString('base64')}\t${i}\n`).join('');
}
