import { type Random, seededRandom } from '../compose/grammar/speech.ts';
import type { Affiliation, Contact, Person } from './person.ts';
import type { TieKind } from './tie.ts';

/** One invented caller, address book and person called, with the ties planted between them. */
export interface PlantedCase {
  me: Person;
  contacts: Contact[];
  to: Person;
  /** `${kind} ${organisation, person or event}` of every planted tie. */
  planted: Set<string>;
}

const GIVEN =
  'Ada Bruno Carla Dmitri Elena Farid Greta Hugo Ines Jonas Kemi Luca Mina Nils Orla Petra Quentin Rosa Sami Tove Uma Viktor Wanda Yusuf Zoë'.split(
    ' ',
  );
const FAMILY =
  'Abbott Berg Castell Duarte Eklund Farrow Gallo Hinds Ibarra Jansen Kovac Lindqvist Moreau Nwosu Okafor Pryce Quist Ramos Sorel Tanaka Ueda Varga Wexler Yilmaz Zeller'.split(
    ' ',
  );
const FIRST = 'Harbour Alder Copper Meridian Juniper Lantern Quarry Beacon Cedar Falcon Granite Willow Ember Delta Orchard'.split(' ');
const SECOND = 'Foods Logistics Analytics Biotech Textiles Robotics Media Insurance Energy Partners'.split(' ');
const FORMS = ['', ' Inc.', ' Ltd', ', LLC', ' GmbH', ' Corp', ' plc', ' Limited', ' S.A.', ' & Co. KG'];
const CITIES = ['Leeds', 'Austin', 'Cork', 'Pune', 'Perth', 'Lyon', 'Graz'];
const PLACES = ['Graz', 'Leeds', 'Bergen', 'Uppsala', 'Exeter', 'Porto', 'Ghent', 'Turku', 'Nairobi', 'Osaka'];

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

/** Another spelling of one organisation. */
function respell(random: Random, name: string): string {
  const form = pick(random, FORMS);
  const styles = [
    (text: string) => `${text}${form}`,
    (text: string) => `${text}${form}`.toUpperCase(),
    (text: string) => `The ${text}`,
    (text: string) => text.replace(' and ', ' & '),
    (text: string) => `  ${text.toLowerCase()}${form} `,
  ];
  return pick(random, styles)(name);
}

function respellSchool(random: Random, place: string): string {
  return pick(random, [
    `University of ${place}`,
    `${place} University`,
    `The University of ${place}`,
    `Univ. of ${place}`,
    `UNIVERSITY OF ${place.toUpperCase()}`,
  ]);
}

const blank = (name: string): Person => ({
  name,
  emails: [],
  work: [],
  education: [],
  groups: [],
  events: [],
  knows: [],
  met: [],
  aliases: [],
});

class Planter {
  readonly random: Random;
  readonly planted = new Set<string>();
  readonly contacts: Contact[] = [];
  readonly me: Person;
  readonly to: Person;
  readonly #names = new Set<string>();
  readonly #organisations = new Set<string>();

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.me = blank(this.name());
    this.to = blank(this.name());
  }

  /** A full name nobody has yet. */
  name(given?: string): string {
    for (;;) {
      const name = `${given ?? pick(this.random, GIVEN)} ${pick(this.random, FAMILY)}${this.random() < 0.3 ? pick(this.random, FAMILY).toLowerCase() : ''}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }

  organisation(): string {
    for (;;) {
      const name = `${pick(this.random, FIRST)} ${pick(this.random, SECOND)}${this.random() < 0.2 ? ' and Sons' : ''}`;
      if (this.#organisations.has(name)) continue;
      this.#organisations.add(name);
      return name;
    }
  }

  stretch(organisation: string, city?: string): Affiliation {
    const start = 2000 + Math.floor(this.random() * 15);
    return {
      organisation,
      source: 'x.json',
      place: 'work',
      start: `${start}`,
      end: `${start + 1 + Math.floor(this.random() * 5)}`,
      ...(city ? { city } : {}),
    };
  }

  contact(name: string, organisation: string | undefined, more: Partial<Contact> = {}): void {
    this.contacts.push({
      source: 'contacts.csv',
      place: `row ${this.contacts.length + 2}`,
      name,
      emails: [],
      ...(organisation ? { organisation } : {}),
      ...more,
    });
  }
}

function plantTies(plant: Planter): void {
  const { random, me, to, planted } = plant;
  if (random() < 0.5) {
    const name = plant.organisation();
    const city = random() < 0.5 ? pick(random, CITIES) : undefined;
    me.work.push(plant.stretch(respell(random, name), city));
    to.work.push(plant.stretch(respell(random, name), random() < 0.5 ? city : undefined));
    planted.add(`shared-employer ${name}`);
  }
  if (random() < 0.5) {
    const place = pick(random, PLACES);
    me.education.push(plant.stretch(respellSchool(random, place)));
    to.education.push(plant.stretch(respellSchool(random, place)));
    planted.add(`shared-school ${place}`);
  }
  if (random() < 0.6) {
    const name = plant.organisation();
    to.work.push({ organisation: respell(random, name), source: 'to.json', place: 'organisation', current: true });
    for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
      const friend = plant.name();
      plant.contact(friend, respell(random, name));
      planted.add(`contact-there-now ${friend}`);
    }
  }
  if (random() < 0.5) {
    const friend = plant.name();
    const [given = '', family = ''] = friend.split(' ');
    plant.contact(
      pick(random, [friend, `${given} Maria ${family}`, `${family}, ${given}`, `Dr. ${friend}`, friend.toUpperCase()]),
      plant.organisation(),
    );
    to.knows.push({ name: friend, source: 'to.json', place: 'knows[0]' });
    planted.add(`mutual-contact ${friend}`);
  }
  if (random() < 0.4) {
    const event = `${pick(random, FIRST)} Summit`;
    me.events.push({ event, date: '2021-05', source: 'me.json', place: 'events[0]' });
    to.events.push({ event: `${event} 2021`, source: 'to.json', place: 'events[0]' });
    planted.add(`shared-event ${event}`);
  }
}

function plantNearMisses(plant: Planter): void {
  const { random, me, to } = plant;
  // The same company name in another city.
  const twin = plant.organisation();
  me.work.push(plant.stretch(respell(random, twin), 'Leeds'));
  to.work.push(plant.stretch(respell(random, twin), 'Austin'));
  const branch = plant.organisation();
  to.work.push({ ...plant.stretch(branch, 'Cork'), place: 'past[3]' });
  plant.contact(plant.name(), respell(random, branch), { city: 'Pune' });
  // A company whose name begins or ends alike.
  const stem = plant.organisation();
  me.work.push(plant.stretch(stem));
  to.work.push(plant.stretch(`${stem} ${pick(random, ['Ventures', 'Foundation', 'Solutions'])}`));
  // The same first name, and the same family name.
  const stranger = plant.name();
  const [given = '', family = ''] = stranger.split(' ');
  to.knows.push({ name: stranger, source: 'to.json', place: 'knows[1]' });
  plant.contact(plant.name(given), plant.organisation());
  plant.contact(`Xaver ${family}`, plant.organisation());
  // The same full name at another employer.
  const namesake = plant.name();
  to.knows.push({ name: namesake, organisation: plant.organisation(), source: 'to.json', place: 'knows[2]' });
  plant.contact(namesake, plant.organisation());
  // A school that was renamed, and two schools whose names differ in order only.
  me.education.push(plant.stretch('Northgate Polytechnic'));
  to.education.push(plant.stretch('Northgate University'));
  me.education.push(plant.stretch('University of York'));
  to.education.push(plant.stretch('York University'));
  // No employer at all.
  me.work.push(plant.stretch('Self-employed'));
  to.work.push(plant.stretch('Self-Employed'));
  plant.contact(plant.name(), 'Freelance');
  to.work.push(plant.stretch('Freelance'));
  // The same event in another year.
  me.events.push({ event: 'Tidewater Forum 2015', source: 'me.json', place: 'events[1]' });
  to.events.push({ event: 'Tidewater Forum', date: '2019', source: 'to.json', place: 'events[1]' });
}

/** Invents one case; the same seed gives the same case. */
export function plantedCase(seed: number, strangers = 60): PlantedCase {
  const plant = new Planter(seed);
  plantTies(plant);
  plantNearMisses(plant);
  for (let count = 0; count < strangers; count += 1) plant.contact(plant.name(), undefined);
  return { me: plant.me, contacts: plant.contacts, to: plant.to, planted: plant.planted };
}

/** The planted name a found tie stands for. */
export function plantedKey(kind: TieKind, about: string, planted: ReadonlySet<string>): string {
  const folded = about.toLowerCase();
  return (
    [...planted].find((key) => key.startsWith(`${kind} `) && folded.includes(key.slice(kind.length + 1).toLowerCase())) ??
    `${kind} ? ${about}`
  );
}
