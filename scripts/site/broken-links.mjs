// Whether a site of files holds together: every link leads to a file and a place in it that are there, and nothing is loaded from elsewhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** Elements whose address the browser loads by itself; that of an `a` it only offers. */
const LOADED = new Set(['img', 'script', 'link', 'iframe', 'source', 'video', 'audio']);

const unescaped = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

/** The addresses in a page, each with the element that has it. */
function addressesIn(html) {
  return [...html.matchAll(/<([a-z]+)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, element, address]) => ({
    element,
    address: unescaped(address),
  }));
}

function placesIn(html) {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescaped(id)));
}

/** One line for each link of a folder's pages that leads nowhere, and for each file that would be loaded from another place. */
export function brokenLinks(folder) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html'));
  const htmlOf = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]));
  const places = new Map();
  const placesOf = (page) => {
    if (!places.has(page)) places.set(page, placesIn(htmlOf.get(page)));
    return places.get(page);
  };
  return pages.flatMap((page) =>
    addressesIn(htmlOf.get(page)).flatMap(({ element, address }) => {
      if (ELSEWHERE.test(address)) return LOADED.has(element) && !address.startsWith('data:') ? [`${page}: loads ${address}`] : [];
      const [path, place] = address.split('#').map(decodeURIComponent);
      const target = path === '' ? page : relative(folder, join(folder, dirname(page), path.replace(/\?.*$/, '')));
      const file = join(folder, target);
      if (!existsSync(file) || !statSync(file).isFile()) return [`${page}: no file ${address}`];
      return place && htmlOf.has(target) && !placesOf(target).has(place) ? [`${page}: no place ${address}`] : [];
    }),
  );
}
