import { describe, expect, it } from 'vitest';
import { findBridges } from './find.ts';
import type { Contact, Person } from './person.ts';
import { plantedCase, plantedKey } from './planted.fixture.ts';
import { readPerson } from './read-person.ts';
import type { Tie } from './tie.ts';

const TODAY = '2026-11-23';
const about = ({ bridge }: Tie): string =>
  'person' in bridge
    ? bridge.person
    : 'organisation' in bridge
      ? (bridge.organisation ?? '')
      : 'event' in bridge
        ? (bridge.event ?? '')
        : '';

const me = (more: object = {}): Person => readPerson({ basics: { name: 'Nora Castell' }, ...more }, 'me.json');
const to = (more: object = {}): Person => readPerson({ name: 'Martin Oyelaran', ...more }, 'to.json');
const contact = (name: string, organisation?: string, more: Partial<Contact> = {}): Contact => ({
  source: 'contacts.csv',
  place: 'row 2',
  name,
  emails: [],
  ...(organisation ? { organisation } : {}),
  ...more,
});
const find = (mine: Person, called: Person, contacts: Contact[] = []) => findBridges({ me: mine, to: called, contacts, today: TODAY });

describe('planted ties among near-misses', () => {
  it('finds them with precision >= 0.98 and recall >= 0.95', () => {
    let [right, wrong, missed] = [0, 0, 0];
    const mistakes: string[] = [];
    for (let seed = 1; seed <= 300; seed += 1) {
      const { planted, ...search } = plantedCase(seed);
      const found = new Set(findBridges({ ...search, today: TODAY }).ties.map((tie) => plantedKey(tie.kind, about(tie), planted)));
      for (const key of found) {
        if (planted.has(key)) right += 1;
        else {
          wrong += 1;
          mistakes.push(`${seed} +${key}`);
        }
      }
      for (const key of planted) {
        if (!found.has(key)) {
          missed += 1;
          mistakes.push(`${seed} -${key}`);
        }
      }
    }
    expect(right).toBeGreaterThan(700);
    expect(right / (right + wrong), mistakes.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(right / (right + missed), mistakes.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});

describe('findBridges', () => {
  it('says together only when the years overlap, and when', () => {
    const mine = me({ work: [{ name: 'Harbour Foods Inc.', startDate: '2012-03', endDate: '2015-01' }] });
    const [tie] = find(mine, to({ past: [{ organisation: 'Harbour Foods', from: 2014, to: 2019 }] })).ties;
    expect(tie?.sentence).toBe('You and I were both at Harbour Foods from 2014 to 2015.');
    expect(tie?.yearsAgo).toBe(11);
    expect(tie?.records.map(({ place }) => place)).toEqual(['work[0]', 'past[0]']);
    const [apart] = find(mine, to({ past: [{ organisation: 'Harbour Foods', from: 2016, to: 2019 }] })).ties;
    expect(apart?.sentence).toBe('I worked at Harbour Foods too, from 2012 to 2015.');
    expect(apart?.strength).toBeLessThan(tie?.strength ?? 0);
  });

  it('joins renamed schools only by an alias of the person', () => {
    const school = { education: [{ institution: 'Northgate Polytechnic', startDate: '1999', endDate: '2002' }] };
    const called = to({ schools: ['Northgate University'] });
    expect(find(me(school), called).ties).toEqual([]);
    const aliased = me({ ...school, ringback: { aliases: [['Northgate Polytechnic', 'Northgate University']] } });
    expect(find(aliased, called).ties.map(({ kind }) => kind)).toEqual(['shared-school']);
  });

  it('lists equal names in two towns as possible, and believes an alias or a web address', () => {
    const mine = { name: 'Alder Labs', location: 'Leeds', url: 'https://alder.example' };
    const report = find(me({ work: [mine] }), to({ organisation: 'Alder Labs', city: 'Austin, Texas' }));
    expect(report.ties).toEqual([]);
    expect(report.possible[0]?.reason).toMatch(/two towns/);
    expect(find(me({ work: [mine], aliases: [['Alder Labs']] }), to({ organisation: 'Alder Labs', city: 'Austin' })).ties).toHaveLength(1);
    expect(find(me({ work: [mine] }), to({ organisation: 'Alder Labs', city: 'Austin', url: 'www.alder.example' })).ties).toHaveLength(1);
  });

  it('does not take a shared first name or a shared name elsewhere for a mutual contact', () => {
    const called = to({ knows: [{ name: 'Dana Whitfield', organisation: 'Copper Media' }] });
    expect(find(me(), called, [contact('Dana Osei', 'Copper Media')]).ties).toEqual([]);
    const report = find(me(), called, [contact('Dana Whitfield', 'Quarry Textiles')]);
    expect(report.ties).toEqual([]);
    expect(report.possible).toHaveLength(1);
    expect(find(me(), called, [contact('Dana Whitfield', 'Copper Media Ltd')]).ties[0]?.sentence).toBe(
      'You and I both know Dana Whitfield.',
    );
  });

  it('claims no acquaintance between a contact and the called person, and says to ask first', () => {
    const [tie] = find(me(), to({ organisation: 'Harbour Foods' }), [contact('Dana Whitfield', 'HARBOUR FOODS LTD')]).ties;
    expect(tie).toMatchObject({ kind: 'contact-there-now', strengthInWords: 'strong', yearsAgo: 0 });
    expect(tie?.caution).toMatch(/ask Dana Whitfield first/);
  });

  it('knows an employer by a work address, never by a mail host anybody uses', () => {
    const called = to({ organisation: 'Harbour Foods', email: 'martin@harbour.example' });
    expect(find(me(), called, [contact('Dana Whitfield', undefined, { emails: ['dana@harbour.example'] })]).ties).toHaveLength(1);
    const anybody = to({ organisation: 'Harbour Foods', email: 'martin@gmail.com' });
    expect(find(me(), anybody, [contact('Dana Whitfield', undefined, { emails: ['dana@gmail.com'] })]).ties).toEqual([]);
  });

  it('leaves the caller and the called person out of the colleagues', () => {
    const called = to({ organisation: 'Harbour Foods' });
    const report = find(me(), called, [
      contact('Nora Castell', 'Harbour Foods'),
      contact('Martin Oyelaran', 'Harbour Foods', { connectedOn: '2021-03-12' }),
    ]);
    expect(report.ties.map(({ sentence }) => sentence)).toEqual(['We connected online in 2021.']);
  });

  it('never invents: with nothing in common it says so and gives homework', () => {
    const report = find(me(), to());
    expect(report.ties).toEqual([]);
    expect(report.homework.length).toBeGreaterThan(3);
  });

  it('answers the same for the same files in another order', () => {
    const { planted: _, ...search } = plantedCase(7);
    const forwards = findBridges({ ...search, today: TODAY }).ties.map(({ sentence }) => sentence);
    const backwards = findBridges({ ...search, contacts: search.contacts.toReversed(), today: TODAY }).ties.map(({ sentence }) => sentence);
    expect(backwards).toEqual(forwards);
  });
});
