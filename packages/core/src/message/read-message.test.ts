import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, Message } from '../documents/message.ts';
import { MOVE_KINDS } from '../documents/message.ts';
import { deriveFacts } from '../facts.ts';
import { scriptArtifacts } from '../script/script-artifacts.ts';
import { readMessage } from './read-message.ts';

interface Read {
  message: Message;
  facts: Facts;
  text: string;
}

function read(script: string): Read {
  const { transcript } = scriptArtifacts(script, { name: 'script.txt' });
  if (!transcript.ok) throw new Error(transcript.reason);
  const message = readMessage(transcript.value);
  return { message, facts: deriveFacts(message, script), text: transcript.value.text };
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[,;:!?"]|\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ');

describe('readMessage', () => {
  it('reads a referral with one bounded ask and a deadline', () => {
    const { message, facts } = read(
      'Hello Dr. Marsh, this is Owen Tait from Larch Surveyors. Your colleague Beth Quinn suggested I call you. Could you spare ten minutes to look at one drawing, and let me know by Friday? I am on 303-555-0144.',
    );
    expect(message.people).toEqual({ caller: 'Owen Tait', recipient: 'Dr. Marsh' });
    expect(facts).toMatchObject({
      goal: true,
      bridge: true,
      narrowRequest: true,
      timeBox: true,
      deadline: true,
      obsequious: false,
      phone: true,
    });
    expect(message.moves.find((move) => move.kind === 'bridge')).toMatchObject({ tie: 'referrer', via: 'Beth Quinn' });
  });

  it('keeps the bounds of an open range', () => {
    const { message, facts } = read(
      "I'm Ola Brandt. I'd like fifteen minutes to an hour of your time to talk about my career. 303-555-0144.",
    );
    expect(message.moves.find((move) => move.kind === 'time-box')).toMatchObject({ minMinutes: 15, maxMinutes: 60 });
    expect(message.moves.find((move) => move.kind === 'request')).toMatchObject({ ask: 'talk', narrow: false, openBecause: 'open-range' });
    expect(facts.narrowRequest).toBe(false);
  });

  it('keeps every ask of a pile as a move', () => {
    const { message, facts } = read(
      'Hi Ana, Lou Petit. Could you send me the plans, introduce me to your editor, and would you read my draft? Can you also look at my web page? 303-555-0144.',
    );
    expect(message.moves.filter((move) => move.kind === 'request').length).toBeGreaterThanOrEqual(3);
    expect(facts).toMatchObject({ goal: false, narrowRequest: false });
  });
});

/** What a text says and does not say. */
const TABLE: readonly (readonly [fact: keyof Facts, says: readonly string[], doesNot: readonly string[]])[] = [
  [
    'goal',
    [
      'Ring me back, would you?',
      'A yes or no by text is all I need.',
      "If you're able to, drop me a line.",
      'I wonder whether the post is still open.',
      'we would be grateful if someone could ring us',
    ],
    [
      "I'll call you back on Thursday.",
      'My number is 303-555-0144.',
      'Please do not call me back.',
      'How are you? Hope the family is well.',
      'They call me Rick.',
      'You asked me to call you, and now I have.',
    ],
  ],
  [
    'bridge',
    [
      'Nina Hale gave me your number.',
      'Your accountant thought we should meet.',
      'We shared a table at the bakers ball.',
      'I was two years below you at Thornton School.',
      'You left your scarf with us on Monday.',
      'I painted your fence in the spring.',
      'Returning your call about the kiln.',
      'I heard you speak at the tram museum.',
    ],
    [
      'We help companies like yours.',
      'I came across your profile online.',
      'I saw your advertisement in the paper.',
      "We've never met.",
      'You have been selected for a prize.',
      'I would love to work together.',
      'Our research shows that homeowners save.',
    ],
  ],
  [
    'obsequious',
    [
      "You're a legend and an inspiration, I'm your biggest fan, I'm not worthy.",
      'Please, please, please, I beg you, I would do anything.',
      "I'm so, so sorry to bother you, I'm such an idiot, I'm a nobody, forgive me.",
    ],
    [
      'Sorry I missed you this morning.',
      'Thank you very much for your help.',
      'Your talk was the clearest I have heard on the subject.',
      'Please call me, thanks.',
    ],
  ],
  [
    'timeBox',
    ['It takes seven minutes.', 'Could we have half an hour?', 'A two-minute call would do.', "I'd like 15 to 20 minutes."],
    [
      'I waited forty minutes.',
      "I'll be there in ten minutes.",
      'You have 48 hours to decide.',
      'Meet me at ten to three.',
      'It is a twenty minute drive.',
    ],
  ],
  [
    'deadline',
    [
      'Please let me know by Friday.',
      'The offer ends on Sunday.',
      'I need your answer before the tenth.',
      'Could you reply within two days?',
      'Call me before we print.',
      'We can hold it until Thursday.',
    ],
    [
      'We meet on Thursday at ten.',
      "I'm in the office until five.",
      "I'll call you by Friday.",
      'As soon as possible, please.',
      'Are you free on Monday?',
    ],
  ],
  [
    'replyOption',
    [
      'Or e-mail me.',
      'A text is fine too.',
      'My assistant can set a time.',
      'Just hit reply.',
      'Leave a note at the desk.',
      'Write to me at ana@example.com.',
    ],
    ["I've sent you an e-mail.", 'Thanks for your text.', 'Call me on 303-555-0144.', 'Press one to speak to an agent.'],
  ],
  [
    'callerName',
    ["It's Una Falk.", 'Bo Lind here.', 'My name is Ezra.', 'Hi Mo, Tess Arden. Ring me.'],
    ["It's me again.", 'This is your bank.', 'Hi Mo. Ring me.'],
  ],
  [
    'recipientName',
    ['Hello Mrs. Quill.', 'Dev, it is Ada Moss.', 'This message is for Ivo Hart.'],
    ['Hello there.', 'Good morning, sir.', 'To whom it may concern, this is Bo.'],
  ],
];

describe.each(TABLE)('%s', (fact, says, doesNot) => {
  it.each(says)('is told by: %s', (text) => expect(read(text).facts[fact]).toBe(true));
  it.each(doesNot)('is not told by: %s', (text) => expect(read(text).facts[fact]).toBe(false));
});

describe('text that is no voicemail', () => {
  it.each([
    ['an empty line', '', 'none'],
    ['emoji', '😀 👍🏽 🎉', 'none'],
    ['Spanish', 'Hola, soy María de la agencia, por favor llámeme cuando pueda, gracias.', 'other'],
    ['German', 'Guten Tag, hier ist Herr Schmidt, bitte rufen Sie mich zurück.', 'other'],
    ['Hindi', 'नमस्ते, कृपया मुझे वापस कॉल करें', 'other'],
    ['a shopping list', 'milk, eggs, two lemons, washing powder, bread', 'en'],
  ])('%s asks nothing', (_, text, language) => {
    const { message, facts } = read(text);
    expect(message.language).toBe(language);
    expect(message.moves).toEqual([]);
    expect(facts).toMatchObject({ goal: false, bridge: false, obsequious: false, callerName: false });
  });

  it('survives a word without end', () => {
    const text = 'a'.repeat(1_000_000);
    const message = readMessage({
      text,
      words: [{ text, start: 0, end: 1, charStart: 0, charEnd: text.length, confidence: 1, method: 'estimated' }],
    });
    expect(message.moves).toEqual([]);
    expect(message.wordCount).toBe(1);
  });
});

describe('quotes', () => {
  const parts = fc.constantFrom(
    'Hi Mona,',
    'hello mr tan this is kelvin',
    "it's Ruth O'Dell from Fell & Sons.",
    'Your cousin Pat said',
    'you called us on Monday,',
    'could you, um, call me back?',
    "I'd love 15 to 20 minutes",
    'by close of business Friday',
    'on five five five, oh one four two.',
    '303-555-0144',
    'or e-mail jo dot fox at example dot org!',
    "I'm so, so sorry to bother you",
    "you're a genius 👩🏽‍🚀",
    'Thanks — bye.',
    '\u0007\u200b',
    'ÀÉÎ ß ŉ',
    'please please please',
    '???',
  );
  const noise = fc.string({ unit: 'binary', maxLength: 12 });
  const messages = fc
    .array(fc.oneof({ weight: 6, arbitrary: parts }, { weight: 1, arbitrary: noise }), { maxLength: 14 })
    .map((all) => all.join(' '));

  it('are exact, in order and of a known kind, in any message', () => {
    fc.assert(
      fc.property(messages, (script) => {
        const { message, text } = read(script);
        let previous = 0;
        for (const move of message.moves) {
          expect(text.slice(move.charStart, move.charEnd)).toBe(move.quote);
          expect(move.quote.trim()).not.toBe('');
          expect(move.charStart).toBeGreaterThanOrEqual(previous);
          expect(MOVE_KINDS).toContain(move.kind);
          if (move.start !== undefined && move.end !== undefined) expect(move.end).toBeGreaterThanOrEqual(move.start);
          previous = move.charStart;
        }
        for (const name of Object.values(message.people)) if (name !== null) expect(text.replace(/\s+/g, ' ')).toContain(name);
      }),
      { numRuns: 150 },
    );
  });

  it('reads the same asks without capitals and stops', () => {
    const script =
      'Hello Mrs. Tan, this is Kelvin Oates from Marlow Glass. You asked us for a quote on Monday. Could you tell me the width by Friday? 303-555-0144.';
    const { facts } = read(script);
    expect(read(flat(script)).facts).toEqual(facts);
  });
});
