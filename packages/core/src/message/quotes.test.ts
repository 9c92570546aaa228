import { describe, expect, it } from 'vitest';
import type { Move } from '../documents/message.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { readMessage } from './read-message.ts';
import { trainedReader as reader } from './reader/trained.fixture.ts';

function quotesOf(text: string, kind: Move['kind']): string[] {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  if (!transcript.ok) throw new Error('a script always has words');
  return readMessage(transcript.value, { reader }).moves.flatMap((move) => (move.kind === kind ? [move.quote] : []));
}

describe('quotes', () => {
  it('of an ask go on behind a word that leads on', () => {
    const text =
      "Hi Lorna, it's Pete Marsh from the sailing club committee. I need your yes or no on the mooring fees before the board meets. 206-555-0188.";
    expect(quotesOf(text, 'request')).toContain('I need your yes or no on the mooring fees before the board meets');
  });

  it('of a question begin where it begins', () => {
    const text =
      "G'day Sue, Mick the sparky here, you rang about the switchboard. Are you home Thursday arvo so I can have a squiz? Flick us a text on 0491 570 156.";
    expect(quotesOf(text, 'request')).toContain('Are you home Thursday arvo so I can have a squiz?');
  });

  it('end before a clause that is only begun', () => {
    const text =
      "Mr. Voss, this is Amy Chen, the Herald. You gave the council figures for the bridge repair and I'd like to check one of them before six. 212-555-0184.";
    for (const quote of [...quotesOf(text, 'bridge'), ...quotesOf(text, 'pitch')]) expect(quote).not.toMatch(/(?:and|,) I['’]d$/);
  });

  it('of an apology begin behind the name that is called', () => {
    const text =
      "Dear Mr. Blake, I'm so sorry to bother a man as brilliant and important as you, truly I am. Would you call me, please? 415-555-0142.";
    const quotes = quotesOf(text, 'apology');
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote).not.toContain('Blake');
  });

  it.each([
    [
      "Tina, it's Marcus at the Fifth Street bakery. We'd need your flyers here by the time we open on Saturday, can you do that? 503-555-0166.",
      /^(?:We['’]d|Can you \w+)$/,
    ],
    [
      'Good afternoon Mrs. Iyer, this is Rohan Mehta from Sunrise Printers. Kindly confirm the quantity, two hundred or two fifty. 98555 55012.',
      /^Kindly$/,
    ],
  ])('of a tie are more than words of grammar: %s', (text, empty) => {
    for (const quote of quotesOf(text, 'bridge')) expect(quote).not.toMatch(empty);
  });

  it('of an ask are no number given', () => {
    const text =
      "Mr. Hughes, it's Jan at Priory Dental. You're booked in with us on the ninth. Can you still make it? Our number is 0161 496 0122.";
    expect(quotesOf(text, 'request')).toEqual(['Can you still make it?']);
  });

  it.each<[Move['kind'], string, string]>([
    [
      'reply-option',
      "Hi Sandra, Joe Kim from Kim & Daughters, we did your roof in 2021. The warranty check is due and I have a slot Thursday at ten or Friday at two. Which one suits you? If I'm up a ladder my daughter Min can book it. 503-555-0166. Again 503-555-0166.",
      'my daughter Min can book it',
    ],
    [
      'reply-option',
      "Hi Dr. Okafor, it's Lena Brandt. You gave the talk on soil carbon in Ghent. Would you trust lab A's numbers over lab B's? A yes or no by text is plenty. I'm on 617-555-0133.",
      'A yes or no by text is plenty',
    ],
    [
      'caller-name',
      "Hello Mrs. Pruitt, this is Officer Dan Wills with the county library. Your son's card has a hold on it. Please call us back at 212-555-0177 by Friday at five.",
      'Officer Dan Wills',
    ],
    [
      'bridge',
      "Hi Dr. Stein, this is Rachel from Beth's book club. Beth thought you'd know: is the blue rash cream safe for a toddler, or should I wait for our own doctor on Monday? A yes or a wait by text is all I need. 301-555-0126, 301-555-0126. Thank you!",
      "Beth thought you'd know",
    ],
    [
      'bridge',
      "Hi Greg, Nadia from two doors down. Your gate's been banging since the storm and my baby can't sleep. Could you tie it, or may I? Text me, 555-0148. Thank you!",
      "Your gate's been banging since the storm",
    ],
    [
      'reply-option',
      "Hi Dr. Stein, this is Rachel from Beth's book club. Beth thought you'd know: is the blue rash cream safe for a toddler, or should I wait for our own doctor on Monday? A yes or a wait by text is all I need. 301-555-0126, 301-555-0126. Thank you!",
      'A yes or a wait by text is all I need',
    ],
    [
      'bridge',
      "Yes hello, this message is for Mrs. Abernathy. This is Kyle from Dr. Mehta's office calling to confirm your appointment on Tuesday the ninth at ten fifteen. If you can't make it, call us at 512-555-0120 before Monday noon, otherwise we'll see you then.",
      "Dr. Mehta's office calling to confirm your appointment on Tuesday the ninth at ten fifteen",
    ],
  ])('of a %s begins and ends with its phrase: %s', (kind, text, whole) => {
    expect(quotesOf(text, kind)).toContain(whole);
  });

  it.each<[Move['kind'], string, string]>([
    [
      'request',
      'hi paula its greg at the tyre place the alignment is out um could you drop it back tomorrow before ten my number is 555 0144 thanks',
      'could you drop it back tomorrow before ten',
    ],
    [
      'request',
      'hello this is moira from the vets the results came in and we need to change his pills um can you come by on tuesday just ring us when you get this thanks',
      'can you come by on tuesday',
    ],
    [
      'request',
      "Hi Ned! This is Bob Carver with Carver Homes. I'd love to talk about what your garage might be worth to a builder these days. Ring 555-0183.",
      "I'd love to talk about what your garage might be worth to a builder these days",
    ],
    [
      'request',
      'hey tom its ana from the gym if somebody could ring me back that would be great 555 0167 thank you bye',
      'if somebody could ring me back that would be great',
    ],
  ])('of a %s are one clause in speech without stops, and whole: %s', (kind, text, whole) => {
    expect(quotesOf(text, kind)).toContain(whole);
  });

  it('hold no goodbye and no beginning of the next sentence in speech without stops', () => {
    const text =
      'hey nora its bill from the choir we sat together at the carol service in june listen could you bring the blue folders on friday cheers bye now';
    for (const quote of [...quotesOf(text, 'bridge'), ...quotesOf(text, 'request')]) expect(quote).not.toMatch(/listen|cheers|bye/);
  });
});
