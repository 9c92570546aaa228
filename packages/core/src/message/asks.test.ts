import { describe, expect, it } from 'vitest';
import type { Move } from '../documents/message.ts';
import { deriveFacts } from '../facts/index.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { contactTies } from './contact-ties.ts';
import { readMessage } from './read-message.ts';
import { readerTokens } from './reader/reader-tokens.ts';
import { trainedReader as reader } from './reader/trained.fixture.ts';
import { tokenLine } from './token-line.ts';

function read(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  if (!transcript.ok) throw new Error('a script always has words');
  return readMessage(transcript.value, { reader });
}

const quotesOf = (text: string, kind: Move['kind']): string[] =>
  read(text).moves.flatMap((move) => (move.kind === kind ? [move.quote] : []));

describe('an ask', () => {
  it('is the question behind a colon, without what leads to it', () => {
    const text =
      "Hey Darlene, it's Buck at Tolliver Fence. You had us out on the fourteenth. I need to know one thing before I order: do you want the gate hinged on the left or the right? 205-555-0143.";
    expect(quotesOf(text, 'request')).toEqual(['do you want the gate hinged on the left or the right?']);
  });

  it('is told from where its question begins, also where it was read in two', () => {
    const text =
      'Ms. Ochoa, this is Priya Raman of the Toledo Ledger. Ed Slattery, your former deputy, gave me your name. I have a single question about the bridge contract: did the county ever receive a second bid? Five minutes on the phone would settle it. 419-555-0151.';
    expect(quotesOf(text, 'request')).toContain('did the county ever receive a second bid?');
  });

  it('is no plan of the caller', () => {
    const text =
      "Hey Mike, it's Steve from the Kiwanis, just calling about that thing we talked about at lunch. I got some news on it. Or I'll see you Thursday. 330-555-0150.";
    const message = read(text);
    expect(message.moves.filter(({ kind }) => kind === 'request')).toEqual([]);
    expect(deriveFacts(message)).toMatchObject({ goal: false, narrowRequest: false });
    expect(message.pleas).toEqual([]);
  });

  it('has the number that its verb calls', () => {
    const text =
      'This is Southmere Borough Council. We wrote to you on the second about the mattress. Ring 020 7946 0555 to tell us it is gone.';
    expect(quotesOf(text, 'request').some((quote) => quote.startsWith('Ring 020 7946 0555'))).toBe(true);
  });

  it.each([
    'hello Mr Ives this is the depot the parcel is on the shelf nothing is needed from you we are open till six',
    'Hey Ruth, your Monday reader here, we all loved it. Do not ring back, I am off to bed.',
    'Hi Dan, it is Ola from the club. We met on Sunday. My number is six one seven, five five five, zero one two three.',
  ])('is not what asks for nothing: %s', (text) => {
    expect(quotesOf(text, 'request')).toEqual([]);
    expect(read(text).chances.goal).toBeLessThan(0.3);
  });

  it('begins behind the address of what stands before it', () => {
    const text =
      'hi Thembi it is Lungi at the clinic your form went to thembi dot z at example dot com did it come out that side 031 555 0149';
    expect(quotesOf(text, 'request')).toEqual(['did it come out that side']);
  });

  it('ends before a reason that it only begins', () => {
    const text =
      'Hello sir, Raghavendra from Deccan Tools, Pune, regarding that PO number which you have released to us last week. Kindly revert which one is correct, because the machine is getting set tomorrow morning. 98555 55012.';
    for (const quote of quotesOf(text, 'request')) expect(quote).not.toMatch(/getting$/);
  });
});

describe('a tie', () => {
  it.each([
    [
      'Dean Hargrove, this is Winston Pell. You shook my hand at homecoming. Would you read my letter? 504-555-0139.',
      'You shook my hand at homecoming',
    ],
    [
      'Hello, it is Marj at the op shop. You gave us those office chairs in autumn. Are there more? 0491 570 156.',
      'You gave us those office chairs in autumn',
    ],
  ])('is what the listener once did for the caller: %s', (text, tie) => {
    expect(quotesOf(text, 'bridge')).toContain(tie);
    expect(deriveFacts(read(text)).bridge).toBe(true);
  });

  it.each(['You need us more than ever.', 'You got my number.', 'You ignored my messages.', 'Did you sell us this?'])(
    'is nothing else that one may do: %s',
    (text) => expect(contactTies(tokenLine(readerTokens(text, [])), { text, words: [] })).toEqual([]),
  );

  it('begins and ends at a hesitation behind which a clause begins', () => {
    const text =
      'hi miss tran um this is devon i interviewed with you on tuesday for the front desk job at the marriott um you said i should call so i wanted to know does june second work for you 765 555 0145';
    expect(quotesOf(text, 'bridge')).toContain('i interviewed with you on tuesday for the front desk job at the marriott');
  });
});

describe('a way to answer', () => {
  const message = (way: string) => `Hi Lee, this is Ana Cole about the porch you ordered. Is it Monday or Tuesday? ${way}`;

  it.each([
    ['Just shout yes or no on WhatsApp, or ring me on 415-555-0142.', 'text'],
    ['415-555-0142, or tell Marge after mass.', 'assistant'],
    ['Please call or e-mail me on Friday. 415-555-0142.', 'email'],
  ])('is told by its channel: %s', (way, channel) => {
    const options = read(message(way)).moves.filter((move) => move.kind === 'reply-option');
    expect(options.map((move) => move.channel)).toContain(channel);
    expect(deriveFacts(read(message(way))).replyOption).toBe(true);
  });
});

describe('what presses', () => {
  it.each(['Final notice. Your listing will be gone. Call 202-555-0199.', 'Hi Greg, the funds are going really fast. Call 202-555-0199.'])(
    'is told: %s',
    (text) => expect(read(text).pleas.map(({ kind }) => kind)).toContain('pressure'),
  );
});

describe('words that press', () => {
  it('end before the ask behind them', () => {
    const text =
      'final notice this is an urgent message regarding your vehicles factory warranty our records show you have not responded and your file will be closed at midnight tonight to avoid loss of coverage call us right away at eight four four five five five oh one six two';
    for (const { quote } of read(text).pleas) expect(quote).not.toMatch(/call$/);
  });
});

describe('a name', () => {
  it.each([
    ['Hello, this is Dwight with Hollis County Road Department. You called in on Monday. Is there a waterline? 859-555-0164.', 'Dwight'],
    ["Hi, Coach Dupree, this is Marcus's mom, Tanya Bell. Is the bus at five or at five thirty? 901-555-0174.", 'Tanya Bell'],
    [
      'Hello Lara, this is Todd Keller, my name is Felty, O, D, D, K, E, L, L, E, R, please call me at 415-555-0142. Thank you.',
      'Todd Keller',
    ],
    ['Hi, this is for Rebecca Stroud, my name is Imani. Is the tour on Friday or on Monday? 415-555-0142.', 'Imani'],
  ])('is the caller’s own, alone: %s', (text, name) => {
    expect(read(text).people.caller).toBe(name);
  });
});

describe('a quote', () => {
  it('begins behind the noun that ends what stands before it, where nobody wrote stops', () => {
    const text =
      'hello this is shanice lawal flat six mallory house i reported the boiler on the ninth of november can you tell me what day the engineer is coming oh seven seven double oh nine double oh five oh three';
    expect(quotesOf(text, 'bridge').some((quote) => quote.startsWith('i reported the boiler'))).toBe(true);
  });

  it('ends with the name of a title', () => {
    const text = "Parents, it's Dana at the school. If your child can't be there on Tuesday, tell Mrs. Ives. 415-555-0142.";
    for (const quote of quotesOf(text, 'request')) expect(quote).not.toMatch(/Mrs$/);
  });
});
