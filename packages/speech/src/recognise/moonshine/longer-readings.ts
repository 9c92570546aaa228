import { insertionGains } from '../digit-head/insertions.ts';
import type { Posteriors } from '../digit-head/posteriors.ts';
import { timesSaid, USUAL_COUNT } from './count-prior.ts';

/** How far longer readings are looked for: digits put in, one after the other, and readings kept of each count. House rules. */
const LONGER = { digits: 3, kept: 2 } as const;

/**
 * The reading with digits put in where the head makes it likeliest, up to the usual count: a search over paths drops a reading early whose
 * digits are all a little doubtful. A number said twice gets each digit both times.
 */
export function longerReadings(posteriors: Posteriors, digits: string): string[] {
  const readings: string[] = [];
  let from = digits;
  for (let step = 0; step < LONGER.digits; step += 1) {
    const times = timesSaid(from);
    const count = from.length / times;
    if (count >= USUAL_COUNT) break;
    const gains = insertionGains(posteriors, from);
    const once = from.slice(0, count);
    const longer = new Map<string, number>();
    for (let place = 0; place <= count; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const gain = (gains[place]?.[digit] ?? 0) + (times === 1 ? 0 : (gains[place + count]?.[digit] ?? 0));
        const reading = `${once.slice(0, place)}${digit}${once.slice(place)}`.repeat(times);
        // "55" with a 5 more is one reading, wherever it is put.
        longer.set(reading, Math.max(gain, longer.get(reading) ?? Number.NEGATIVE_INFINITY));
      }
    }
    const likeliest = [...longer].sort((a, b) => b[1] - a[1]).slice(0, LONGER.kept);
    readings.push(...likeliest.map(([reading]) => reading));
    from = likeliest[0]?.[0] ?? from;
  }
  return readings;
}
