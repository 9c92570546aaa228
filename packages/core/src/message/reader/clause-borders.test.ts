import { describe, expect, it } from 'vitest';
import { opensClause } from './clause-borders.ts';
import { readerTokens } from './reader-tokens.ts';

/** The words with a bar where a clause opens. */
function barred(text: string): string {
  const tokens = readerTokens(text, []);
  return tokens.map(({ norm }, at) => (at > 0 && opensClause(at, tokens) ? `| ${norm}` : norm)).join(' ');
}

describe('a clause opens', () => {
  it.each([
    ['the lamp broke can you bring one', 'the lamp broke | can you bring one'],
    ['it broke last night what bulb do you use', 'it broke last night | what bulb do you use'],
    ['the box is here just text me a yes', 'the box is here | just text me a yes'],
    ['call me back that would be great', 'call me back | that would be great'],
    ['see you there cheers', 'see you there | cheers'],
    ['ring when you can no rush', 'ring when you can | no rush'],
    ['i left it on the step my number is up there', 'i left it on the step | my number is up there'],
  ])('in “%s”', (text, with_) => {
    expect(barred(text)).toBe(with_);
  });

  it.each([
    'have anna call me',
    'let me know',
    'tell us you are coming',
    'i was hoping you could you know help',
    'whoever is on the desk can do it',
    'if you could call me',
    'i wanted to call you',
    'with many thanks',
  ])('nowhere in “%s”', (text) => {
    expect(barred(text)).not.toContain('|');
  });
});
