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
