import { encodeMuLaw, resample } from '@ringback/speech';
import { fromPcm16, samplesOf, toPcm16, wavHeader } from '../ports/kept-wav.ts';

/** What a take downloads as: 16 kHz linear, or 8 kHz mu-law as telephone systems take it. */
export const DOWNLOAD_FORMATS = ['16k', '8k-mulaw'] as const;

/** One of {@link DOWNLOAD_FORMATS}. */
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

const WIDE_RATE = 16_000;
const TELEPHONE_RATE = 8_000;
const MU_LAW = 7;

/** A kept take as a WAV file in the format asked for. */
export async function downloadOf(file: Uint8Array, format: DownloadFormat): Promise<Uint8Array> {
  const kept = samplesOf(file);
  const rate = format === '16k' ? WIDE_RATE : TELEPHONE_RATE;
  const { samples } = await resample({ samples: fromPcm16(kept.samples), sampleRate: kept.sampleRate }, rate);
  const pcm = toPcm16(samples);
  if (format === '8k-mulaw') return joined([muLawHeader(pcm.length), Uint8Array.from(pcm, encodeMuLaw)]);
  return joined([wavHeader(rate, pcm.length), new Uint8Array(pcm.buffer)]);
}

/** A header with the fact chunk that formats other than PCM need. */
function muLawHeader(sampleCount: number): Uint8Array {
  const bytes = new Uint8Array(58);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) bytes[at + i] = letters.charCodeAt(i);
  };
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8 + sampleCount + (sampleCount % 2), true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 18, true);
  view.setUint16(20, MU_LAW, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, TELEPHONE_RATE, true);
  view.setUint32(28, TELEPHONE_RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(38, 'fact');
  view.setUint32(42, 4, true);
  view.setUint32(46, sampleCount, true);
  text(50, 'data');
  view.setUint32(54, sampleCount, true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
