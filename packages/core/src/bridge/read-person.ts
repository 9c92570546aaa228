import { z } from 'zod';
import { RingbackError } from '../documents/failure.ts';
import { PLAINLY, placesOf } from '../documents/plain-issues.ts';
import type { Affiliation, Person } from './person.ts';

const MAX_ENTRIES = 500;
const text = z.string().max(500);
const optionalText = text.nullish().transform((value) => value?.trim() || undefined);
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .max(MAX_ENTRIES)
    .nullish()
    .transform((items) => items ?? []);
const location = z
  .union([text, z.looseObject({ city: optionalText })])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value.trim() || undefined : value?.city));

const stretch = z.looseObject({
  name: optionalText,
  company: optionalText,
  organisation: optionalText,
  organization: optionalText,
  institution: optionalText,
  school: optionalText,
  position: optionalText,
  role: optionalText,
  studyType: optionalText,
  startDate: optionalText,
  endDate: optionalText,
  from: z.union([text, z.number()]).nullish(),
  to: z.union([text, z.number()]).nullish(),
  city: optionalText,
  location,
  url: optionalText,
});
const stretchOrName = z.union([text.transform((name) => stretch.parse({ name })), stretch]);
const event = z.union([
  text.transform((name) => ({ event: name, name: undefined, date: undefined, year: undefined })),
  z.looseObject({ event: optionalText, name: optionalText, date: optionalText, year: z.union([text, z.number()]).nullish() }),
]);
const known = z.union([
  text.transform((name) => ({ name, email: undefined, organisation: undefined })),
  z.looseObject({ name: text, email: optionalText, organisation: optionalText }),
]);
const encounter = z.looseObject({
  name: text,
  how: z.enum(['met', 'spoke', 'wrote', 'worked']).default('met'),
  event: optionalText,
  date: optionalText,
});
const extras = {
  groups: list(stretchOrName),
  events: list(event),
  knows: list(known),
  met: list(encounter),
  aliases: list(z.array(text).min(1)),
};
const jsonResume = z.looseObject({
  basics: z.looseObject({ name: text.min(1), email: optionalText, url: optionalText }),
  work: list(stretch),
  education: list(stretch),
  volunteer: list(stretch),
  ringback: z.looseObject(extras).nullish(),
  ...extras,
});
const smallPerson = z.looseObject({
  name: text.min(1),
  email: optionalText,
  organisation: optionalText,
  organization: optionalText,
  company: optionalText,
  role: optionalText,
  city: optionalText,
  url: optionalText,
  past: list(stretchOrName),
  schools: list(stretchOrName),
  ...extras,
});

type Stretch = z.output<typeof stretch>;
type Extras = z.output<z.ZodObject<typeof extras>>;

const ISO_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/;
const date = (...values: (string | number | null | undefined)[]): string | undefined =>
  values.map((value) => ISO_DATE.exec(String(value ?? ''))?.[0]).find((value) => value !== undefined);

/** "present", "now", "" after a start: it lasts. */
function lasts(entry: Stretch): boolean {
  return date(entry.startDate, entry.from) !== undefined && date(entry.endDate, entry.to) === undefined;
}

function affiliations(entries: Stretch[], source: string, field: string): Affiliation[] {
  return entries.flatMap((entry, index) => {
    const organisation = entry.institution ?? entry.school ?? entry.organisation ?? entry.organization ?? entry.company ?? entry.name;
    if (!organisation) return [];
    const [start, end] = [date(entry.startDate, entry.from), date(entry.endDate, entry.to)];
    const role = entry.position ?? entry.role ?? entry.studyType;
    const city = entry.city ?? entry.location;
    return {
      organisation,
      source,
      place: `${field}[${index}]`,
      ...(role ? { role } : {}),
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      ...(lasts(entry) ? { current: true } : {}),
      ...(city ? { city } : {}),
      ...(entry.url ? { url: entry.url } : {}),
    };
  });
}

function fromExtras(parts: Extras[], source: string): Pick<Person, 'groups' | 'events' | 'knows' | 'met' | 'aliases'> {
  const all = <Key extends keyof Extras>(key: Key) => parts.flatMap((part) => part[key] as Extras[Key][number][]);
  return {
    groups: affiliations(all('groups') as Stretch[], source, 'groups'),
    events: all('events').flatMap((entry, index) => {
      const name = entry.event ?? entry.name;
      const when = date(entry.date, entry.year);
      return name ? [{ event: name, source, place: `events[${index}]`, ...(when ? { date: when } : {}) }] : [];
    }),
    knows: all('knows').map((entry, index) => ({
      name: entry.name,
      source,
      place: `knows[${index}]`,
      ...(entry.email ? { email: entry.email.toLowerCase() } : {}),
      ...(entry.organisation ? { organisation: entry.organisation } : {}),
    })),
    met: all('met').map((entry, index) => {
      const when = date(entry.date);
      return {
        name: entry.name,
        how: entry.how,
        source,
        place: `met[${index}]`,
        ...(entry.event ? { event: entry.event } : {}),
        ...(when ? { date: when } : {}),
      };
    }),
    aliases: all('aliases'),
  };
}

/**
 * Reads the caller's `me.json` or the person called: JSON Resume (schema 1.0), or a small
 * `{name, organisation, role, city, past, schools, groups, events, knows}`. JSON Resume has no place for groups, events, people known,
 * encounters and aliases: they stand under `ringback` (or at the top).
 * @param source File name without folders, named in the records of a tie.
 * @param called What a sentence that refuses it begins with.
 * @throws RingbackError `bad-person` naming the fields that are wrong, never their values.
 */
export function readPerson(value: unknown, source: string, called = source): Person {
  const isResume = typeof value === 'object' && value !== null && 'basics' in value;
  if (isResume) {
    const result = jsonResume.safeParse(value, PLAINLY);
    if (!result.success) throw badPerson(called, result.error);
    const { basics, work, education, volunteer, ringback, ...top } = result.data;
    const more = fromExtras(ringback ? [ringback as Extras, top] : [top], source);
    return {
      name: basics.name,
      emails: basics.email ? [basics.email.toLowerCase()] : [],
      work: affiliations(work, source, 'work'),
      education: affiliations(education, source, 'education'),
      ...more,
      groups: [...affiliations(volunteer, source, 'volunteer'), ...more.groups],
    };
  }
  const result = smallPerson.safeParse(value, PLAINLY);
  if (!result.success) throw badPerson(called, result.error);
  const person = result.data;
  const organisation = person.organisation ?? person.organization ?? person.company;
  const now: Affiliation[] = organisation
    ? [
        {
          organisation,
          source,
          place: 'organisation',
          current: true,
          ...(person.role ? { role: person.role } : {}),
          ...(person.city ? { city: person.city } : {}),
          ...(person.url ? { url: person.url } : {}),
        },
      ]
    : [];
  return {
    name: person.name,
    emails: person.email ? [person.email.toLowerCase()] : [],
    work: [...now, ...affiliations(person.past, source, 'past')],
    education: affiliations(person.schools, source, 'schools'),
    ...fromExtras([person], source),
  };
}

function badPerson(called: string, error: z.ZodError): RingbackError {
  return new RingbackError(
    'bad-person',
    `${called} cannot be read as a person: ${placesOf(error, 'the document')}. Give at least {"name": "..."}, or a JSON Resume with "basics.name".`,
  );
}
