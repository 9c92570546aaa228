import type { Brief, BriefBridge, BriefReplyChannel } from '../brief/brief.ts';
import { parseBrief } from '../brief/schema.ts';
import { type Random, seededRandom } from './grammar/speech.ts';

const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const chance = (random: Random, share: number) => random() < share;

const GIVEN =
  'Ada Bruno Carla Dmitri Elena Farid Greta Hugo Ines Jonas Kemi Luca Mina Nils Orla Petra Rosa Sami Tove Viktor Wanda Yusuf Maeve Priya Owen'.split(
    ' ',
  );
const FAMILY =
  'Abbott Berg Castell Duarte Eklund Farrow Gallo Hinds Ibarra Jansen Kovac Lindqvist Moreau Nwosu Okafor Pryce Quist Ramos Sorel Tanaka Varga'.split(
    ' ',
  );
const FIRMS = [
  'Harbour Foods',
  'Alder Labs',
  'Copper Media',
  'Meridian Logistics',
  'Quarry Textiles',
  'Beacon Insurance',
  'the Orchard Trust',
  'Lantern Robotics',
];
const SCHOOLS = ['University of Leeds', 'Bergen University', 'Royal Academy of Music', 'Kingsway College', 'University of Cape Town'];
const EVENTS = ['Tidewater Summit', 'Northern Grid Conference', 'Packaging Expo', 'Founders Meetup', 'charity run in Cork'];
const WHEN = ['in 2014', 'last month', 'last spring', 'from 2012 to 2015', 'two years ago', 'in March'];

const ABOUT: Readonly<Record<Brief['objective'], { topics: string[]; questions: string[] }>> = {
  job: {
    topics: [
      'the operations manager role',
      'The night shift supervisor post',
      'the junior analyst position',
      'an opening in your Leeds team',
    ],
    questions: [
      'Is the role still open?',
      'Should I send my references now?',
      'Who should I speak to about the interview date?',
      'Does the job include weekend work?',
      'whether the start date can move to May',
    ],
  },
  client: {
    topics: ['cold storage for the autumn harvest', 'your packaging line', 'the cost of your returns', 'translation of the safety manual'],
    questions: [
      'Are you the person who chooses the carrier?',
      'Which of your two plants runs at night?',
      'Would a trial on one line be of use?',
      'Do you still buy cartons in lots of ten thousand?',
    ],
  },
  meeting: {
    topics: ['the budget for the spring fair', 'the seating plan for the awards dinner', 'a guest lecture in June', 'the library roof'],
    questions: [
      'Could we meet on Tuesday at ten?',
      'Which day suits you next week?',
      'Can you join the panel on the ninth of May?',
      'Are you free on Friday morning?',
    ],
  },
  other: {
    topics: ['a reference for Ines Moreau', 'the minutes of the May meeting', 'my deposit', 'the lost parcel'],
    questions: [
      'Did she lead the audit in 2021?',
      'Would you hire her again?',
      'When will the parcel arrive?',
      'Where should I leave the keys?',
      'May I quote your report?',
    ],
  },
};

const DEADLINES = [
  'Thursday at noon',
  'the end of the week',
  'within two days',
  'Friday',
  'before the fifth of May',
  'tomorrow evening',
  'by Monday',
  'in the next 48 hours',
];
const REASONS = [
  'I have to answer another offer that day',
  'the board meets the next morning',
  'we go to print then',
  'the venue holds the room until then',
];
const SELF = [
  'I ran the Leeds depot for six years.',
  'I teach physics at Kingsway College.',
  "I've built three cold stores.",
  'I am a nurse on the night shift.',
];

const NUMBERS: readonly (readonly [string, string])[] = [
  ['US', '+14155550142'],
  ['US', '(212) 555-0198'],
  ['US', '+13125550107'],
  ['GB', '+442079460123'],
  ['GB', '07700 900123'],
  ['IE', '+353209171234'],
  ['AU', '+61491570156'],
  ['NZ', '+64211234567'],
  ['IN', '+919876543210'],
];

function randomBridge(random: Random, name: () => string): BriefBridge {
  const organisation = pick(random, FIRMS);
  const when = chance(random, 0.5) ? { when: pick(random, WHEN) } : {};
  const together = chance(random, 0.5) ? { together: true } : {};
  const options: BriefBridge[] = [
    { tie: 'referrer', person: name(), ...(chance(random, 0.5) ? { organisation } : {}) },
    { tie: 'mutual-contact', person: name(), ...(chance(random, 0.3) ? { organisation } : {}) },
    { tie: 'known-colleague', person: name(), organisation, ...(chance(random, 0.3) ? { formerly: true } : {}) },
    { tie: 'shared-organisation', organisation, ...together, ...when },
    { tie: 'shared-school', organisation: pick(random, SCHOOLS), ...together, ...when },
    { tie: 'shared-event', event: pick(random, EVENTS), ...when },
    { tie: 'earlier-contact', how: pick(random, ['met', 'spoke', 'worked', 'wrote'] as const), event: pick(random, EVENTS), ...when },
  ];
  return pick(random, options);
}

function randomChannels(random: Random, caller: string): BriefReplyChannel[] {
  const [given = '', family = ''] = caller.toLowerCase().split(' ');
  const address = pick(random, [`${given}@example.com`, `${given}.${family}@example.org`, `${given}${family}@mail.example.com`]);
  const options: BriefReplyChannel[] = [
    { channel: 'email', address },
    { channel: 'text' },
    { channel: 'assistant', ...(chance(random, 0.5) ? { name: `${pick(random, GIVEN)} ${pick(random, FAMILY)}` } : {}) },
    { channel: 'calendar', address: `example.com/${given}` },
  ];
  const first = pick(random, options);
  const second = pick(random, options);
  return chance(random, 0.3) && second.channel !== first.channel ? [first, second] : [first];
}

/** Invents a brief; the same seed gives the same one. */
export function randomBrief(seed: number): Brief {
  const random = seededRandom(seed);
  const name = () => `${pick(random, GIVEN)} ${pick(random, FAMILY)}`;
  const objective = pick(random, ['job', 'client', 'meeting', 'other'] as const);
  const [region, number] = pick(random, NUMBERS);
  const caller = name();
  const { topics, questions } = ABOUT[objective];
  const hasQuestion = chance(random, 0.75);
  const channels = chance(random, 0.8) ? randomChannels(random, caller) : [];
  const noNumber = channels.some(({ channel }) => channel === 'email') && chance(random, 0.1);
  return parseBrief({
    objective,
    caller: {
      name: caller,
      ...(chance(random, 0.5) ? { organisation: pick(random, FIRMS) } : {}),
      ...(chance(random, 0.15) ? { about: pick(random, SELF) } : {}),
    },
    whom: { name: name(), ...(chance(random, 0.4) ? { title: pick(random, ['Ms', 'Mr', 'Dr', 'Professor']) } : {}) },
    ...(chance(random, 0.8) ? { bridge: randomBridge(random, name) } : {}),
    ...(!hasQuestion || chance(random, 0.6) ? { topic: pick(random, topics) } : {}),
    ...(hasQuestion ? { question: pick(random, questions) } : {}),
    ...(chance(random, 0.6) || !hasQuestion ? { minutes: pick(random, [2, 5, 8, 10, 15]) } : {}),
    ...(chance(random, 0.6)
      ? { deadline: { by: pick(random, DEADLINES), ...(chance(random, 0.3) ? { because: pick(random, REASONS) } : {}) } }
      : {}),
    numbers: noNumber ? [] : [{ number }, ...(chance(random, 0.15) ? [{ number: '+14155550166', label: 'office' }] : [])],
    replyChannels: channels,
    goal: chance(random, 0.2) ? 'email-reply' : 'call-back',
    register: pick(random, ['formal', 'plain', 'casual'] as const),
    region,
  });
}
