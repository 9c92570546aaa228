import { type Matches, matchAffiliations, matchEvents } from './match-affiliations.ts';
import { indexContacts, matchCalled, matchColleagues, matchMutual } from './match-contacts.ts';
import type { Contact, Person } from './person.ts';
import { byStrength, weigh } from './rank.ts';
import { Organisations } from './same-organisation.ts';
import { type BridgeReport, STRENGTH_WORDS, type Tie } from './tie.ts';

/** What a search needs. */
export interface BridgeSearch {
  me: Person;
  contacts: readonly Contact[];
  to: Person;
  /** ISO date of today: the age of a tie is counted from it. */
  today: string;
  /** How many ties and how many possible ties to answer; all by default. */
  limit?: number;
}

/** What could find a tie, most likely first, given what was not there to search. */
function homework({ me, contacts, to }: BridgeSearch, ties: readonly Tie[]): string[] {
  if (ties.some(({ strength }) => strength >= STRENGTH_WORDS.fair)) return [];
  const employer = to.work.find(({ current }) => current)?.organisation;
  const tasks = [
    contacts.length === 0 &&
      'Export your contacts (LinkedIn: Settings, Data privacy, Get a copy of your data, Connections) and search them too.',
    !employer && 'Find out where they work now and add it as "organisation".',
    to.work.length < 2 && 'Look up where they worked before (a company biography, a conference programme) and add it under "past".',
    to.education.length === 0 && 'Look up where they studied and add it under "schools".',
    to.groups.length + to.events.length === 0 &&
      'Look for boards, associations, talks and charities they take part in; add them under "groups" and "events".',
    me.work.length === 0 && 'Add your employers to me.json under "work", with years and towns.',
    me.education.length === 0 && 'Add your schools to me.json under "education", with years.',
    me.groups.length + me.events.length === 0 && 'Add your clubs, boards and events to me.json under "ringback".',
    employer && `Ask three people you know well whether they know anyone at ${employer}.`,
    'If a school or company of yours was renamed or merged, add its names to "aliases" in me.json.',
  ];
  return tasks.filter((task) => typeof task === 'string');
}

/**
 * Finds and ranks the true ties between the caller and the person called. Every tie names the records that prove it; what merely looks
 * like one is listed apart; with none, it says what could find one. Nothing is invented and nothing is looked up elsewhere.
 */
export function findBridges(search: BridgeSearch): BridgeReport {
  const { me, contacts, to, today, limit = Number.POSITIVE_INFINITY } = search;
  const organisations = new Organisations([...me.aliases, ...to.aliases]);
  const thisYear = Number.parseInt(today, 10);
  const index = indexContacts(contacts, organisations);
  const mutual = matchMutual(me, to, index, organisations);
  const mutualRecords = new Set(mutual.ties.map(({ records }) => `${records[0]?.source} ${records[0]?.place}`));
  const colleagues = matchColleagues(me, to, index, organisations, thisYear);
  const found: Matches[] = [
    matchCalled(me, to, index, organisations, thisYear),
    mutual,
    matchAffiliations('shared-employer', me.work, to.work, organisations, thisYear),
    matchAffiliations('shared-school', me.education, to.education, organisations, thisYear),
    matchAffiliations('shared-group', me.groups, to.groups, organisations, thisYear),
    matchEvents(me, to, organisations, thisYear),
    // A mutual contact is already told at its strongest.
    { ...colleagues, ties: colleagues.ties.filter(({ records }) => !mutualRecords.has(`${records[0]?.source} ${records[0]?.place}`)) },
  ];
  const ties = found
    .flatMap((matches) => matches.ties)
    .map(weigh)
    .sort(byStrength);
  return {
    ties: ties.slice(0, limit),
    possible: found.flatMap(({ possible }) => possible).slice(0, limit),
    homework: homework(search, ties),
    searched: {
      contacts: contacts.length,
      work: me.work.length,
      education: me.education.length,
      groups: me.groups.length,
      events: me.events.length,
    },
  };
}
