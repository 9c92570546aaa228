/** Top-level domains people give out loud. A spoken "dot" counts only before one of these, or "at noon dot" would be an address. */
const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set(
  `com net org edu gov mil int info biz name pro coop museum io co ai app dev me tv fm ly gg xyz online site shop store tech cloud agency
  studio design law health media news blog work works solutions services consulting group team world today life email page link jobs careers
  us uk ie in au nz ca de fr es it nl be ch at se no dk fi pl pt gr cz za sg hk jp cn kr br mx ar ae il ru tr eu asia ph my id th vn pk bd lk
  ke ng gh scot wales london nyc example test`
    .trim()
    .split(/\s+/),
);

/** What recognisers write for a spoken "com", when it follows "dot". */
const MISHEARD: ReadonlyMap<string, string> = new Map(
  Object.entries({ come: 'com', calm: 'com', con: 'com', comb: 'com', kom: 'com', nett: 'net', orc: 'org' }),
);

/** The top-level domain a word stands for, and whether it had to be guessed; null when it is none. */
export function topLevelDomain(word: string): { text: string; guessed: boolean } | null {
  if (TOP_LEVEL_DOMAINS.has(word)) return { text: word, guessed: false };
  const meant = MISHEARD.get(word);
  return meant === undefined ? null : { text: meant, guessed: true };
}
