import { describe, expect, it } from 'vitest';
import type { HeardStretch } from './as-expected.ts';
import type { StretchSound } from './hear-stretch.ts';
import { type HearStretch, hearStretches } from './stretch-lanes.ts';

const sounds: StretchSound[] = [0, 1, 2, 3, 4].map((startSec) => ({ samples: new Float32Array(1), startSec }));

const stretchAt = (startSec: number, text: string): HeardStretch => ({
  text,
  words: [],
  spots: [],
  samples: new Float32Array(0),
  startSec,
  states: null,
});

/** An ear that answers when it is let go on, and counts what it was given. */
function ear(name: string, failsAt: (startSec: number) => boolean = () => false) {
  const given: number[] = [];
  const hear: HearStretch = async ({ startSec }) => {
    given.push(startSec);
    await new Promise((resolve) => setTimeout(resolve));
    if (failsAt(startSec)) throw new Error(`${name} is lost`);
    return stretchAt(startSec, name);
  };
  return { hear, given };
}

const order = (heard: readonly HeardStretch[]) => heard.map(({ startSec }) => startSec);

describe('stretches heard by two ears', () => {
  it('are shared out and come in their order, and the share done grows to the whole', async () => {
    const [here, beside] = [ear('here'), ear('beside')];
    const shares: number[] = [];
    const heard = await hearStretches(sounds, { here: here.hear, beside: beside.hear, onProgress: (share) => shares.push(share) });
    expect(order(heard)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(heard.map(({ text }) => text))).toEqual(new Set(['here', 'beside']));
    expect([...here.given, ...beside.given].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(shares).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('are all heard here where there is no second ear', async () => {
    const here = ear('here');
    expect(order(await hearStretches(sounds, { here: here.hear, beside: null }))).toEqual([0, 1, 2, 3, 4]);
    expect(here.given).toEqual([0, 1, 2, 3, 4]);
  });

  it('are heard here when the second ear is lost, and it is asked no more', async () => {
    const [here, beside] = [ear('here'), ear('beside', () => true)];
    const heard = await hearStretches(sounds, { here: here.hear, beside: beside.hear });
    expect(heard.map(({ text }) => text)).toEqual(['here', 'here', 'here', 'here', 'here']);
    expect(beside.given).toHaveLength(1);
  });

  it('are none lost when the second ear fails at the last one, with nothing left to do here', async () => {
    const slow: HearStretch = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('lost');
    };
    const heard = await hearStretches(sounds.slice(0, 2), { here: ear('here').hear, beside: slow });
    expect(order(heard)).toEqual([0, 1]);
  });

  it('are refused as this ear refuses', async () => {
    const hearing = hearStretches(sounds, { here: ear('here', (at) => at === 0).hear, beside: ear('beside').hear });
    await expect(hearing).rejects.toThrow('here is lost');
  });
});
