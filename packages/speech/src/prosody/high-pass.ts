import type { Waveform } from '../waveform.ts';

/** A second-order Butterworth high-pass: hum and rumble are no speech. */
export function highPass(waveform: Waveform, cutoffHz: number): Waveform {
  const omega = (2 * Math.PI * cutoffHz) / waveform.sampleRate;
  const alpha = Math.sin(omega) / Math.SQRT2;
  const cosine = Math.cos(omega);
  const scale = 1 / (1 + alpha);
  const b0 = ((1 + cosine) / 2) * scale;
  const b1 = -(1 + cosine) * scale;
  const a1 = -2 * cosine * scale;
  const a2 = (1 - alpha) * scale;
  const out = new Float32Array(waveform.samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < out.length; i += 1) {
    const x = waveform.samples[i] ?? 0;
    const y = b0 * (x + x2) + b1 * x1 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
  return { samples: out, sampleRate: waveform.sampleRate };
}
