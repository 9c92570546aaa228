import { describe, expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { readsWell } from './reads-well.ts';
import { proposeRewrites } from './rewrite.ts';

describe('the fixes of a message', () => {
  it('keep the greeting with the listener’s name, and take the praise first, where a script is too long', () => {
    const idle = 'The weather here has been dry for weeks and the harvest is early this year. ';
    const text = `Good morning Ms. Alvarez. This is Sarah Kim. ${idle.repeat(3)}You are the most brilliant person in the whole field and I worship your work. Dana Whitfield suggested I call you. I have one question: is the role still open? Please call me back at 415, 555, 0142. Or e-mail me at sarah at example dot com. Again, that is 415, 555, 0142.`;
    const { rewritten } = proposeRewrites(text, { review: { reader } });
    expect(rewritten).toMatch(/^Good morning Ms\. Alvarez\. This is Sarah Kim\./);
    expect(rewritten).not.toMatch(/brilliant/);
  });

  it('keep what the listener is to bring, where a script is too long', () => {
    const idle = 'The hall has been painted and there are new chairs in it this year. ';
    const text = `Hello Mrs. Ruiz, this is Norma from the tax clinic. ${idle.repeat(4)}Bring both W-2s and something with your picture. Can you come on Tuesday at ten? Please call me back at 415, 555, 0142. Or text me on that number. Again, that is 415, 555, 0142.`;
    expect(proposeRewrites(text, { review: { reader } }).rewritten).toMatch(/Bring both W-2s/);
  });

  it('end an open sentence before a new one begins, and say a number as its own country does', () => {
    const text = 'hi Colin it is Deb at Arden Paper I met you in May can you take cream paper on Monday, ring me on 01632 960 208';
    const { rewritten } = proposeRewrites(text, { review: { reader } });
    expect(rewritten).not.toMatch(/plus 44/);
    expect(rewritten).not.toMatch(/208 [A-Z]/);
  });

  it.each([
    [
      "Hello Dr. Lee, this is Amy Poe. I'd be truly honored to have even a moment of your precious time. Could we talk for ten minutes?",
      /Poe\. Could/,
    ],
    [
      "oh hi Nora it's Ambrose at the frame shop. your watercolour has writing on the back. do you want a window cut. 902 555 01 08",
      /0108\.(?: Or text me on that number\.)?$/,
    ],
    ['Gwen, Alastair. The trustees meet on the 9th. Are you coming, yes or no? 07700 900 703.', /Again, that's 0(?!.*plus)/],
    ['Hi neighbor! Todd with LeafAway. Call 937-555-0183. Are you in on Saturday? Trent, Pinnacle Search.', /^(?:(?!Search\. Or text).)*$/],
  ])('leave one mark after a sentence, and say the number where it stands: %s', (text, expected) => {
    const { rewritten } = proposeRewrites(text, { review: { reader } });
    expect(rewritten).not.toMatch(/[.?!]\.|^\./);
    expect(rewritten).toMatch(expected);
  });

  it.each([
    [
      'Mr. Crandall, please forgive my very rude sudden call, I am deeply sorry to trouble your busy time and sorry also for my poor English. I am Morita of translation. On last autumn you ordered from me the pump manual. This year, is same manual again necessary?',
      /^Mr\. Crandall\. I am Morita/,
    ],
    [
      "Mr Lindqvist: Brody Fenn, SkyAcre Analytics. Your name keeps coming up wherever I go in the Riverina, and frankly you're the benchmark every other grower measures himself by. Our multispectral imaging turns paddocks into profit. I'd like anything from twenty minutes up to an hour to map out your season. 0491 570 313.",
      /I'd like 20 minutes to map/,
    ],
    [
      "Professor Achebe Stone, it's Fraser, I do a master's out in Lethbridge. I'm so sorry, I'm sorry, this is unforgivable of me to bother someone like you, I feel sick, I'm sorry, I'm a nobody and I apologise for even having your number. um if you ever had a second for, I don't know, anything, any guidance. 403 555 0176.",
      /^(?:(?!\. I don't know).)*$/,
    ],
  ])('keep the name that is called, and cut whole clauses: %s', (text, expected) => {
    expect(proposeRewrites(text, { review: { reader } }).rewritten).toMatch(expected);
  });

  it.each([
    [
      'a tie',
      'I had your letter',
      'Professor Abelard, Win Tregear. I had your letter, and that a mind such as yours should stoop to put pen to paper for the likes of me has left me quite unable to eat; yes, gladly. Is it forty minutes or fifty? A line to win@example.com does nicely.',
    ],
    [
      'a tie',
      'you showed me',
      "Mrs. Thibodeaux, it's Andre, the yard. I feel sick about it, I'm sorry, ma'am, I couldn't be sorrier: the hydrangea you showed me and told me to mind, my nephew mowed it. Would you call about what I owe? 504-555-0143.",
    ],
    [
      'a name',
      'Jo;',
      "Sorry, sorry, I'm the worst person in this watershed, you must all despise me, sorry, Jo; the sitter bailed. Marisol, from our creek group. Do the gloves come in small? 503-555-0117.",
    ],
    [
      'a name',
      'Ramaswamy',
      'Most respected Dr. Ramaswamy sir, I am touching your feet through this telephone; a scientist of your stature is born once in a hundred years. Girish, M.Sc. aspirant. Kindly, kindly give me five minutes. 98765 43210.',
    ],
    [
      'the ask',
      'lunch sometime',
      "Wes, it's Dana Whitfield. I drove down your street today and thought, why has it been four years? We ought to do lunch sometime and catch up. Same number as ever, 816-555-0191.",
    ],
  ])('take away no %s that is said nowhere else: %s', (_, words, text) => {
    expect(proposeRewrites(text, { review: { reader } }).rewritten).toContain(words);
  });

  it('never take away all that is said', () => {
    const text =
      'And so, my fellow Americans: ask not what your country can do for you, ask what you can do for your country. My fellow citizens of the world, ask not what America will do for you, but what together we can do for the freedom of man.';
    expect(proposeRewrites(text, { review: { reader } }).rewritten).toMatch(/\w/);
  });

  it('ask for no call where the person says that none is needed', () => {
    const text = "Melissa, Tyler Brandt at PayBright. No need to call me back. I'm sending you an e-mail about payroll. Talk soon.";
    expect(proposeRewrites(text, { review: { reader } }).rewritten).not.toMatch(/[Cc](?:ould you c)?all me back[.?] (?!I'm)/);
  });

  it('keep the ask that is easy to answer, where there are several', () => {
    const text =
      "Mr. Halvorsen: Delphine Marsh, Marsh Commercial. When is your lease up, this year or next? Do look at our listings, pass my name along to your neighbors, and let's get coffee one of these days. My cell, 612-555-0147.";
    expect(proposeRewrites(text, { review: { reader } }).rewritten).toMatch(/When is your lease up/);
  });
});

describe('readsWell', () => {
  const cut = (text: string, before: string, after = '') => {
    const charStart = text.indexOf(before);
    return readsWell(text, [{ charStart, charEnd: charStart + before.length, before, after }]);
  };
  it.each([
    ['I have one question, and I would be forever grateful.', ', and I would be forever grateful', true],
    ['I would be forever grateful if you could look.', 'forever grateful if you could look', false],
    ['You are a genius, could you call me back?', 'You are a genius, ', false],
    ['Could we talk about the industry and maybe you could look?', ' and maybe you could look', true],
    ['Thanks. You are kind. Call me.', 'You are kind.', true],
    ['Few do. But please, can you find anything for me?', 'But please, can you find anything', false],
  ])('%s without “%s”: %s', (text, before, well) => {
    expect(cut(text, before)).toBe(well);
  });
});
