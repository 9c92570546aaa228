/** What the signs of an address are called aloud. */
const SIGNS: Readonly<Record<string, string>> = {
  '.': 'dot',
  '@': 'at',
  '-': 'dash',
  _: 'underscore',
  '+': 'plus',
  '/': 'slash',
  '~': 'tilde',
  '&': 'ampersand',
  '=': 'equals',
  '%': 'percent',
};

/**
 * An e-mail or page address as one would say it: "jim@example.com" is "jim at example dot com".
 * The scheme and a leading "www." of a page are left out; a closing slash too.
 */
export function sayAddress(address: string): string {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^(?:mailto:|https?:\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
  const parts = bare.match(/\p{L}+|\d+|[^\p{L}\d\s]/gu) ?? [];
  return parts.map((part) => SIGNS[part] ?? part).join(' ');
}
