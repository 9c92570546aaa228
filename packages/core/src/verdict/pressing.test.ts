import { describe, expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';

const reviewed = (text: string) => review(scriptArtifacts(text, { name: 'call.txt' }), { reader });
const toneOf = (text: string) => reviewed(text).tips.find(({ id }) => id === 'tone');

const PRESSING = {
  anger: "Ms. Bell, this is Hal Moss. You owe me an answer and I'm sick of waiting. Is it yes or no? 415-555-0142.",
  guilt: "Hi Dana, Hal Moss here. I've left you three messages already and you couldn't find one minute for me. Call me at 415-555-0142.",
  'false urgency':
    'Hello Mr. Reyes, Hal Moss from Solar Bright. This offer expires tonight! Call now, 415-555-0142, before you lose it for good.',
  'a threat': "Mr. Reyes, Hal Moss. Call me by noon or I'll make sure everyone at your firm hears about this. 415-555-0142.",
  begging:
    'Dear Ms. Bell, I would be truly honored to have even a moment of your precious time, please, I beg you. Hal Moss, 415-555-0142. Could you call me?',
} as const;

const CALM = [
  'Hi Dana, Hal Moss here. I called Tuesday as well, so here is my number again, 415-555-0142. Are you coming on Saturday?',
  'Ms. Bell, this is Hal Moss from Alder Freight. Invoice 212 is thirty days past due. Could you tell me when it will be paid? 415-555-0142.',
  'Hi Omar, Hal Moss from the choir. The church wants our answer by Friday. Can you sing on the ninth? 415-555-0142.',
  "Hi Priya, it's Hal from next door. I'm dying to hear how the recital went. Is Sunday at three still on? 415-555-0142.",
];

describe('a message that presses or begs', () => {
  it.each(Object.entries(PRESSING))('%s is told and does not read like one that gets returned', (_, text) => {
    const tone = toneOf(text);
    expect(tone?.status, JSON.stringify(tone)).toMatch(/fail|improve/);
    expect(reviewed(text).verdict.decision).not.toBe('return');
  });

  it.each(CALM)('and one that does not is not accused: %s', (text) => {
    expect(toneOf(text)?.status).toBe('pass');
  });
});

describe('what is no voicemail', () => {
  it('has no tie and no narrow ask', () => {
    const address =
      'And so, my fellow Americans: ask not what your country can do for you, ask what you can do for your country. My fellow citizens of the world, ask not what America will do for you, but what together we can do for the freedom of man.';
    const { facts, verdict } = reviewed(address);
    expect(facts).toMatchObject({ bridge: false, narrowRequest: false });
    expect(verdict.decision).toBe('delete');
  });

  it.each([
    'Hi Jim, this is Hal Moss. We both like cheese. Could you call me about a job at 415-555-0142?',
    'Hi Jim, this is Hal Moss. You and I both love the sea. Could you call me about a boat at 415-555-0142?',
    'Hi Jim, this is Hal Moss. As parents, we both want the best for our kids. Could you call me about a tutor at 415-555-0142?',
  ])('what most people share is no tie: %s', (text) => {
    expect(reviewed(text).facts.bridge).toBe(false);
  });

  it('what few share stands beside what most do', () => {
    const text =
      'Hi Jim, this is Hal Moss. Ana Reyes at Alder Freight sent me to you, and we both love boats. Is the slip still free? 415-555-0142.';
    expect(reviewed(text).facts.bridge).toBe(true);
  });
});
