import { describe, expect, it } from 'vitest';
import type { Artifacts, HeardSound } from '../../documents/artifacts.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { keepWords, leftOutOf, messageEndSec, messageSeconds, nobodySpeaks, withoutRecordedSpeech } from './index.ts';

const WORD_SEC = 0.4;

/** Words one after the other; "|" is a rest of two seconds. */
function said(text: string, start = 0): Transcript {
  let at = start;
  let whole = '';
  const words: Transcript['words'] = [];
  for (const word of text.split(' ')) {
    if (word === '|') {
      at += 2;
      continue;
    }
    const charStart = whole === '' ? 0 : whole.length + 1;
    whole = whole === '' ? word : `${whole} ${word}`;
    words.push({ text: word, charStart, charEnd: whole.length, start: at, end: at + WORD_SEC, confidence: 1, method: 'attention' });
    at += WORD_SEC;
  }
  return { text: whole, words };
}

/** The beep that fills the first rest of {@link said}. */
function beepIn(text: string): HeardSound[] {
  const start = text.split(' | ')[0]?.split(' ').length ?? 0;
  return [{ kind: 'beep', start: start * WORD_SEC + 0.5, end: start * WORD_SEC + 1 }];
}

const recording = (durationSec: number, sounds: HeardSound[]) =>
  ({ source: { kind: 'recording', name: 'a', durationSec, estimated: false }, sound: { sounds } }) as unknown as Artifacts;

describe('withoutRecordedSpeech', () => {
  it.each([
    'You have reached Dana Fox. | Hi Dana, it is Omar Reyes.',
    'I cannot come to the phone right now. | Hi Dana, it is Omar Reyes.',
    'Please leave me a short message. | Hi Dana, it is Omar Reyes.',
    'Record after the tone, please. | Hi Dana, it is Omar Reyes.',
  ])('leaves out a greeting with a beep after it: %s', (text) => {
    const { transcript, recorded } = withoutRecordedSpeech(said(text), beepIn(text));
    expect(transcript.text).toBe('Hi Dana, it is Omar Reyes.');
    for (const word of transcript.words) expect(transcript.text.slice(word.charStart, word.charEnd)).toBe(word.text);
    expect(recorded).toMatchObject([{ kind: 'greeting', start: 0, quote: text.split(' | ')[0] }]);
  });

  it.each([
    'Hi Dana, it is Omar Reyes. | Call me back at your leisure.',
    'Hi Dana, I will leave you another message tomorrow. |',
    'Hi Dana, you have reached the goal we set. |',
  ])('leaves a message with a beep in it alone: %s', (text) => {
    expect(withoutRecordedSpeech(said(text), beepIn(text))).toMatchObject({ transcript: { text: text.replace(/ \|/g, '') }, recorded: [] });
  });

  it('leaves a greeting alone where no beep is heard: it may be quoted', () => {
    const text = 'Hi Dana, you have reached out to us. | Please leave a message for Omar.';
    expect(withoutRecordedSpeech(said(text), []).recorded).toEqual([]);
  });

  it.each([
    'To send your message, press pound.',
    'Press 1 to listen to your message. Press 2 to re-record your message. Goodbye.',
    'Your message has been sent. Thank you. Goodbye.',
    'If you are satisfied with your message, hang up.',
    'For more options, press the star key.',
    'When you have finished recording, press hash.',
  ])('leaves out a prompt at the end: %s', (prompt) => {
    const { transcript, recorded } = withoutRecordedSpeech(said(`Hi Dana, it is Omar Reyes. | ${prompt}`), []);
    expect(transcript.text).toBe('Hi Dana, it is Omar Reyes.');
    expect(recorded).toMatchObject([{ kind: 'prompt', quote: prompt }]);
  });

  it.each([
    'When you call, press two for my assistant.',
    'Did you get my message? Please call me.',
    'I would like to press you for an answer.',
    'Please send your options by Friday. Thank you.',
  ])('leaves alone what a caller says: %s', (text) => {
    expect(withoutRecordedSpeech(said(text), []).transcript.text).toBe(text);
  });
});

describe('keepWords', () => {
  it('moves numbers with their words, and drops those whose words go', () => {
    const { text, words } = said('a 12 b 34');
    const numbers = [2, 7].map((charStart) => ({ charStart, charEnd: charStart + 2, digits: [], otherwise: [] }));
    const kept = keepWords({ text, words, numbers }, (word) => word.text !== 'a' && word.text !== '12');
    expect(kept).toMatchObject({ text: 'b 34', numbers: [{ charStart: 2, charEnd: 4 }] });
  });
});

describe('what is left out', () => {
  it('counts neither for the length nor after the end, overlapping or not; noise and silence do', () => {
    const sounds: HeardSound[] = [
      { kind: 'greeting', start: 0, end: 5 },
      { kind: 'ringing', start: 1, end: 3 },
      { kind: 'beep', start: 5, end: 6 },
      { kind: 'noise', start: 6, end: 8 },
      { kind: 'dial-tone', start: 18, end: 20 },
    ];
    const take = recording(20, sounds);
    expect([messageSeconds(take), messageEndSec(take), leftOutOf(take).length]).toEqual([12, 18, 4]);
    expect([messageSeconds(recording(20, [])), messageEndSec(recording(20, []))]).toEqual([20, 20]);
  });

  it.each<[HeardSound[], string]>([
    [[{ kind: 'dial-tone', start: 0, end: 6 }], 'Nobody speaks in this recording: a dial tone for 6 s.'],
    [[{ kind: 'silence', start: 0, end: 6 }], 'Nobody speaks in this recording: there is only silence.'],
    [[], 'Nobody speaks in this recording.'],
    [
      [
        { kind: 'ringing', start: 0, end: 3 },
        { kind: 'beep', start: 3, end: 3.3 },
        { kind: 'ringing', start: 4, end: 6 },
      ],
      'Nobody speaks in this recording: ringing for 5 s, then a beep.',
    ],
    [
      [
        { kind: 'greeting', start: 0, end: 4, quote: 'After the tone.' },
        { kind: 'beep', start: 4, end: 4.5 },
      ],
      'Nobody leaves a message in this recording: a recorded greeting for 4 s, then a beep.',
    ],
  ])('is told in one sentence', (sounds, sentence) => {
    expect(nobodySpeaks(recording(6, sounds))).toBe(sentence);
  });
});
