import { resample, type Waveform } from '@ringback/speech';

/** Hz: the rate of the telephone network. */
const LINE_RATE = 8_000;
/** Hz: below this a telephone line passes nothing (ITU-T G.712 band 300 to 3400 Hz; the upper limit comes with the rate). */
const LOW_CUT_HZ = 300;
/** G.711 mu-law: bias and clip of the 14-bit coder. */
const BIAS = 132;
const CLIP = 32_635;

/** The recording as it arrives over a G.711 line: 8 kHz, high-passed, mu-law and back. */
export async function telephone(waveform: Waveform): Promise<Waveform> {
  const { samples, sampleRate } = await resample(waveform, LINE_RATE);
  return { samples: highPass(highPass(samples)).map(throughMuLaw), sampleRate };
}

/** Second-order Butterworth high-pass (bilinear transform, q = 1/sqrt 2). */
function highPass(samples: Float32Array): Float32Array {
  const w = (2 * Math.PI * LOW_CUT_HZ) / LINE_RATE;
  const alpha = Math.sin(w) / Math.SQRT2;
  const cos = Math.cos(w);
  const a0 = 1 + alpha;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = (((1 + cos) / 2) * (x - 2 * x1 + x2) + 2 * cos * y1 - (1 - alpha) * y2) / a0;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

/** One sample through G.711 mu-law and back. */
export function throughMuLaw(sample: number): number {
  const magnitude = Math.min(CLIP, Math.abs(Math.round(sample * 32_768))) + BIAS;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  const decoded = (((mantissa << 3) + BIAS) << exponent) - BIAS;
  return (Math.sign(sample) * decoded) / 32_768;
}
