import type { Token } from '../spoken-numbers/tokens.ts';

/** Places that hint at a country. Only breaks ties between plans that both fit. */
const PLACES: Readonly<Record<string, string>> = {
  GB: 'london manchester leeds birmingham bristol glasgow edinburgh cardiff belfast sheffield liverpool uk britain england scotland wales quid',
  IE: 'dublin cork galway limerick waterford ireland',
  IN: 'mumbai delhi pune bangalore bengaluru chennai kolkata hyderabad kochi jaipur lucknow india rupees lakh lakhs crore',
  AU: 'sydney melbourne brisbane perth adelaide canberra hobart darwin australia gday',
  NZ: 'auckland wellington christchurch dunedin tauranga zealand',
  US: 'usa america california texas florida chicago boston seattle denver houston atlanta',
};

const REGION_OF_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([region, places]) => places.split(' ').map((place) => [place, region] as const)),
);

/** Regions the words of the message hint at, each with weight 1. */
export function regionHints(tokens: readonly Token[]): Map<string, number> {
  const hints = new Map<string, number>();
  for (const token of tokens) {
    const region = token.kind === 'word' ? REGION_OF_PLACE.get(token.text) : undefined;
    if (region) hints.set(region, 1);
  }
  return hints;
}
