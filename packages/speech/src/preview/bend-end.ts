/** Seconds at the end of a sound over which its pitch is bent: the last digit at dictation pace. House rule. */
const BEND_SEC = 0.4;
const SEMITONES_PER_OCTAVE = 12;

/**
 * Bends the pitch of the end of a sound, up with `semitones` above zero: it is read faster and faster, or slower and slower, as a tape
 * would be. What lies before `fromSec` stays as it is. The end comes a little earlier, or later.
 */
export function bendEnd(samples: Float32Array, sampleRate: number, semitones: number, fromSec = 0): Float32Array {
  const begin = Math.max(Math.round(fromSec * sampleRate), samples.length - Math.round(BEND_SEC * sampleRate), 0);
  const length = samples.length - begin;
  const bent: number[] = [];
  let place = 0;
  while (place < length - 1) {
    const whole = Math.floor(place);
    const share = place - whole;
    bent.push((samples[begin + whole] ?? 0) * (1 - share) + (samples[begin + whole + 1] ?? 0) * share);
    place += 2 ** ((semitones * (place / length)) / SEMITONES_PER_OCTAVE);
  }
  const whole = new Float32Array(begin + bent.length);
  whole.set(samples.subarray(0, begin));
  whole.set(bent, begin);
  return whole;
}
