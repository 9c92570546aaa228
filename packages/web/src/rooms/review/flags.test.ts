import type { Finding } from '@ringback/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FLAG_PX, type Placed, placeFlags } from './flags.ts';

const at = (start: number, id: Placed['id']): Placed => ({
  id,
  finding: { message: 'x', evidence: '', fix: '', good: false, start, end: start + 1 } as unknown as Finding,
});
const placed = fc.record({
  start: fc.double({ min: 0, max: 30, noNaN: true }),
  id: fc.constantFrom('number', 'request', 'bridge', 'tone'),
});

it('no two marks cover each other and none leaves its words, on a phone as on a desk', () => {
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 20 }), fc.constantFrom(260, 320, 1100), (found, width) => {
      const flags = placeFlags(
        found.map(({ start, id }) => at(start, id as Placed['id'])),
        30,
        width,
      );
      for (const [i, flag] of flags.entries()) {
        const own = ((flag.finding.start ?? 0) / 30) * width;
        expect(Math.abs(flag.left - own)).toBeLessThanOrEqual(FLAG_PX);
        for (const other of flags.slice(i + 1)) {
          expect(flag.row !== other.row || Math.abs(flag.left - other.left) >= FLAG_PX).toBe(true);
        }
      }
      expect(flags.reduce((sum, { more }) => sum + 1 + more, 0)).toBe(found.length);
    }),
  );
});
