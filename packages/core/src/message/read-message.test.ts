import { describe, expect, it } from 'vitest';
import { DOUBT, deriveFacts } from '../facts/index.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { readMessage } from './read-message.ts';
import { trainedReader as reader } from './reader/trained.fixture.ts';

function read(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  if (!transcript.ok) throw new Error('a script always has words');
  return readMessage(transcript.value, { reader });
}

const factsOf = (text: string) => deriveFacts(read(text));

describe('a name that is spelled', () => {
  it.each([
    ['Hello Maria, this is Todd Keller. My name is spelled T, O, D, D, K, E, L, L, E, R. Please call me at 415-555-0142.', 'Todd Keller'],
    ['Hello Maria, this is Tod Keller. My name is spelled T-O-D-D-K-L-L-E-R. Please call me at 415-555-0142. Thank you.', 'Tod Keller'],
    ['Hi, I am Priya Nair, that is P R I Y A, N A I R. Call me at 415-555-0142.', 'Priya Nair'],
  ])('is English, and its letters are nobody: %j', (text, caller) => {
    const { language, people } = read(text);
    expect({ language, caller: people.caller }).toEqual({ language: 'en', caller });
  });

  it('behind an address is the address, and no new caller', () => {
    const text = "Hi Anna, this is Sam Reed calling about the invoice. You can write to me, it's todd at example dot com, T O D D. Thanks.";
    const { emails, people } = read(text);
    expect(emails.map(({ address }) => address)).toEqual(['todd@example.com']);
    expect(people).toEqual({ caller: 'Sam Reed', recipient: 'Anna' });
  });
});

describe('two extensions', () => {
  it('are both told', () => {
    const [number] = read('Call 206-555-0130, extension 12, or extension 14.').phoneNumbers;
    expect(number?.extensions).toEqual(['12', '14']);
  });
});

describe('what strangers say', () => {
  it.each([
    [
      'a firm of one’s own is no tie',
      'My name is Dana Rowe, from a consulting firm in Boston. Please call me back at 415-555-0142.',
      'bridge',
      false,
    ],
    [
      'somebody who sent the caller is one',
      'Hi Ms. Bell, Omar Reyes here. Ann Wu suggested I call you. Is the post open? 617-555-0123.',
      'bridge',
      true,
    ],
    [
      'fifteen minutes to half an hour has no end',
      "I'm a consultant and would love 15 minutes to a half an hour to talk about a career move. 415-555-0142.",
      'narrowRequest',
      false,
    ],
    ['a yes or no by text is one ask', 'Hi Sam, Ana here. Are you coming to practice, yes or no? Text me on 415-555-0142.', 'goal', true],
    ['opening hours ask for nothing', "This is Holt Tools. We're open from eight till six on Saturday.", 'goal', false],
    [
      'three sorries and begging grovel',
      "I'm so sorry, I'm so terribly sorry to bother you, I'm nobody, please, I beg you, forgive me and help me.",
      'obsequious',
      true,
    ],
    [
      '"anything at all" at a church does not',
      'Hi Linda, Pastor Greg from Hope Chapel. If there is anything at all you need, call us at 615-555-0170.',
      'obsequious',
      false,
    ],
  ] as const)('%s', (_, text, fact, holds) => {
    expect(factsOf(text)[fact]).toBe(holds);
  });

  it('never tells for sure that a number the listener has is a tie', () => {
    expect(read("It's Joe. You've got my number. Call me back.").chances.bridge).toBeLessThan(DOUBT.to);
  });

  it('says who calls whom', () => {
    expect(read('Hi, Grace. This is Hal Moss from upstairs. Can I come in at five? 718-555-0163.').people).toEqual({
      caller: 'Hal Moss',
      recipient: 'Grace',
    });
    expect(read('hello mrs tan this is ravi mehta your parcel is here').people).toMatchObject({ caller: 'ravi mehta' });
  });
});

describe('what presses', () => {
  it.each([
    "Hi Dana, this is Sam Ortiz. I've left you three messages already. Can you call me back tonight at 415-555-0142?",
    'You owe me an answer and I am sick of waiting. Will you pay the invoice, yes or no? Call me tonight, 415-555-0142.',
  ])('is no tie besides: %j', (text) => {
    const { moves, pleas } = read(text);
    expect(pleas.length).toBeGreaterThan(0);
    const ties = moves.filter(({ kind }) => kind === 'bridge');
    for (const plea of pleas) expect(ties.filter((tie) => tie.charStart < plea.charEnd && plea.charStart < tie.charEnd)).toEqual([]);
  });
});

describe('every reading', () => {
  it('says so when it is another language or nothing', () => {
    expect(read('Bonjour, je vous appelle pour le poste de directeur, merci de me rappeler.').language).toBe('other');
    expect(read('🙂 …').language).toBe('none');
  });
});
