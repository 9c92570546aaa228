import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../facts/index.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { readMessage } from './read-message.ts';
import { readerTokens } from './reader/reader-tokens.ts';
import { trainedReader as reader } from './reader/trained.fixture.ts';
import { roleTies } from './role-ties.ts';
import { tokenLine } from './token-line.ts';

function read(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  if (!transcript.ok) throw new Error('a script always has words');
  return readMessage(transcript.value, { reader });
}

const factsOf = (text: string) => deriveFacts(read(text));
const quotesOf = (text: string, kind: string) => read(text).moves.flatMap((move) => (move.kind === kind ? [move.quote] : []));

describe('another way to answer', () => {
  const message = (way: string) => `Hi Lee, this is Ana Cole about the porch you ordered. Is it Monday or Tuesday? 415-555-0142. ${way}`;

  it.each([
    ['You can also arrange a time with Dana.', 'assistant'],
    ['Or fix a day with my colleague, through Joan.', 'assistant'],
    ['My office can set something up.', 'assistant'],
    ['My assistant Greta can arrange either.', 'assistant'],
    ['If I am out my wife can take your answer.', 'assistant'],
    ['Or Petra Farrow can take your answer.', 'assistant'],
    ['A one-word SMS to 206-555-0188 will do.', 'text'],
    ['Texting works too.', 'text'],
    ['Or write if that is easier.', 'email'],
    ['If that is easier, Owen can pass on your reply.', 'assistant'],
    ['If I am not there my assistant notes it.', 'assistant'],
    ['The front desk can put you down for either.', 'assistant'],
    ['Hannah at the front desk takes messages.', 'assistant'],
    ['Ring reception and ask for me.', 'assistant'],
    ['Leave word with Hannah at the desk.', 'assistant'],
    ['My colleague Dana has my diary.', 'assistant'],
    ['Or drop me a line.', 'email'],
    ['Write me a few words if that is handier.', 'email'],
    ['Or just reply to this by text.', 'text'],
    ['Flick me a quick text.', 'text'],
    ['An email would be plenty.', 'text'],
  ])('is told: %s', (way) => {
    const { facts, quotes } = { facts: factsOf(message(way)), quotes: quotesOf(message(way), 'reply-option') };
    expect(facts.replyOption).toBe(true);
    expect(quotes.some((quote) => way.includes(quote))).toBe(true);
  });

  it.each([
    'I will ask my brother to look at it.',
    'You never drop a line to anybody.',
    'My sister has her own diary and never my time.',
    'Our van takes its last load on Friday.',
    'My engineer can fix it in an hour.',
    'I have my diary here.',
    'Do not leave word with the neighbours.',
    'Could you set up a call with our chief executive?',
  ])('is not told by mistake: %s', (way) => {
    expect(factsOf(message(way)).replyOption).toBe(false);
  });

  it('is no ask besides', () => {
    expect(quotesOf(message('The office here books those.'), 'request')).toEqual(['Is it Monday or Tuesday?']);
  });
});

describe('a deadline by an event', () => {
  const message = (asking: string) => `Hi Lorna, it's Pete Marsh from the sailing club you joined. ${asking} 206-555-0188.`;

  it.each([
    ['I need your yes or no on the mooring fees before the board meets.', 'before the board meets'],
    ['Are you for the new fees? I have to have it ahead of that.', 'ahead of that'],
    ['Will you come, yes or no? The vote is on Tuesday, so before then, please.', 'before then'],
    ['Could you bring the flyers before we open the doors on Saturday?', 'before we open the doors on Saturday'],
    ['We would need your flyers here by the time we open, can you do that?', 'by the time we open'],
    ['Please tell me whether you can crew ahead of the annual meeting.', 'ahead of the annual meeting'],
    ['Do you want the berth? Once the offer closes there is nothing I can do.', 'Once the offer closes'],
    ['The harbour takes bids until Friday noon. Do you want me to put yours in?', 'takes bids until Friday noon'],
  ])('is seen: %s', (asking, quote) => {
    expect(factsOf(message(asking)).deadline).toBe(true);
    expect(quotesOf(message(asking), 'deadline').some((found) => found.includes(quote))).toBe(true);
  });

  it.each([
    'Before I moved here I worked with your sister. Is the clinic hiring?',
    'We met before the club moved to the new harbour. Can you tell me who keeps the keys?',
    'Could you tell me who ran the club before we came?',
    'Do you rig the boat before the race or after?',
    'Could you tell me who was there before the storm hit?',
    'Your father was on the committee, and yours before that. Is it still on Mondays?',
  ])('is not seen in a story or a question of order: %s', (asking) => {
    expect(factsOf(message(asking)).deadline).toBe(false);
  });
});

describe('what need not be done', () => {
  it.each([
    "Hey it's Coach. Practice is moved to field four. No need to call back.",
    "Hi Ana, it's Lee from the library. Your card is ready at the desk. You don't need to call back.",
  ])('is no ask: %s', (text) => {
    expect(quotesOf(text, 'request')).toEqual([]);
    expect(factsOf(text).narrowRequest).toBe(false);
  });

  it('leaves the ask that follows', () => {
    const text =
      "Hi Ana, it's Lee from the library. No need to call back, just text me a yes or no: shall I keep the book till Friday? 415-555-0142.";
    expect(quotesOf(text, 'request').length).toBeGreaterThan(0);
  });
});

describe('a title', () => {
  it('has its name, also where a sentence ends with it', () => {
    const text =
      "This is Wanda at Pinecrest Apartments. Rent's late again, Mr. Doyle. I've called three times. If I don't hear by five today I'm filing. 208-555-0131.";
    expect(read(text).people.recipient).toBe('Mr. Doyle');
  });
});

describe('what the caller is to somebody the listener knows', () => {
  it.each([
    [
      'Good afternoon, this is for the parent of Jaylen Brooks. This is Ms. Ortega, his reading teacher. Could you see his notebook on Friday at three? 773-555-0148.',
      'his reading teacher',
    ],
    ["Hi Mrs. Kent, it's Paul Diaz, Emma's swim coach. Is she coming Saturday, yes or no? Text 773-555-0148.", "Emma's swim coach"],
    ["Hi Tom, it's your upstairs neighbour Ruth. Is the water off in yours too? 773-555-0148.", 'your upstairs neighbour'],
  ])('is a tie: %s', (text, tie) => {
    expect(quotesOf(text, 'bridge').some((quote) => quote.includes(tie))).toBe(true);
    expect(factsOf(text).bridge).toBe(true);
  });

  it.each([
    "Hello, my name is Brandon Lee, your new insurance agent. I'd love to tell you what we offer.",
    'Hello, this is Kim Oduya. Your doctor of tomorrow is our app.',
    'Hi Ann, this is Kim, your neighbour at number six gave me your number.',
    "Hi, it's your mother. Ring me.",
  ])('is no tie for sure: %s', (text) => {
    expect(roleTies(tokenLine(readerTokens(text, [])), { text, words: [] })).toEqual([]);
  });
});
