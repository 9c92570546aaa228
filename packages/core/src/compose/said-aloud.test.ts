import { describe, expect, it } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { readAffiliation } from '../brief/typed/affiliation.ts';
import { groupForEar } from '../spoken/number.ts';
import { namedOnce } from './grammar/named-once.ts';
import { speechParts } from './grammar/parts.ts';
import { mannersFor, planScript } from './manners.ts';

const BASE = { caller: { name: 'Nora Castell' }, whom: { name: 'Ms. Alvarez' }, numbers: [{ number: '415-555-0142' }] };
const NUMBER = '415, 555, 0142';

/** Every wording of every manner that a brief allows, each in some whole script. */
function sayings(brief: object): string[] {
  const parts = speechParts(parseBrief({ ...BASE, ...brief }));
  return mannersFor(parts).flatMap((manner) => {
    const slots = planScript(manner, parts).map(({ options, short = [] }) => [...options, ...short]);
    const longest = Math.max(...slots.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => namedOnce(slots.map((options) => options[turn % options.length]).join(' '), parts));
  });
}
const never = (brief: object, pattern: RegExp) => {
  for (const text of sayings(brief)) expect(text).not.toMatch(pattern);
};
const sometimes = (brief: object, pattern: RegExp) => expect(sayings(brief).some((text) => pattern.test(text))).toBe(true);
const QUESTION = { question: 'Is the role still open?' };
const MAIL = { replyChannels: [{ channel: 'email', address: 'nora@example.com' }] };

describe('minutes', () => {
  it('are those of the call, after it was asked for', () => {
    never({ ...QUESTION, minutes: 5 }, /\bIt takes\b|, for five minutes\?/);
    sometimes({ ...QUESTION, minutes: 5 }, /(?:call me back|me a call)[.?] It'll only take five minutes on the phone\./);
    sometimes({ ...QUESTION, minutes: 5 }, /(?:call me back|me a call)[.?] Five minutes is plenty\./);
  });

  it('are those of the meeting where one is asked for, and never asked twice', () => {
    for (const question of ['free on friday morning', 'meet about the school trip', 'could we have coffee next week?']) {
      never({ question, minutes: 20 }, /minutes.*minutes|on the phone|minutes for a question/);
      sometimes({ question, minutes: 20 }, /\? I'd only need twenty minutes\./);
    }
  });

  it('of a talk go with its one ask', () => {
    for (const question of [
      'talk about the analyst position',
      'call me about the analyst position',
      'a quick chat about the analyst position',
    ])
      for (const text of sayings({ question, minutes: 10 }))
        expect(
          text.match(/\b(?:call me|give me a call|we talk|talk with you|ring me|two-minute call)\b/g)?.length,
          text,
        ).toBeLessThanOrEqual(2);
    never({ question: 'talk about the analyst position' }, /(?:could|would) [^.?]*\?.*(?:could|would) /i);
  });
});

describe('whom a word stands for', () => {
  const tie = { tie: 'own-words', sentence: 'you wrote a reference for luca berg' };
  it('is named before it is said', () => {
    for (const text of sayings({ question: 'he led the leeds audit', bridge: tie, deadline: { by: 'two days' }, minutes: 5 }))
      expect(text.indexOf('Luca')).toBeLessThan(text.search(/\bhe\b/));
    for (const text of sayings({ question: 'Did she lead the audit?', topic: 'a reference for Ines Moreau', deadline: { by: 'Friday' } }))
      expect(text.indexOf('Ines Moreau')).toBeLessThan(text.search(/\bshe\b/));
  });

  it('is named in full once', () => {
    for (const text of sayings({ question: 'dev malhotra worked for you until 2023', bridge: { tie: 'referrer', person: 'dev malhotra' } }))
      expect(text.match(/Dev Malhotra/g)).toHaveLength(1);
    never({ question: 'may I quote your report?', topic: 'your report on harbours' }, /your report.*your report/);
    const talk = { tie: 'own-words', sentence: 'heard your talk on cold stores in may' };
    never({ question: 'please send me the slides from your talk', bridge: talk }, /your talk.*your talk/);
  });

  it('is the caller’s own friend', () => {
    const brief = { ...QUESTION, bridge: { tie: 'mutual-contact', person: 'my friend rui' } };
    never(brief, /knows you|in common/);
    sometimes(brief, /I think you know my friend Rui/);
  });
});

describe('a number', () => {
  it.each([
    ['07700 900123', 'GB', '07700, 900, 123'],
    ['01632 960123', 'GB', '01632, 960, 123'],
    ['0161 496 0123', 'GB', '0161, 496, 0123'],
    ['+44 7700 900123', 'US', '+44, 7700, 900, 123'],
    ['098765 43210', 'IN', '98765, 43210'],
    ['0151 23456789', 'DE', '0151, 2345, 6789'],
    ['06 12345678', 'NL', '06, 12, 34, 56, 78'],
    ['06 12 34 56 78', 'FR', '06, 12, 34, 56, 78'],
  ])('%s in %s is said as its country does', (number, region, groups) => {
    expect(groupForEar({ number }, region).groups.join(', ')).toBe(groups);
  });

  it('stands in a sentence of its own beside a date', () => {
    never({ ...QUESTION, ...MAIL, deadline: { by: 'Thursday at noon' } }, /noon (?:at|on) 415|noon, to nora/);
  });

  it('is told again as "that" only where it was just said', () => {
    for (const text of sayings({ ...QUESTION, ...MAIL, minutes: 5, deadline: { by: 'Friday', because: 'the board meets' } }))
      for (const { index } of text.matchAll(/(?:Again, that|So that|Again:|Once more:|That was|I'll say it again)/g))
        expect(text.slice(0, index).trim(), text).toMatch(new RegExp(`${NUMBER}[.?]$`));
    sometimes({ ...QUESTION, ...MAIL }, /My number again is 415, 555, 0142\./);
  });
});

describe('the ask', () => {
  it('for a thing is answered by the thing', () => {
    const brief = { question: 'please send me the slides', ...MAIL, goal: 'email-reply' };
    never(brief, /your answer/);
    sometimes(brief, /e-mail them to me at nora at example dot com/);
    never({ ...QUESTION, ...MAIL }, /reply to nora/i);
  });

  it('counts its questions', () => {
    const two = { question: 'is the contract role still open? and is it remote?' };
    never(two, /one question|one thing/i);
    sometimes(two, /I have two questions: is the contract role still open, and is it remote\?/);
  });

  it('gives a thing for a reason as what it is for', () => {
    const brief = (because: string) => ({ ...QUESTION, deadline: { by: 'Friday', because } });
    never(brief('because of the audit'), /It's because of/);
    sometimes(brief('because of the audit'), /by Friday\? It's for the audit\./);
    sometimes(brief('another offer'), /I'm asking because of another offer\./);
    sometimes(brief('so I can load the truck'), /That way I can load the truck\./);
  });
});

describe('what was typed to inform', () => {
  it.each([
    ['biscuit is ready to be picked up at four', 'dog groomer', /let you know that Biscuit is ready to be picked up at four\./],
    ['we found your wallet', 'front desk at the Palm Hotel', /let you know that we found your wallet\./],
    ['Your order is ready', 'bookseller', /let you know that your order is ready\./],
    ['cant make the lesson on thursday', 'violin student', /let you know that I can't make the lesson on Thursday\./],
    ['the boiler is leaking again', 'tenant in flat 2b', /I'm calling because the boiler is leaking again\./],
    ['You offered to share the list', 'Harbour Foods', /I'm calling because you offered to share the list\./],
    ['practice moved to wednesday', 'bass player', /let you know that practice moved to Wednesday\./],
    ['my parcel has not arrived', 'customer', /I'm calling because my parcel has not arrived\./],
  ])('is told: %s', (question, organisation, told) => {
    const brief = { caller: { name: 'sami abbott', organisation }, question };
    never(brief, /\bwhether\b|\bquestion\b/);
    sometimes(brief, told);
  });

  it.each([
    'the role is still open',
    'milo can switch reading groups',
    'is the suit ready?',
    'your first job was in sales',
    'the lift is fixed by monday',
  ])('is asked where it is a question: %s', (question) => sometimes({ question }, /\bquestion\b/));

  it('goes before the question that was typed with it', () => {
    sometimes(
      { question: 'furnace is fixed, can you be home thursday to test it' },
      /The furnace is fixed\. I have one question: can you be home Thursday/,
    );
  });
});

describe('who calls and who is called', () => {
  it('say their names as they are said', () => {
    never({ ...QUESTION, register: 'formal' }, /\bit is Nora\b/);
    never({ ...QUESTION }, /\bit's Nora\b/);
    sometimes({ ...QUESTION, whom: { name: 'Elena Quist, MD' } }, /^Hi Dr Quist,/);
    never({ ...QUESTION, whom: { name: 'dr elena quist' }, register: 'casual' }, /^\w+ Elena/);
    never({ ...QUESTION, caller: { name: 'Sir Hugh Castell' } }, /my name is/i);
  });

  it('are what they are', () => {
    expect(readAffiliation('parent of a pupil')?.said).toBe('the parent of one of your pupils');
    expect(readAffiliation('owner, Olsen Bakery')?.said).toBe('owner of Olsen Bakery');
    expect(readAffiliation('customer')?.said).toBe('a customer of yours');
    sometimes(
      { ...QUESTION, caller: { name: 'Tara Lind', organisation: 'owner of the corner shop' } },
      /I'm the owner of the corner shop\./,
    );
  });

  it('were at an event by its name', () => {
    sometimes({ ...QUESTION, bridge: { tie: 'shared-event', event: 'tidewater summit' } }, /at the Tidewater Summit/);
    sometimes({ ...QUESTION, bridge: { tie: 'shared-event', event: 'the open day' } }, /at the open day/);
  });

  it('say nothing of themselves in half a sentence', () => {
    for (const about of [
      'A ward nurse moving to Leeds in March.',
      'ran the grill at Copper Kettle',
      '10 years in the trade',
      'new in town',
    ])
      never({ ...QUESTION, caller: { name: 'Nora Castell', about } }, /(?:^|[.?!] )(?:A ward|Ran|10 years|New in)/);
  });
});
