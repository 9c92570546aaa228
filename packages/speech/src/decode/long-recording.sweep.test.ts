import { expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';
import { wavFile } from './synthetic.fixture.ts';

it('refuses a recording of three hours', async () => {
  const threeHours = wavFile({ samples: new Float32Array(3 * 3600 * 4000), sampleRate: 4000, coding: 'u8' });
  await expect(decodeBytes(threeHours)).rejects.toMatchObject({ code: 'too-long' });
});
