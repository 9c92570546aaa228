import { bytesPerSample, type PcmCoding } from './pcm.ts';

/** A WAV file for tests; the `claimed` fields write a header that lies. */
export interface WavRecipe {
  samples: Float32Array;
  sampleRate: number;
  coding: Exclude<PcmCoding, 'mulaw' | 'alaw'>;
  channels?: number;
  /** The last channels that carry silence. */
  silentChannels?: number;
  claimedChannels?: number;
  dataSize?: number;
  extensible?: boolean;
}

/** A sine of half of full scale. */
export function sineWave(frequencyHz: number, seconds: number, sampleRate: number): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * frequencyHz * i) / sampleRate),
  );
}

/** Writes a WAV file. */
export function wavFile(recipe: WavRecipe): Uint8Array {
  const { samples, sampleRate, coding, channels = 1, silentChannels = 0, extensible = false } = recipe;
  const width = bytesPerSample(coding);
  const formatBytes = extensible ? 40 : 16;
  const dataAt = 28 + formatBytes;
  const view = new DataView(new ArrayBuffer(dataAt + samples.length * channels * width));
  const tag = coding.startsWith('f') ? 3 : 1;
  const text = (at: number, value: string): void => {
    for (const [i, character] of [...value].entries()) view.setUint8(at + i, character.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, formatBytes, true);
  view.setUint16(20, extensible ? 0xfffe : tag, true);
  view.setUint16(22, recipe.claimedChannels ?? channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, (sampleRate * channels * width) >>> 0, true);
  view.setUint16(32, channels * width, true);
  view.setUint16(34, width * 8, true);
  if (extensible) view.setUint16(44, tag, true);
  text(dataAt - 8, 'data');
  view.setUint32(dataAt - 4, recipe.dataSize ?? samples.length * channels * width, true);
  samples.forEach((value, i) => {
    for (let channel = 0; channel < channels; channel += 1) {
      const silent = channel >= channels - silentChannels;
      writeSample(view, dataAt + (i * channels + channel) * width, coding, silent ? 0 : value);
    }
  });
  return new Uint8Array(view.buffer);
}

function writeSample(view: DataView, at: number, coding: WavRecipe['coding'], value: number): void {
  if (coding === 'u8') view.setUint8(at, Math.round(value * 127) + 128);
  else if (coding === 's16le') view.setInt16(at, Math.round(value * 32767), true);
  else if (coding === 's24le') {
    const code = Math.round(value * 8388607);
    view.setUint8(at, code & 0xff);
    view.setInt16(at + 1, code >> 8, true);
  } else if (coding === 's32le') view.setInt32(at, Math.round(value * 2147483647), true);
  else if (coding === 'f32le') view.setFloat32(at, value, true);
  else if (coding === 'f64le') view.setFloat64(at, value, true);
  else throw new Error(`no writer for ${coding}`);
}
