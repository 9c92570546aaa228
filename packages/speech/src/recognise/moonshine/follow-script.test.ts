import { describe, expect, it } from 'vitest';
import { fakeModel } from './fake-model.fixture.ts';
import { followScript } from './follow-script.ts';
import type { MoonshineModel } from './model.ts';
import { spellText } from './spell-text.ts';
import { END_TOKEN, llamaVocabulary } from './vocabulary.ts';

const VOCABULARY_SIZE = 32_768;
const vocabulary = await llamaVocabulary();

/** A model that finds each text as likely as the table says (natural logarithm), and that freely hears `again`. */
function judging(logs: Readonly<Record<string, number>>, again: string): MoonshineModel {
  const row = (token: number, share: number): Float32Array => {
    const scores = new Float32Array(VOCABULARY_SIZE).fill(-60);
    scores[token] = Math.log(share);
    scores[0] = Math.log(Math.max(Math.exp(-60), 1 - share));
    return scores;
  };
  return {
    ...fakeModel(() => ({})),
    async score(_states, tokens) {
      const text = vocabulary.read(tokens.slice(1)).text.trim();
      return tokens.map((_, i) => row(tokens[i + 1] ?? END_TOKEN, i + 1 < tokens.length ? 1 : Math.exp(logs[text] ?? -50)));
    },
    start() {
      const left = spellText(vocabulary, again);
      return async () => ({ logits: row(left.shift() ?? END_TOKEN, 1), attention: new Float32Array(0) });
    },
  };
}

const SCRIPT = 'we need a new bellows before Easter';
const HEARD = 'we need a new head of before Easter';

async function refusedIn(logs: Readonly<Record<string, number>>, again: string) {
  const stretch = { states: { type: 'float32' as const, dims: [1, 10, 1], data: new Float32Array(10) }, samples: new Float32Array(64_000) };
  const followed = await followScript(
    { model: judging(logs, again), vocabulary, signal: undefined },
    [{ ...stretch, words: HEARD.split(' ') }],
    SCRIPT.split(' '),
  );
  return followed.flatMap(({ words, refused }) => [words.join(' '), ...[...refused.values()].map((one) => [one.text, one.again])]);
}

describe('what the sound does not bear out of a script', () => {
  it('is told with how much of what was heard instead is heard again at another pace', async () => {
    expect(await refusedIn({ [HEARD]: -2 }, HEARD)).toEqual([HEARD, ['bellows', 1]]);
    const [, refused] = await refusedIn({ [HEARD]: -2 }, 'we need a new man who had a before Easter');
    expect(refused).toEqual(['bellows', expect.closeTo(0.2, 1)]);
  });

  it('is not asked for where the script was heard after all', async () => {
    expect(await refusedIn({ [HEARD]: -2, [SCRIPT]: -4 }, 'anything')).toEqual([SCRIPT]);
  });
});
