import { type DecodedRecording, decodeBytes } from '../decode/decode.ts';
import { applyFilter } from '../signal/filter.ts';
import { LINE_RATE, lineBand, PHONE_LINE_NAMES, type PhoneLine, type PhoneLineId } from './phone-line.ts';

/** A line whose codec needs an encoder from outside: none comes with this package. */
export type CodedLineId = Exclude<PhoneLineId, 'g711'>;

/**
 * Something that encodes 16-bit samples at {@link LINE_RATE}: GSM 6.10 as a raw stream of 33-byte frames, AMR-NB at 12.2 kbit/s as an
 * .amr file.
 */
export interface LineEncoder {
  encode(samples: Int16Array, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Samples by which a codec's sound comes late: an AMR-NB encoder looks 5 ms ahead (3GPP TS 26.090), one of GSM 6.10 does not. */
const LATE_SAMPLES: Readonly<Record<CodedLineId, number>> = { gsm: 0, amr: 40 };
const FULL_SCALE = 32_768;
const LARGEST = 32_767;

/** Band 300 to 3400 Hz, then the encoder given, then this package's own decoder of what it wrote. */
export function codedLine(id: CodedLineId, encoder: LineEncoder): PhoneLine {
  const band = lineBand();
  return {
    name: PHONE_LINE_NAMES[id],
    async carry(samples, signal) {
      const late = LATE_SAMPLES[id];
      const sent = new Float32Array(samples.length + late);
      sent.set(applyFilter(band, samples));
      const coded = await encoder.encode(toSixteenBits(sent), signal);
      return sameTimes(await decodeBytes(coded), late, samples.length);
    },
  };
}

function toSixteenBits(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) => Math.max(-FULL_SCALE, Math.min(LARGEST, Math.round(sample * FULL_SCALE))));
}

/** A codec works in whole frames, so it gives a few samples more: they are cut off. Where it gives fewer, silence follows. */
function sameTimes({ waveform }: DecodedRecording, late: number, length: number): Float32Array {
  if (waveform.sampleRate !== LINE_RATE) throw new RangeError(`The line's codec gave ${waveform.sampleRate} Hz, not ${LINE_RATE} Hz.`);
  const result = new Float32Array(length);
  result.set(waveform.samples.subarray(late, late + length));
  return result;
}
