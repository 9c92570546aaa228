import type { Waveform } from '@ringback/speech';

const HEADER_BYTES = 44;
const SAMPLE_BYTES = 4;
const FLOAT_FORMAT = 3;

/** Mono WAV of 32-bit floats: nothing is rounded and nothing clips. */
export function wavBytes({ samples, sampleRate }: Waveform): Uint8Array {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + samples.length * SAMPLE_BYTES));
  const ascii = (at: number, text: string): void => {
    for (const [i, character] of [...text].entries()) view.setUint8(at + i, character.charCodeAt(0));
  };
  ascii(0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, FLOAT_FORMAT, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * SAMPLE_BYTES, true);
  view.setUint16(32, SAMPLE_BYTES, true);
  view.setUint16(34, SAMPLE_BYTES * 8, true);
  ascii(36, 'data');
  view.setUint32(40, samples.length * SAMPLE_BYTES, true);
  samples.forEach((value, i) => {
    view.setFloat32(HEADER_BYTES + i * SAMPLE_BYTES, value, true);
  });
  return new Uint8Array(view.buffer);
}
