import { describe, expect, it } from 'vitest';
import type { Transcript, Word } from '../../documents/transcript.ts';
import { trainedReader as reader } from '../../message/reader/trained.fixture.ts';
import { followTake } from './follow-take.ts';
import { scriptAfter } from './script-after.ts';

const SCRIPT =
  'Hello Ms. Bell, this is Omar Reyes. Professor Adams suggested I call you. I have forty-eight hours to choose. Please call me by Thursday at 617-555-0123.';

/** A take in which each word takes 0.3 s and is heard without doubt; `refused` by the word's index. */
function take(text: string, refused: Record<number, Word['refused']> = {}, confidence = 1): Transcript {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }, i): Word => {
    const instead = refused[i];
    return {
      text: word,
      charStart: index,
      charEnd: index + word.length,
      start: i * 0.3,
      end: i * 0.3 + 0.28,
      confidence,
      method: 'attention',
      ...(instead && { refused: instead }),
    };
  });
  return { text, words };
}

const follow = (transcript: Transcript) => followTake(SCRIPT, transcript, { reader });
const told = (transcript: Transcript) => follow(transcript)?.differences.map(({ message }) => message);

describe('a take along its script', () => {
  it('that says what is written tells nothing, however it is spelled', () => {
    expect(told(take(SCRIPT))).toEqual([]);
    const spelled =
      'Hello Ms Bell. This is Omar Reyes, professor adams suggested I call you. I have 48 hours to choose; please call me by Thursday at six, one, seven, double five, five, oh one two three.';
    expect(told(take(spelled))).toEqual([]);
    expect(follow(take(spelled))?.words.every(({ state }) => state === 'said')).toBe(true);
  });

  it('tells another word, with both', () => {
    expect(told(take(SCRIPT.replace('Thursday', 'Monday')))).toEqual(['You said “Monday”; the script says “Thursday”.']);
  });

  /** What the sound says of the script's words: by how much it makes them likelier than silence does. */
  const refused = (text: string, gain: number, place: NonNullable<Word['refused']>['place'] = 'here') => ({
    ...{ text, log: -30, gain, tokens: 4, place, together: { text, gain, least: gain } },
  });

  it('tells another day that sounds alike, where the sound does not bear out the one that is written', () => {
    const said = SCRIPT.replace('Thursday', 'Tuesday');
    const weighed = (gain: number) => told(take(said, { [said.split(' ').indexOf('Tuesday')]: refused('Thursday', gain) }));
    expect(weighed(-4)).toEqual(['You said “Tuesday”; the script says “Thursday”.']);
    expect(weighed(8)).toEqual([]);
  });

  it('tells a wrong digit with the numbers written alike', () => {
    const said = SCRIPT.replace('617-555-0123', 'six, one, seven, five, five, five, zero, one, two, eight');
    expect(told(take(said))).toEqual(['You said “617-555-0128”; the script says “617-555-0123”.']);
  });

  it('names what was left out by its move', () => {
    const left = follow(take(SCRIPT.replace(/ Please call.*/, '')));
    expect(left?.differences).toMatchObject([{ kind: 'left-out', heard: null }]);
    expect(left?.differences[0]?.message).toMatch(
      /^You left out (?:what you ask for|the deadline): “Please call me by Thursday at 617-555-0123”\.$/,
    );
    expect(left?.words.filter(({ state }) => state === 'left-out').map(({ text }) => text)).toEqual(
      'Please call me by Thursday at 617-555-0123.'.split(' '),
    );
  });

  it('is not sure where a word was hardly heard, a digit is missing or one small word stands for another', () => {
    expect(told(take(SCRIPT.replace('Thursday', 'first'), {}, 0.4))).toEqual([]);
    expect(told(take(SCRIPT.replace('0123', '012')))).toEqual([]);
    expect(told(take(SCRIPT.replace('to choose', 'for choose')))).toEqual([]);
    expect(follow(take(SCRIPT.replace('0123', '012')))?.words.at(-1)?.state).toBe('unsure');
  });

  it('goes by what the sound adds to the script’s words over silence', () => {
    const other = (from: string, to: string, gain: number, confidence = 0.7) => {
      const said = SCRIPT.replace(from, to);
      return told(take(said, { [said.split(' ').indexOf(to.split(' ')[0] ?? '')]: refused(from, gain) }, confidence));
    };
    expect(other('Reyes.', 'Collins.', -9)).toEqual(['You said “Collins”; the script says “Reyes”.']);
    expect(other('Reyes.', 'Collins.', 6)).toEqual([]);
    // What is spelled alike was misheard.
    expect(other('choose.', 'chose.', -6)).toEqual([]);
    // What was hardly heard is not quoted.
    expect(other('Reyes.', 'Lydfield.', -9, 0.04)).toEqual([
      'You did not say “Reyes”, which the script has there; what you said instead was not clear.',
    ]);
  });

  it('claims less in a take of which little was understood', () => {
    const poor = SCRIPT.replace('Professor Adams suggested I call you.', 'Provence had some gusts of icicles.').replace(
      'to choose',
      'two chews',
    );
    const said = (script: string) => script.replace('Reyes.', 'Collins.');
    const weighed = (script: string) => told(take(said(script), { 6: refused('Reyes.', -4) }));
    expect(weighed(SCRIPT)).toHaveLength(1);
    expect(weighed(poor)).toEqual([]);
  });

  it('claims nothing of words that were heard and not weighed, and nothing of one or two that were swallowed', () => {
    const said = SCRIPT.replace('Reyes.', 'Collins.');
    expect(told(take(said, { 6: { text: 'Reyes.', log: -60, gain: -9, tokens: 3, place: 'here' } }))).toEqual([]);
    expect(told(take(SCRIPT.replace(' Reyes.', ''), { 5: refused('Reyes.', -12, 'after') }))).toEqual([]);
  });

  it('tells a digit said otherwise though others of the number were heard badly or not at all', () => {
    const number = (digits: string, sureOf: (place: number) => number, script = SCRIPT) => {
      const text = script.replace('617-555-0123.', [...digits].join(', '));
      const transcript = take(text);
      const first = transcript.words.length - digits.length;
      const words = transcript.words.map((word, i) => (i < first ? word : { ...word, confidence: sureOf(i - first) }));
      return told({ ...transcript, words });
    };
    const other = ['You said “617-555-0193”; the script says “617-555-0123”.'];
    expect(number('6175550193', (place) => (place === 8 ? 0.9 : 0.4))).toEqual(other);
    expect(number('6175550193', (place) => (place === 8 ? 0.4 : 0.9))).toEqual([]);
    expect(number('75550193', () => 0.9)).toEqual(other);
    // At the end of what was heard, or among too few digits, it may be out of step.
    expect(number('617555018', () => 0.9)).toEqual([]);
    expect(number('50193', () => 0.9)).toEqual([]);
  });

  it('does not claim digits of a number that was heard as written another time, and tells the doubt', () => {
    const script = `${SCRIPT} Again, 617-555-0123. Thank you.`;
    const once = followTake(script, take(script.replace('617-555-0123', '617-555-0193')), { reader });
    expect(once?.differences).toEqual([]);
    expect(once?.doubts).toMatchObject([{ message: 'It could not be told whether you said “617-555-0123”.' }]);
    const twice = followTake(script, take(script.replaceAll('617-555-0123', '617-555-0193')), { reader });
    expect(twice?.differences).toHaveLength(2);
  });

  it('claims no other number that the sound makes about as likely as the one that is written', () => {
    const said = SCRIPT.replace('617-555-0123', 'six, one, seven, five, five, five, zero, one, two, eight');
    const weighed = (log: number) =>
      follow(take(said, { [said.split(' ').indexOf('six,')]: { text: '6175550123', log, tokens: 10, place: 'here' } }));
    expect(weighed(-20)?.differences).toHaveLength(1);
    expect(weighed(-3)).toMatchObject({ differences: [], doubts: [{ script: { quote: '617-555-0123.' } }] });
  });

  it('claims a part left out where there is no time for it and the sound does not bear it out', () => {
    const left = (words: string, gain: number, script = SCRIPT) => {
      const before = script.slice(0, script.indexOf(words)).trim().split(' ').length - 1;
      return followTake(script, take(script.replace(`${words} `, ''), { [before]: refused(words, gain, 'after') }), { reader })
        ?.differences;
    };
    expect(left('Professor Adams suggested I call you.', -5)).toMatchObject([{ kind: 'left-out' }]);
    expect(left('Professor Adams suggested I call you.', 20)).toEqual([]);
    expect(left('call me by Thursday at', -10)).toMatchObject([{ kind: 'left-out' }]);
    // In their place more digits than the number has may have been heard.
    const number = SCRIPT.split(' ').at(-1) ?? '';
    const before = SCRIPT.split(' ').indexOf('Please');
    const heard = take(SCRIPT.replace(`call me by Thursday at ${number}`, `8-${number}`), {
      [before]: refused('call me by Thursday at', -10, 'after'),
    });
    expect(followTake(SCRIPT, heard, { reader })?.differences).toEqual([]);
    // A figure in it is no number to call.
    const script = SCRIPT.replace('Professor Adams', 'I am there until six. Professor Adams');
    expect(left('I am there until six.', -5, script)).toMatchObject([{ kind: 'left-out' }]);
  });

  it('claims nothing left out beside words that the script has not, long enough to be it misheard', () => {
    const misheard = (words: string) => {
      const said = SCRIPT.replace('Professor Adams suggested I call you. I have', `${words} have`);
      const before = said.split(' ').indexOf('have');
      return followTake(SCRIPT, take(said, { [before]: refused('Adams suggested I call you. I', -5, 'before') }), { reader })?.differences;
    };
    expect(misheard('Professor')).toMatchObject([{ kind: 'left-out' }]);
    expect(misheard('a coal shovel Professor')).toEqual([]);
  });

  it('claims no "fifty" for "fifteen", which sound alike, but other numbers in words', () => {
    const script = SCRIPT.replace('forty-eight', 'fifteen');
    const said = (number: string) => followTake(script, take(script.replace('fifteen', number)), { reader })?.differences;
    expect(said('fifty')).toEqual([]);
    expect(said('sixteen')).toMatchObject([{ kind: 'otherwise', heard: { quote: 'sixteen' } }]);
  });

  it('takes "may" for no month', () => {
    const said = SCRIPT.replace('by Thursday', 'my phone may');
    const heard = (text: string) => told(take(said.replace('may', text), { [said.split(' ').indexOf('may')]: refused('by Thursday', 2) }));
    expect(heard('may')).toEqual([]);
    expect(heard('May')).toHaveLength(1);
  });

  it('claims no digits added within a number', () => {
    expect(told(take(SCRIPT.replace('617-555-0123.', 'six, one, seven, five, five, nine, five, zero, one, two.')))).toEqual([]);
    expect(
      told(take(SCRIPT.replace('617-555-0123.', 'six, one, nine, nine, nine, nine, nine, nine, seven, five, five, five, zero, one.'))),
    ).toEqual([]);
  });

  it('claims nothing of words that may hide in a gap', () => {
    const text = SCRIPT.replace('Professor Adams suggested I call you. ', '');
    const whole = take(text);
    expect(told(whole)).toHaveLength(1);
    const gap = { ...whole, words: whole.words.map((word, i) => (i < 7 ? word : { ...word, start: word.start + 4, end: word.end + 4 })) };
    expect(told(gap)).toEqual([]);
  });

  it('claims nothing of words before a number that may have been heard as digits', () => {
    expect(told(take(SCRIPT.replace('call me by Thursday at ', '')))).toEqual([]);
  });

  it('has nothing to follow without words', () => {
    expect(followTake('', take('Hello.'), { reader })).toBeNull();
    expect(followTake(SCRIPT, { text: '', words: [] }, { reader })).toBeNull();
  });
});

describe('an address of the script', () => {
  const script = 'Hello Ms. Bell. You can write to lena at example dot com. Thank you.';
  const spelled = script.replace('lena', 'l e n a');
  const followed = (text: string, own = script, confidence = 1) => {
    const following = followTake(own, take(text, {}, confidence), { reader });
    return [
      following?.addresses?.map(({ state }) => state),
      following?.differences.map(({ message }) => message),
      following?.doubts?.length,
    ];
  };

  it('is confirmed as it was heard, also where a sign of it was not', () => {
    expect(followed(script)).toEqual([['said'], [], 0]);
    expect(followed(script.replace('lena at example dot com', 'Lena@example.com'))).toEqual([['said'], [], 0]);
    expect(followed(script.replace('example dot com', 'example, com'))).toEqual([['said'], [], 0]);
  });

  it('is told where its ending, another name or a letter was said', () => {
    const other = (address: string) => [['otherwise'], [`You said “${address}”; the script says “lena@example.com”.`], 0];
    expect(followed(script.replace('dot com', 'dot org'))).toEqual(other('lena@example.org'));
    expect(followed(script.replace('lena', 'peter'))).toEqual(other('peter@example.com'));
    expect(followed(spelled.replace('l e n', 'l i n'), spelled)[0]).toEqual(['otherwise']);
  });

  it('is in doubt where it may be misheard, and says so', () => {
    const doubt = [['unsure'], [], 1];
    expect(followed(script.replace('lena', 'Lina'))).toEqual(doubt);
    expect(followed(script.replace('example', 'mempool'))).toEqual(doubt);
    expect(followed(script.replace('dot com', 'dot org'), script, 0.7)).toEqual(doubt);
    expect(followed(spelled.replace('l e n', 'l i n'), spelled, 0.7)).toEqual(doubt);
    expect(followTake(script, take(script.replace('lena', 'Lina')), { reader })?.doubts).toMatchObject([
      { message: 'It could not be told whether you said “lena@example.com”.', script: { quote: 'lena at example dot com' } },
    ]);
  });
});

describe('words that matter and are not sure', () => {
  const doubts = (gain: number, instead: string, word: string) => {
    const refused = { text: word, log: -13, gain, tokens: 3, place: 'here' as const };
    const at = SCRIPT.split(' ').indexOf(word);
    return followTake(SCRIPT, take(SCRIPT.replace(word, instead), { [at]: refused }, 0.5), { reader })?.doubts?.map(
      ({ message }) => message,
    );
  };

  it('are told as in doubt: a name or a day that the sound does not bear out', () => {
    expect(doubts(-1, 'Ray.', 'Reyes.')).toEqual(['It could not be told whether you said “Reyes”.']);
    expect(doubts(5, 'Ray.', 'Reyes.')).toEqual([]);
    expect(doubts(-1, 'suggest', 'suggested')).toEqual([]);
  });

  it('are told of a number that lacks digits', () => {
    expect(followTake(SCRIPT, take(SCRIPT.replace('0123', '012')), { reader })?.doubts).toMatchObject([
      { script: { quote: '617-555-0123.' } },
    ]);
  });
});

describe('what is left of a script', () => {
  const words = (text: string) => text.split(' ').map((word) => ({ text: word }));
  it('begins after the last word that was said, the first time that it comes', () => {
    expect(scriptAfter('Call 617. Again, call 617. Bye.', words('Call 617.'))).toBe(' Again, call 617. Bye.');
    expect(scriptAfter('Call 617. Again, call 617. Bye.', [])).toBe('Call 617. Again, call 617. Bye.');
  });
});
