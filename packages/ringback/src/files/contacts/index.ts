export type { ContactBook, ContactProblem } from './contact-book.ts';
export { CONTACT_FIELDS, type ColumnMap, type ContactField } from './csv-columns.ts';
export { type CsvRow, csvRows } from './csv-rows.ts';
export { contactsFromBytes, LARGEST_CONTACT_FILE, type ReadContactsOptions, readContacts } from './read-contacts.ts';
export { type DecodedText, decodeText } from './text.ts';
