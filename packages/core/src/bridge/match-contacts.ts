import type { Matches } from './match-affiliations.ts';
import { domainOf, employerDomain } from './organisation.ts';
import type { Acquaintance, Contact, Person } from './person.ts';
import { type NameKey, nameKey, namesAgree } from './person-name.ts';
import type { Organisations, Sameness } from './same-organisation.ts';
import type { TieRecord } from './tie.ts';
import { yearsOf, yearsSince } from './years.ts';

/** A contact with its name read once. */
interface IndexedContact {
  contact: Contact;
  name: NameKey;
}

/** Contacts by name, by e-mail address, by employer and by the domain of their work address. */
export interface ContactIndex {
  byName: Map<string, IndexedContact[]>;
  byEmail: Map<string, IndexedContact>;
  byOrganisation: Map<string, IndexedContact[]>;
  byDomain: Map<string, IndexedContact[]>;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Reads every contact once; the rest of the search only looks things up. */
export function indexContacts(contacts: readonly Contact[], organisations: Organisations): ContactIndex {
  const index: ContactIndex = { byName: new Map(), byEmail: new Map(), byOrganisation: new Map(), byDomain: new Map() };
  for (const contact of contacts) {
    const entry = { contact, name: nameKey(contact.name) };
    if (entry.name.key) push(index.byName, entry.name.key, entry);
    for (const email of contact.emails) {
      index.byEmail.set(email.toLowerCase(), entry);
      const domain = employerDomain(email);
      if (domain) push(index.byDomain, domain, entry);
    }
    const key = contact.organisation ? organisations.keyOf(contact.organisation) : '';
    if (key) push(index.byOrganisation, key, entry);
  }
  return index;
}

function showContact(contact: Contact): TieRecord {
  const since = contact.connectedOn && `connected ${contact.connectedOn}`;
  const shows = [contact.name, contact.position, contact.organisation, contact.city, since].filter(Boolean).join(', ');
  return { source: contact.source, place: contact.place, shows };
}

const yearsAgo = (iso: string | undefined, thisYear: number) => (iso ? Math.max(0, thisYear - Number.parseInt(iso, 10)) : null);

function employerOf(contact: Contact, to: Person, organisations: Organisations): Sameness {
  const { organisation, city } = contact;
  if (!organisation) return 'no';
  const answers = to.work.map((work) => organisations.compare({ organisation, ...(city ? { city } : {}) }, work));
  return answers.includes('same') ? 'same' : answers.includes('other-place') ? 'other-place' : 'no';
}

/** The called person in the caller's own address book, and the meetings the caller noted. */
export function matchCalled(me: Person, to: Person, index: ContactIndex, organisations: Organisations, thisYear: number): Matches {
  const matches: Matches = { ties: [], possible: [] };
  const called = nameKey(to.name);
  for (const encounter of me.met) {
    if (!namesAgree(nameKey(encounter.name), called)) continue;
    const { source, place, how, event, date } = encounter;
    matches.ties.push({
      kind: 'earlier-contact',
      together: true,
      yearsAgo: yearsAgo(date, thisYear),
      records: [{ source, place, shows: [how, event, date].filter(Boolean).join(', ') }],
      bridge: { tie: 'earlier-contact', how, ...(event ? { event } : {}), ...(date ? { when: `in ${date.slice(0, 4)}` } : {}) },
    });
  }
  const byEmail = to.emails.flatMap((email) => index.byEmail.get(email) ?? []);
  const byName = (index.byName.get(called.key) ?? []).filter(({ name }) => namesAgree(name, called));
  for (const entry of new Set([...byEmail, ...byName])) {
    const { contact } = entry;
    const sure = byEmail.includes(entry) || employerOf(contact, to, organisations) === 'same';
    const records = [showContact(contact)];
    if (sure && contact.connectedOn) {
      const when = `in ${contact.connectedOn.slice(0, 4)}`;
      matches.ties.push({
        kind: 'connected-online',
        together: true,
        yearsAgo: yearsAgo(contact.connectedOn, thisYear),
        records,
        bridge: { tie: 'earlier-contact', how: 'connected', when },
      });
    } else {
      const reason = sure
        ? 'They are in your address book: when did you last meet, speak or write? Note it under "met" in me.json.'
        : 'Someone of that name is in your address book, elsewhere or with no employer named: make sure it is the same person.';
      matches.possible.push({ kind: 'earlier-contact', reason, records });
    }
  }
  return matches;
}

function acquaintances(
  me: Person,
  index: ContactIndex,
): (known: Acquaintance) => { record: TieRecord; organisation?: string; sure: boolean }[] {
  return (known) => {
    const name = nameKey(known.name);
    const sure = known.email ? index.byEmail.get(known.email) : undefined;
    const inBook = sure ? [sure] : (index.byName.get(name.key) ?? []).filter((entry) => namesAgree(entry.name, name));
    const fromBook = inBook.map(({ contact }) => ({
      record: showContact(contact),
      sure: sure !== undefined,
      ...(contact.organisation ? { organisation: contact.organisation } : {}),
    }));
    const own = me.knows
      .filter((mine) => (known.email && mine.email === known.email) || namesAgree(nameKey(mine.name), name))
      .map(({ source, place, name: shown, organisation, email }) => ({
        record: { source, place, shows: [shown, organisation].filter(Boolean).join(', ') },
        sure: email !== undefined && email === known.email,
        ...(organisation ? { organisation } : {}),
      }));
    return [...own, ...fromBook];
  };
}

/** People whom the records show both to know. A shared full name is proof only when it fits one person and no employer contradicts it. */
export function matchMutual(me: Person, to: Person, index: ContactIndex, organisations: Organisations): Matches {
  const matches: Matches = { ties: [], possible: [] };
  const find = acquaintances(me, index);
  for (const known of to.knows) {
    const all = find(known);
    const agrees = (organisation: string | undefined) =>
      !organisation || !known.organisation || organisations.keyOf(organisation) === organisations.keyOf(known.organisation);
    const proven = (organisation: string | undefined) =>
      organisation !== undefined && known.organisation !== undefined && agrees(organisation);
    const certain = all.filter((one) => one.sure || proven(one.organisation));
    const fitting = certain.length > 0 ? certain : all.filter((one) => agrees(one.organisation));
    // The same person in two address books has one employer in both; two of one name elsewhere are two people.
    const people = new Set(fitting.map(({ organisation }) => (organisation ? organisations.keyOf(organisation) : '')).filter(Boolean));
    const theirs: TieRecord = {
      source: known.source,
      place: known.place,
      shows: [known.name, known.organisation].filter(Boolean).join(', '),
    };
    const one = fitting[0];
    if (one && (certain.length > 0 || people.size <= 1)) {
      matches.ties.push({
        kind: 'mutual-contact',
        together: true,
        yearsAgo: null,
        records: [one.record, theirs],
        bridge: { tie: 'mutual-contact', person: known.name },
        caution: `Ask ${known.name} before you use the name; better still, ask for a word ahead of your call.`,
      });
    } else if (all[0]) {
      matches.possible.push({
        kind: 'mutual-contact',
        reason: 'You both know someone of that name, and the records do not show that it is one person.',
        records: [...all.map(({ record }) => record), theirs],
      });
    }
  }
  return matches;
}

/** Contacts who work where the called person works or used to. */
export function matchColleagues(me: Person, to: Person, index: ContactIndex, organisations: Organisations, thisYear: number): Matches {
  const matches: Matches = { ties: [], possible: [] };
  const [called, own] = [nameKey(to.name), nameKey(me.name)];
  const seen = new Set<string>();
  const stints = to.work.map((work) => ({ work, since: yearsSince(yearsOf(work), thisYear) }));
  const domainNow = to.emails.map(employerDomain).find(Boolean);
  // Where someone works now comes before where they used to, so that each contact is told at its strongest.
  for (const { work, since } of stints.toSorted(
    (a, b) => Number(b.work.current ?? false) - Number(a.work.current ?? false) || (a.since ?? 0) - (b.since ?? 0),
  )) {
    const domain = (work.url && domainOf(work.url)) ?? (work.current ? domainNow : undefined);
    const there = [
      ...(index.byOrganisation.get(organisations.keyOf(work.organisation)) ?? []),
      ...((domain && index.byDomain.get(domain)) || []),
    ];
    for (const { contact, name } of new Set(there)) {
      const identity = name.key || contact.emails[0] || `${contact.source} ${contact.place}`;
      if (seen.has(identity) || !name.given || namesAgree(name, called) || namesAgree(name, own)) continue;
      const byDomain = domain !== undefined && contact.emails.some((email) => employerDomain(email) === domain);
      const named = { organisation: contact.organisation ?? '', ...(contact.city ? { city: contact.city } : {}) };
      const sameness = byDomain && !contact.organisation ? 'same' : organisations.compare(named, work);
      const records = [
        showContact(contact),
        { source: work.source, place: work.place, shows: [work.organisation, work.city].filter(Boolean).join(', ') },
      ];
      if (sameness === 'no') continue;
      if (sameness === 'other-place' && !byDomain) {
        matches.possible.push({
          kind: 'contact-there-now',
          reason: 'A contact works for an organisation of that name in another town: it may be a different one.',
          records,
        });
        continue;
      }
      seen.add(identity);
      const now = work.current === true;
      matches.ties.push({
        kind: now ? 'contact-there-now' : 'contact-there-before',
        together: false,
        yearsAgo: now ? 0 : since,
        records,
        bridge: { tie: 'known-colleague', person: contact.name, organisation: work.organisation, ...(now ? {} : { formerly: true }) },
        caution: `The records show where ${contact.name} works, not that the two know each other: ask ${contact.name} first, and for leave to use the name.`,
      });
    }
  }
  return matches;
}
