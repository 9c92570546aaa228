import { describe, expect, it } from 'vitest';
import type { Brief } from '../brief/brief.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { LENGTH_SEC } from '../spoken/length.ts';
import { composeScripts, LARGEST_OVERLAP } from './compose.ts';
import { speechParts } from './grammar/parts.ts';
import { randomBrief } from './random-brief.fixture.ts';
import { tokenOverlap, tokenSet } from './words.ts';

/** How many briefs a run of the tests invents; `npm run evaluate` takes more. */
const BRIEFS = 500;
const briefs = Array.from({ length: BRIEFS }, (_, index) => randomBrief(index + 1));
const composed = briefs.map((brief, index) => ({ brief, composition: composeScripts(brief, { reader, seed: index + 1 }) }));
const everyScript = composed.flatMap(({ brief, composition }) => composition.scripts.map((script) => ({ brief, composition, script })));

/** Every word that the brief says, in the forms in which it may be said. */
function wordsOfBrief(brief: Brief): Set<string> {
  const parts = speechParts(brief);
  const said = [
    JSON.stringify(brief),
    JSON.stringify({ ...parts, brief: undefined, say: undefined }),
    ...brief.replyChannels.map(({ address }) => (address ?? '').replace(/[./]/g, ' ')),
  ];
  return tokenSet(said.join(' ').replace(/\\n|"/g, ' '));
}

/** The composer's own words: it may say these and, of people, places, times, figures and things, only what the brief says. */
const OWN_WORDS = new Set(
  (
    'tell a about address again also am an and answer answers are arrange as assistant at back be book both by calendar call called calling can cheers choose could day dot e-mail ' +
    "each easier easily enough exchanged for former from get give glad go good had has have hear hello here here's hey hi hoping how i i'd i'll i'm i've if in is it it's it'll know like " +
    'line long look many may May me members message messages met minute minutes mutual my name need next not number of on once one online or other our over overlapped phone pick ' +
    'plenty please question rather reach repeat reply ring same say schedule set short single slash so speak spare studied suits spoke student students suggested suggestion ' +
    "send talk talked text thank thanks that that's the there thing this time to together too touch up us used want was we we're well went were what when where which who " +
    "will with work worked works would write wrote you you'd you're your yours recommended because contact do connected know knows been member soon forward hearing looking let " +
    "lot just only find speaking hope should can't rather hear more once number's sent someone it'd they them first wondering case cut off wanted request plus extension than have online, dash underscore having being known employer took take takes your else does attended asking ask down think common pass out"
  ).split(' '),
);

describe('every script from a random brief', () => {
  it('passes every tip that its brief allows', () => {
    // Where not all fits, the length is told.
    const missed = ({ script, composition }: (typeof everyScript)[number]) =>
      script.unmet.filter((tip) => composition.fits || tip !== 'brevity');
    const short = everyScript.flatMap(({ script, brief, composition }) =>
      missed({ script, brief, composition }).length > 0 ? [`${script.unmet} ${composition.fits} | ${brief.goal} | ${script.text}`] : [],
    );
    expect(short).toEqual([]);
  });

  it('stays within the budget where the brief fits', () => {
    expect(composed.filter(({ composition }) => composition.fits).length).toBeGreaterThan(BRIEFS * 0.9);
    for (const { composition, script } of everyScript) {
      if (composition.fits) expect(script.seconds, script.text).toBeLessThanOrEqual(LENGTH_SEC.heardOut);
    }
  });

  it('comes with two others, no two alike', () => {
    for (const { composition } of composed) {
      expect(composition.scripts.length).toBeGreaterThanOrEqual(3);
      for (const [index, script] of composition.scripts.entries()) {
        for (const other of composition.scripts.slice(index + 1)) {
          expect(tokenOverlap(script.text, other.text), `${script.text}\n${other.text}`).toBeLessThan(LARGEST_OVERLAP);
        }
      }
    }
  });

  it('says no word that is neither its own nor the brief’s', () => {
    const foreign = everyScript.flatMap(({ brief, script }) => {
      const allowed = wordsOfBrief(brief);
      return [...tokenSet(script.text)].filter((word) => !allowed.has(word) && !OWN_WORDS.has(word));
    });
    expect([...new Set(foreign)]).toEqual([]);
  });

  it('says the number twice, grouped, and both names', () => {
    for (const { brief, script } of everyScript) {
      const { numbers, names } = speechParts(brief);
      const said = numbers[0]?.said;
      if (said) expect(script.text.split(said).length - 1, script.text).toBe(2);
      expect(script.text).toContain(names.caller);
      expect(script.text).toContain(names.whom);
    }
  });

  it('is whole sentences', () => {
    for (const { script } of everyScript) {
      expect(script.text).not.toMatch(/undefined|\s[,.:?]|\.\.|\s\s|,,|: \p{Lu}(?!\p{L}*\b)/u);
      expect(script.text).toMatch(/^\p{Lu}.*[.?!]$/u);
      for (const start of script.text.matchAll(/[.?!] (\S)/g)) expect(start[1], script.text).toMatch(/[\p{Lu}\d]/u);
    }
  });

  it('is contracted as the register speaks', () => {
    for (const { brief, script } of everyScript) {
      // The person's own sentences stay as they are.
      const own = brief.caller.about ?? '';
      if (brief.register === 'formal')
        expect(script.text.replace(own, '')).not.toMatch(/\b(?:I'm|I'd|I've|It's|it's|Here's|That's|that's)\b/);
      else expect(script.text).not.toMatch(/\bI am (?:calling|hoping)\b|\bI would\b/);
    }
  });
});
