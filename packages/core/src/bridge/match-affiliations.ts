import type { Affiliation, Person } from './person.ts';
import type { FoundTie } from './rank.ts';
import type { Organisations } from './same-organisation.ts';
import type { PossibleTie, TieKind, TieRecord } from './tie.ts';
import { overlap, whenInWords, yearsOf, yearsSince } from './years.ts';

/** What the matchers answer. */
export interface Matches {
  ties: FoundTie[];
  possible: PossibleTie[];
}

/** The record of an affiliation as evidence. */
export function showAffiliation(entry: Affiliation): TieRecord {
  const shows = [entry.organisation, entry.role, whenInWords(yearsOf(entry)), entry.city].filter(Boolean).join(', ');
  return { source: entry.source, place: entry.place, shows };
}

type AffiliationTie = Extract<TieKind, 'shared-employer' | 'shared-school' | 'shared-group'>;

function found(kind: AffiliationTie, mine: Affiliation, theirs: Affiliation, thisYear: number): FoundTie {
  const [myYears, theirYears] = [yearsOf(mine), yearsOf(theirs)];
  const shared = overlap(myYears, theirYears, thisYear);
  const bothNow = myYears.current && theirYears.current;
  const since = [yearsSince(myYears, thisYear), yearsSince(theirYears, thisYear)];
  const known = since.filter((years) => years !== null);
  const sharedYears = shared && (bothNow ? { from: shared.from, to: null, current: true } : { ...shared, current: false });
  const when = whenInWords(sharedYears ?? myYears);
  const organisation = theirs.organisation;
  const extent = { organisation, ...(shared ? { together: true } : {}), ...(when ? { when } : {}) };
  return {
    kind,
    together: shared !== null,
    yearsAgo: shared ? Math.max(0, thisYear - shared.to) : known.length > 0 ? Math.max(...known) : null,
    records: [showAffiliation(mine), showAffiliation(theirs)],
    bridge:
      kind === 'shared-school'
        ? { tie: 'shared-school', ...extent }
        : { tie: 'shared-organisation', ...extent, ...(kind === 'shared-group' ? { as: 'members' } : {}) },
  };
}

/** One tie for each organisation: the stretches that overlap, else the latest. */
function bestOf(ties: FoundTie[]): FoundTie | undefined {
  const rank = (tie: FoundTie) => (tie.together ? 0 : 1000) + (tie.yearsAgo ?? 999);
  return ties.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** Organisations in both lives. Equal names in two towns are possible ties, not ties. */
export function matchAffiliations(
  kind: AffiliationTie,
  mine: readonly Affiliation[],
  theirs: readonly Affiliation[],
  organisations: Organisations,
  thisYear: number,
): Matches {
  const ties = new Map<string, FoundTie[]>();
  const elsewhere = new Map<string, PossibleTie>();
  for (const my of mine) {
    for (const their of theirs) {
      const sameness = organisations.compare(my, their);
      if (sameness === 'no') continue;
      const key = organisations.keyOf(their.organisation);
      if (sameness === 'same') ties.set(key, [...(ties.get(key) ?? []), found(kind, my, their, thisYear)]);
      else
        elsewhere.set(key, {
          kind,
          reason: `Both records say ${their.organisation}, in two towns: it may be another one of the same name. If it is one organisation, add the name to "aliases" in me.json.`,
          records: [showAffiliation(my), showAffiliation(their)],
        });
    }
  }
  return {
    ties: [...ties.values()].flatMap((group) => bestOf(group) ?? []),
    possible: [...elsewhere].filter(([key]) => !ties.has(key)).map(([, possible]) => possible),
  };
}

const YEAR_IN_NAME = /\b(?:19|20)\d{2}\b/;

/** Events both were at: the same name and the same year, or no year on either side. */
export function matchEvents(me: Person, to: Person, organisations: Organisations, thisYear: number): Matches {
  const matches: Matches = { ties: [], possible: [] };
  const yearOf = (name: string, date: string | undefined) => date?.slice(0, 4) ?? YEAR_IN_NAME.exec(name)?.[0];
  const keyOf = (name: string) => organisations.keyOf(name.replace(YEAR_IN_NAME, ''));
  for (const mine of me.events) {
    for (const theirs of to.events) {
      const key = keyOf(mine.event);
      if (!key || key !== keyOf(theirs.event)) continue;
      const [myYear, theirYear] = [yearOf(mine.event, mine.date), yearOf(theirs.event, theirs.date)];
      const records = [mine, theirs].map(({ source, place, event, date }) => ({
        source,
        place,
        shows: [event, date].filter(Boolean).join(', '),
      }));
      if (myYear !== theirYear) {
        matches.possible.push({
          kind: 'shared-event',
          reason: 'The event is the same and the year is not, or is missing on one side: find out whether you were there together.',
          records,
        });
        continue;
      }
      const event = theirs.event.replace(YEAR_IN_NAME, '').replace(/\s+/g, ' ').trim();
      matches.ties.push({
        kind: 'shared-event',
        together: true,
        yearsAgo: myYear ? Math.max(0, thisYear - Number(myYear)) : null,
        records,
        bridge: { tie: 'shared-event', event, ...(myYear ? { when: `in ${myYear}` } : {}) },
      });
    }
  }
  return matches;
}
