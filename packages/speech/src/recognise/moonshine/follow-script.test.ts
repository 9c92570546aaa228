import { describe, expect, it } from 'vitest';
import { fakeModel } from './fake-model.fixture.ts';
import { followScript } from './follow-script.ts';
import type { MoonshineModel } from './model.ts';
import { spellText } from './spell-text.ts';
import { END_TOKEN, llamaVocabulary } from './vocabulary.ts';

const VOCABULARY_SIZE = 32_768;
const vocabulary = await llamaVocabulary();

/** How likely each part of a text is over silence; over sound it is certain. */
const SILENT_SHARE = 0.1;

/** A model that finds each text as likely as the table says (natural logarithm). */
function judging(logs: Readonly<Record<string, number>>): MoonshineModel {
  const row = (token: number, share: number): Float32Array => {
    const scores = new Float32Array(VOCABULARY_SIZE).fill(-60);
    scores[token] = Math.log(share);
    scores[0] = Math.log(Math.max(Math.exp(-60), 1 - share));
    return scores;
  };
  return {
    ...fakeModel(() => ({})),
    encode: async (samples) => statesOf(samples.some((sample) => sample !== 0)),
    async score(states, tokens) {
      const text = vocabulary.read(tokens.slice(1)).text.trim();
      const share = (states.data as Float32Array)[0] === 0 ? SILENT_SHARE : 1;
      return tokens.map((_, i) => row(tokens[i + 1] ?? END_TOKEN, i + 1 < tokens.length ? share : Math.exp(logs[text] ?? -50)));
    },
  };
}

const statesOf = (sounds: boolean) => ({ type: 'float32' as const, dims: [1, 10, 1], data: new Float32Array(10).fill(Number(sounds)) });

async function following(script: string, heard: string, logs: Readonly<Record<string, number>>) {
  const stretch = { states: statesOf(true), samples: new Float32Array(64_000).fill(0.1), words: heard.split(' ') };
  const [followed] = await followScript({ model: judging(logs), vocabulary, signal: undefined }, [stretch], script.split(' '));
  return { words: followed?.words.join(' '), refused: [...(followed?.refused ?? [])] };
}

describe('what the sound does not bear out of a script', () => {
  const script = 'we need a new bellows before Easter';
  const heard = 'we need a new head of before Easter';

  it('is told with how much likelier the sound makes it than silence does, at all paces', async () => {
    const { words, refused } = await following(script, heard, { [heard]: -2 });
    expect(words).toBe(heard);
    const gain = expect.closeTo(-Math.log(SILENT_SHARE) * spellText(vocabulary, 'bellows').length, 3);
    expect(refused).toMatchObject([[5, { text: 'bellows', gain, together: { text: 'bellows', gain, least: gain } }]]);
  });

  it('is kept whole where a word was heard instead of one and nothing of the next', async () => {
    const said = 'by the end of February the morning';
    const { refused } = await following('by the end of September is the morning', said, { [said]: -2 });
    expect(refused).toMatchObject([[4, { text: 'September is', place: 'here', together: { text: 'September is' } }]]);
  });

  it('is nothing where the script was heard after all', async () => {
    expect(await following(script, heard, { [heard]: -2, [script]: -4 })).toEqual({ words: script, refused: [] });
  });
});
