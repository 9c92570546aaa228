/** Bytes before the first sample in the files written here. */
export const WAV_HEADER_BYTES = 44;

const PCM = 1;
const BITS_PER_SAMPLE = 16;
const BYTES_PER_SAMPLE = 2;

/** The header of a 16-bit mono WAV file. */
export function wavHeader(sampleRate: number, sampleCount: number): Uint8Array {
  const bytes = new Uint8Array(WAV_HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const dataBytes = sampleCount * BYTES_PER_SAMPLE;
  writeText(bytes, 0, 'RIFF');
  view.setUint32(4, WAV_HEADER_BYTES - 8 + dataBytes, true);
  writeText(bytes, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, BITS_PER_SAMPLE, true);
  writeText(bytes, 36, 'data');
  view.setUint32(40, dataBytes, true);
  return bytes;
}

/** Hz, from the header of a file written here. */
export function rateIn(header: Uint8Array): number {
  return new DataView(header.buffer, header.byteOffset).getUint32(24, true);
}

/** The file with the length that it has: a writer that died left the length of an earlier moment. */
export function patchHeader(file: Uint8Array): Uint8Array {
  const sampleRate = rateIn(file);
  const sampleCount = Math.max(0, Math.floor((file.length - WAV_HEADER_BYTES) / BYTES_PER_SAMPLE));
  const whole = file.slice(0, WAV_HEADER_BYTES + sampleCount * BYTES_PER_SAMPLE);
  whole.set(wavHeader(sampleRate, sampleCount));
  return whole;
}

/** The samples of a file written here. */
export function samplesOf(file: Uint8Array): { samples: Int16Array; sampleRate: number } {
  const sampleRate = rateIn(file);
  const data = file.slice(WAV_HEADER_BYTES);
  return { samples: new Int16Array(data.buffer, 0, Math.floor(data.length / BYTES_PER_SAMPLE)), sampleRate };
}

/** -1..1 to 16 bits. */
export function toPcm16(samples: Float32Array): Int16Array {
  // A plain loop: `from` with a function takes seconds for an hour of sound, and the server serves nobody meanwhile.
  const pcm = new Int16Array(samples.length);
  for (let i = 0; i < pcm.length; i++) pcm[i] = Math.round(Math.max(-1, Math.min(1, samples[i] ?? 0)) * 0x7fff);
  return pcm;
}

/** 16 bits to -1..1. */
export function fromPcm16(samples: Int16Array): Float32Array {
  const values = new Float32Array(samples.length);
  for (let i = 0; i < values.length; i++) values[i] = (samples[i] ?? 0) / 0x8000;
  return values;
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
