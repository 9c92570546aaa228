import { nameCase } from './letter-case.ts';

/** A firm, school or club gets the capitals that were left out; "a small bakery in leeds" is a description and keeps to small letters. */
export function organisationCase(typed: string): string {
  const text = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[,;]+$/, '');
  if (/^(?:a|an|my|your|our|his|her|their)\s/i.test(text)) return text.replace(/^\w+/, (word) => word.toLowerCase());
  const article = /^the\s+/i.exec(text)?.[0] ?? '';
  const name = nameCase(text.slice(article.length));
  return article ? `the ${name}` : name;
}

/** Gatherings that have names of their own. */
const NAMED_EVENT =
  /\b(?:summit|conference|expo|congress|forum|symposium|convention|meetup|awards|festival|hackathon|olympics|marathon|biennale|gala)\b/i;

/** "tidewater summit" is the Tidewater Summit, "neuro summit in Basel" the Neuro Summit in Basel; "a conference on bees" and "the open day" are none. */
export function eventCase(typed: string): string {
  const named = NAMED_EVENT.exec(typed);
  if (!named || /^(?:an?|my|your|our|last|this|that|some)\s/i.test(typed)) return typed;
  const article = /^the\s+/i.exec(typed)?.[0] ?? '';
  const end = named.index + named[0].length;
  const name = typed.slice(article.length, end);
  // "the summit" alone is any.
  return name.includes(' ') ? `${article.toLowerCase()}${nameCase(name)}${typed.slice(end)}` : typed;
}
