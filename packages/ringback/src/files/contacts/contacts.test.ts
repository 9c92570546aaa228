import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contactsFromBytes, readContacts } from './read-contacts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'contacts.csv') => contactsFromBytes(bytes(text), name);

const LINKEDIN = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses
for connections who have allowed it."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Dana,Whitfield,https://www.linkedin.com/in/dana,,"Harbour Foods, Ltd",Head of Supply,12 Mar 2024
,,,,,,05 Jan 2020
Zoë,O'Brien,https://www.linkedin.com/in/zoe,zoe@example.com,Alder Labs,,1 Dec 2019
`;

describe('LinkedIn', () => {
  it('finds the header row under the notes, reads dates, and names the row that holds nothing', () => {
    const book = read(LINKEDIN, 'Connections.csv');
    expect(book.format).toBe('linkedin');
    expect(book.contacts).toEqual([
      {
        source: 'Connections.csv',
        place: 'row 6',
        name: 'Dana Whitfield',
        emails: [],
        organisation: 'Harbour Foods, Ltd',
        position: 'Head of Supply',
        connectedOn: '2024-03-12',
      },
      {
        source: 'Connections.csv',
        place: 'row 8',
        name: "Zoë O'Brien",
        emails: ['zoe@example.com'],
        organisation: 'Alder Labs',
        connectedOn: '2019-12-01',
      },
    ]);
    expect(book.problems).toEqual([
      { source: 'Connections.csv', place: 'row 7', problem: 'holds neither a name nor an e-mail address and was left out' },
    ]);
  });
});

describe('Google Contacts', () => {
  it('reads the header of today, with several values in a cell', () => {
    const book = read(
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value\r\n' +
        'Dana,,Whitfield,Harbour Foods,Head of Supply,* myContacts ::: Friends,* Work,dana@example.com ::: dana@example.org,+1 415 555 0142\r\n',
    );
    expect(book.format).toBe('google');
    expect(book.contacts[0]).toMatchObject({
      name: 'Dana Whitfield',
      organisation: 'Harbour Foods',
      position: 'Head of Supply',
      emails: ['dana@example.com', 'dana@example.org'],
      labels: ['* myContacts', 'Friends'],
    });
  });

  it('reads the older header', () => {
    const book = read(
      'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Address 1 - City,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n' +
        'Dana Whitfield,Dana,,Whitfield,* My Contacts,* Home,dana@example.com,Leeds,,Harbour Foods,Head of Supply\n',
    );
    expect(book.format).toBe('google');
    expect(book.contacts[0]).toMatchObject({
      name: 'Dana Whitfield',
      organisation: 'Harbour Foods',
      city: 'Leeds',
      emails: ['dana@example.com'],
    });
  });
});

describe('plain CSV', () => {
  it('reads any header by a column map, with semicolons', () => {
    const book = contactsFromBytes(bytes('Nombre;Empresa;Correo\nDana Whitfield;Harbour Foods;dana@example.com\n'), 'lista.csv', {
      columns: { name: 'Nombre', organisation: 'Empresa', email: 'Correo' },
    });
    expect(book.contacts[0]).toMatchObject({ name: 'Dana Whitfield', organisation: 'Harbour Foods', emails: ['dana@example.com'] });
  });

  it('refuses a file without a known header in one sentence', () => {
    expect(() => read('1,2,3\n4,5,6\n')).toThrow(/^"contacts\.csv" has no header row .*\.$/);
  });
});

describe('malformed files', () => {
  it('reads a byte order mark, UTF-16 and Windows-1252', () => {
    const text = 'Name,Company\nZoë Brontë,Café Sol\n';
    const utf16 = new Uint8Array(2 + text.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let index = 0; index < text.length; index += 1) new DataView(utf16.buffer).setUint16(2 + index * 2, text.charCodeAt(index), true);
    const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(read(`\uFEFF${text}`).contacts[0]?.name).toBe('Zoë Brontë');
    expect(contactsFromBytes(utf16, 'a.csv').contacts[0]?.name).toBe('Zoë Brontë');
    const book = contactsFromBytes(windows, 'a.csv');
    expect(book.contacts[0]).toMatchObject({ name: 'Zoë Brontë', organisation: 'Café Sol' });
    expect(book.warnings).toHaveLength(1);
  });

  it('names ragged rows, and does not trust an employer after a shifted cell', () => {
    const book = read(
      'First Name,Last Name,Company,Title\nDana,Whitfield,Harbour Foods\nOle,Berg,Alder, Inc,Chief\nMia,Gallo,Quarry,Clerk\n',
    );
    expect(book.contacts.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['Dana Whitfield', 'Harbour Foods'],
      ['Ole Berg', undefined],
      ['Mia Gallo', 'Quarry'],
    ]);
    expect(book.problems.map(({ place }) => place)).toEqual(['row 2', 'row 3']);
  });

  it('leaves formula cells out and says where, without their content', () => {
    const book = read(
      'Name,Company,Email\n=HYPERLINK("http://example.com"),Harbour Foods,dana@example.com\nMia Gallo,+cmd|calc,mia@example.com\n',
    );
    expect(book.contacts.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['', 'Harbour Foods'],
      ['Mia Gallo', undefined],
    ]);
    expect(book.problems).toHaveLength(2);
    expect(JSON.stringify(book.problems)).not.toMatch(/HYPERLINK|calc|Mia/);
  });

  it('loses one row, not the file, to a quote that does not close', () => {
    const rows = Array.from({ length: 50 }, (_, index) => `Person Number${index},Company${index}`);
    rows[10] = '"Broken Person,Harbour Foods';
    const book = read(`Name,Company\n${rows.join('\n')}\n`);
    expect(book.contacts).toHaveLength(49);
    expect(book.problems).toEqual([
      { source: 'contacts.csv', place: 'row 12', problem: 'has a quotation mark that does not close and was left out' },
    ]);
  });

  it('refuses a spreadsheet, noise, an empty file, a folder, a missing file and 300 MB, each in one sentence', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-contacts-'));
    const huge = join(folder, 'huge.csv');
    await writeFile(huge, 'Name,Company\n');
    await truncate(huge, 300 * 1024 * 1024);
    expect(() => contactsFromBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'a.csv')).toThrow(/spreadsheet/);
    expect(() =>
      contactsFromBytes(
        Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 256),
        'a.csv',
      ),
    ).toThrow(/not text/);
    expect(() => contactsFromBytes(new Uint8Array(), 'a.csv')).toThrow(/empty/);
    await expect(readContacts(folder)).rejects.toThrow(/not a file/);
    await expect(readContacts(join(folder, 'none.csv'))).rejects.toThrow(/cannot be opened/);
    await expect(readContacts(huge)).rejects.toThrow(/300 MB/);
  });
});

describe('vCard', () => {
  const card = (...lines: string[]) => `BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`;

  it('reads versions 2.1, 3.0 and 4.0 and skips pictures', () => {
    const picture = `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(70)}\r\n${` ${'B'.repeat(74)}\r\n`.repeat(2000)} CC==`;
    const text =
      card(
        'VERSION:3.0',
        'N:Whitfield;Dana;;;',
        'FN:Dana Whitfield',
        'ORG:Harbour Foods\\, Ltd;Supply',
        'EMAIL;TYPE=WORK:Dana@Example.com',
        picture,
        'TITLE:Head of Supply',
      ) +
      card('VERSION:4.0', 'FN:Zoë Brontë', 'item1.ORG:Alder Labs', 'ADR;TYPE=work:;;1 Mill Lane;Leeds;;LS1;UK', 'EMAIL:zoe@example.org') +
      card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bj=C3=B8rk;Ole', 'ORG:Quarry');
    const book = read(text, 'cards.vcf');
    expect(book.problems).toEqual([]);
    expect(book.contacts).toEqual([
      {
        source: 'cards.vcf',
        place: 'card 1',
        name: 'Dana Whitfield',
        emails: ['dana@example.com'],
        organisation: 'Harbour Foods, Ltd',
        position: 'Head of Supply',
      },
      { source: 'cards.vcf', place: 'card 2', name: 'Zoë Brontë', emails: ['zoe@example.org'], organisation: 'Alder Labs', city: 'Leeds' },
      { source: 'cards.vcf', place: 'card 3', name: 'Ole Bjørk', emails: [], organisation: 'Quarry' },
    ]);
  });

  it('names a broken card and one that does not end, and reads the rest', () => {
    const book = read(
      `${card('VERSION:3.0', 'FN Dana', 'rubbish')}${card('VERSION:3.0', 'FN:Mia Gallo')}BEGIN:VCARD\r\nFN:Lost`,
      'cards.vcf',
    );
    expect(book.contacts.map(({ name }) => name)).toEqual(['Mia Gallo']);
    expect(book.problems.map(({ place }) => place)).toEqual(['card 1', 'card 3']);
  });
});
