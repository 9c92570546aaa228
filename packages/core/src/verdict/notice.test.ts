import { describe, expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { renderText } from '../report/text.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';

const reviewOf = (text: string, goal?: 'call-back') =>
  review(scriptArtifacts(text, { name: 'call.txt' }), { reader, ...(goal && { goal }) });
const goalOf = (text: string) => reviewOf(text).tips.find(({ id }) => id === 'goal');

describe('a message that says that no reply is needed', () => {
  it.each([
    "Hi Doreen, it's Pat from number six. Your bins blew over and I've put them back by the gate. You don't need to ring.",
    'hello this is wes at the bike shop just calling to let you know your wheel is ready its behind the counter bye',
    "Hi Dad, it's me. The bus broke down, I'll be home about seven. Start without me.",
  ])('is judged as a notice: %s', (text) => {
    const { tips, verdict } = reviewOf(text);
    expect(tips.filter(({ status }) => status === 'notApplicable').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['goal', 'request', 'number', 'reply-option']),
    );
    expect(verdict.decision).not.toBe('delete');
    expect(renderText(reviewOf(text))).not.toContain('gets returned');
    for (const { fix } of tips.flatMap(({ findings }) => findings)) expect(fix).not.toContain('Could you call me back');
  });

  it.each([
    ['asks', "Hi Doreen, it's Pat from number six. No need to ring, just text me a yes or no: shall I take your bins in?"],
    ['gives a number', "Hi Doreen, it's Pat. I'll call you tomorrow, or try me before that, 415-555-0142."],
    [
      'sells',
      'Hello, this is Brent with Sunny Panels. No need to call back. We are the number one solar installer in your area and we are offering homeowners like you forty percent off the best panels money can buy.',
    ],
  ])('is none where it %s', (_, text) => {
    expect(goalOf(text)?.status).not.toBe('notApplicable');
  });
});

describe('whose name is said', () => {
  it.each([
    ["Hey Gordon it's Kit, have you still got my ladder?", 'Gordon'],
    ['hello mister osei this is the parking office your permit has run out thank you', 'mister osei'],
  ])('is never the name that is greeted: %s', (text, greeted) => {
    const { message, notes } = reviewOf(text);
    expect(message.people.caller).not.toBe(greeted);
    for (const { message: says, evidence } of notes.flatMap(({ findings }) => findings))
      if (says === 'You say who you are.') expect(evidence).not.toContain(greeted);
  });
});
