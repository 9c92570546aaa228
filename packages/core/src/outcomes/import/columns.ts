/** What a column of a call export can hold. */
export const CALL_FIELDS = [
  'id',
  'whom',
  'organisation',
  'number',
  'email',
  'leftAt',
  'time',
  'direction',
  'disposition',
  'objective',
  'outcome',
  'outcomeAt',
  'note',
] as const;

/** One of {@link CALL_FIELDS}. */
export type CallField = (typeof CALL_FIELDS)[number];

/** Which column, by its header, holds what. */
export type CallColumns = Partial<Record<CallField, string>>;

/** Programs whose exports are known. */
export const PROGRAMS = ['hubspot', 'salesforce', 'ringback', 'csv'] as const;

/** One of {@link PROGRAMS}. */
export type Program = (typeof PROGRAMS)[number];

/** A known export: the headers of each field, any of which may be there, compared without case. */
export type Preset = Readonly<Record<CallField, readonly string[]>>;

/**
 * HubSpot: the labels of the calls index page as its export writes them, and the property names of the API
 * (developers.hubspot.com/docs/api/crm/calls). Salesforce: labels and API names of Task
 * (developer.salesforce.com, field reference of Task and ActivityHistory).
 */
export const PRESETS: Readonly<Record<Program, Preset>> = {
  hubspot: {
    id: ['record id', 'object id', 'hs_object_id', 'call id'],
    whom: ['associated contact', 'contact name', 'associated contacts', 'call title', 'hs_call_title'],
    organisation: ['associated company', 'company name'],
    number: ['to number', 'hs_call_to_number'],
    email: ['contact email', 'email'],
    leftAt: ['activity date', 'call date', 'create date', 'hs_timestamp'],
    time: [],
    direction: ['call direction', 'hs_call_direction'],
    disposition: ['call outcome', 'hs_call_disposition'],
    objective: [],
    outcome: [],
    outcomeAt: [],
    note: ['call notes', 'hs_call_body'],
  },
  salesforce: {
    id: ['activity id', 'id'],
    whom: ['contact', 'contact: full name', 'who: name', 'name', 'whoid'],
    organisation: ['company / account', 'account: account name', 'account', 'account name', 'related to'],
    number: ['phone', 'contact: phone'],
    email: ['email', 'contact: email'],
    leftAt: ['completed date/time', 'completeddatetime', 'created date', 'createddate', 'date', 'due date', 'activitydate'],
    time: [],
    direction: ['call type', 'calltype'],
    disposition: ['call result', 'calldisposition'],
    objective: [],
    outcome: [],
    outcomeAt: [],
    note: ['comments', 'full comments', 'description'],
  },
  ringback: Object.fromEntries(CALL_FIELDS.map((field) => [field, [field.toLowerCase()]])) as unknown as Preset,
  csv: {
    id: ['id', 'call id'],
    whom: ['whom', 'name', 'contact', 'person'],
    organisation: ['organisation', 'organization', 'company'],
    number: ['number', 'phone', 'phone number'],
    email: ['email', 'e-mail'],
    leftAt: ['left at', 'leftat', 'when', 'date', 'called at'],
    time: ['time'],
    direction: ['direction'],
    disposition: ['disposition', 'result', 'call result'],
    objective: ['objective'],
    outcome: ['outcome'],
    outcomeAt: ['outcome at', 'outcomeat', 'returned at', 'outcome date'],
    note: ['note', 'notes'],
  },
};

const plain = (header: string) => header.replace(/\s+/g, ' ').trim().toLowerCase();

/** What tells a program's export from any other. */
const SIGNATURES: readonly (readonly [Program, readonly CallField[]])[] = [
  ['ringback', ['id', 'whom', 'leftAt', 'outcomeAt', 'objective']],
  ['hubspot', ['leftAt', 'disposition']],
  ['salesforce', ['leftAt', 'disposition']],
];

const finds = (headers: readonly string[], preset: Preset, field: CallField) => preset[field].some((name) => headers.includes(name));

/** Whose export has this header; "csv" for none that is known. */
export function programOf(header: readonly string[]): Program {
  const headers = header.map(plain);
  return SIGNATURES.find(([program, fields]) => fields.every((field) => finds(headers, PRESETS[program], field)))?.[0] ?? 'csv';
}

/** The place of each field's column. The person's own map goes before the preset; the first header of a preset before the others. */
export function columnPlaces(
  header: readonly string[],
  program: Program,
  map: CallColumns,
): { places: Partial<Record<CallField, number>>; missing: string[] } {
  const headers = header.map(plain);
  const places: Partial<Record<CallField, number>> = {};
  const missing: string[] = [];
  for (const field of CALL_FIELDS) {
    const wanted = map[field];
    const names = wanted === undefined ? PRESETS[program][field] : [plain(wanted)];
    const place = names.map((name) => headers.indexOf(name)).find((index) => index >= 0);
    if (place !== undefined) places[field] = place;
    else if (wanted !== undefined) missing.push(wanted);
  }
  return { places, missing };
}
