import { expect, it } from 'vitest';
import { unsupported } from './weigh-places.ts';

it('what was heard in a place is all the words around it that neither the script nor the digits account for', () => {
  const said = 'call Drummer twins at 617 again'.split(' ');
  const sureness = [0.95, null, null, 0.95, null, null];
  expect(unsupported(said, sureness, { from: 2, to: 2 })).toEqual({ from: 1, to: 3 });
  expect(unsupported(said, sureness, { from: 4, to: 4 })).toEqual({ from: 4, to: 4 });
  expect(unsupported(said, sureness, { from: 0, to: 0 })).toEqual({ from: 0, to: 0 });
});
