import type { BriefBridge } from '../../brief/brief.ts';
import { HOUSE, withArticle } from '../../brief/typed/organisation-case.ts';
import { possessive, sentence, words } from './speech.ts';

type Of<Kind extends BriefBridge['tie']> = Extract<BriefBridge, { tie: Kind }>;

/** What one is on and not at: "your second floor", "the 7th grade team". */
const ON = /\b(?:floor|ward|team|crew|squad|staff|panel|board|committee|project|site)$/i;
/** Where people are only by a screen. */
const ONLINE = /^(?:linkedin|facebook|instagram|whatsapp|slack|teams|zoom|twitter|x|reddit|discord|skype|nextdoor|the phone|the forum)\b/i;

const placed = (place: string) => `${ON.test(place) ? 'on' : 'at'} ${withArticle(place)}`;
const at = (organisation: string | undefined) => organisation && placed(organisation);

/** "Your attorney, Steve Bloom," as a sentence goes on after it. */
const apposed = (who: string) => (/, /.test(who) ? `${who},` : who);

function referrer({ person, organisation }: Of<'referrer'>): string[] {
  const who = apposed(words(person, at(organisation)));
  return [
    `${who} suggested I call you`,
    `${who} recommended that I get in touch with you`,
    organisation || / (?:at|from|with|of|in) |, /.test(person)
      ? `I am calling because ${who} suggested it`
      : `I am calling at ${possessive(person)} suggestion`,
    `${who} suggested that you and I talk`,
  ];
}

function mutual({ person, organisation }: Of<'mutual-contact'>): string[] {
  const who = words(person, at(organisation));
  // "my friend Rui" is the caller's; "your neighbour Joan" the listener's.
  const mate = /^my (friend|colleague|neighbou?r|classmate|flatmate|roommate|teammate|coworker) (\p{Lu}[\p{L}'’ -]*)$/u.exec(person);
  if (mate && !organisation)
    return [
      `I think you know ${who}`,
      mate[1] === 'friend' ? `I am a friend of ${possessive(mate[2] ?? '')}` : `I am ${possessive(mate[2] ?? '')} ${mate[1]}`,
      `You know ${who}`,
    ];
  if (/^my /.test(person)) return [`I think you know ${who}`, `You know ${who}`];
  if (/^your /.test(person)) return [`I know ${who}`, `${apposed(who)} and I know each other`];
  return [`You and I both know ${who}`, `We both know ${who}`, `I think we both know ${who}`];
}

function knownColleague({ person, organisation, formerly }: Of<'known-colleague'>): string[] {
  const place = withArticle(organisation);
  const there = placed(organisation);
  if (formerly) {
    return [
      `I know ${person} ${there}, your former employer`,
      `I know ${person}, who works ${there}, where you used to work`,
      `I know ${person} from your former employer, ${place}`,
    ];
  }
  // "my roommate Hector", "your sous chef Maria": what they are to one of the two is said already.
  if (/^my /.test(person)) return [`${apposed(person)} works with you ${there}`, `You work with ${apposed(person)} ${there}`];
  if (/^your /.test(person)) return [`I know ${apposed(person)} ${there}`];
  return [`I know your colleague ${apposed(person)} ${there}`, `I know ${apposed(person).replace(/,$/, '')}, who works with you ${there}`];
}

/** Where people belong, who may work there or not: nobody is said to have worked at a church. */
const BELONGED =
  /\b(?:church|chapel|parish|mosque|temple|synagogue|congregation|baptist|methodist|lutheran|union|local(?: \d+)?|club|society|association|council|choir|band|orchestra|league|guild|lodge|committee|board|fellowship|scouts?|guides|troop|team|squad|group)\b/i;
/** Where people serve. */
const SERVED =
  /\b(?:army|navy|marines?|air force|coast guard|national guard|airborne|regiment|battalion|brigade|infantry|corps|squadron|RAF)\b/i;

/** Having served or belonged there; undefined where people work. */
function sharedDeed({ organisation, together, when }: Of<'shared-organisation'>): string[] | undefined {
  const place = withArticle(organisation);
  const served = SERVED.test(organisation);
  if (!served && !BELONGED.test(organisation)) return undefined;
  if (served) {
    const there = words(`served in ${place}`, when);
    return [`You and I both ${there}`, `We both ${there}`, `Like you, I ${there}`];
  }
  if (together) return [words('You and I were both part of', place, when), words('We were both part of', place, when)];
  return when
    ? [`Like you, I was part of ${place}, ${when}`, `I was part of ${place} too, ${when}`]
    : [`You and I have both been part of ${place}`, `Like you, I have been part of ${place}`, `We have both been part of ${place}`];
}

function sharedGroup({ organisation, together, when }: Of<'shared-organisation'>): string[] {
  const place = withArticle(organisation);
  if (together) return [words('You and I were both members of', place, when), words('We were both members of', place, when)];
  return when
    ? [`Like you, I was a member of ${place}, ${when}`, `I was a member of ${place} too, ${when}`]
    : [`You and I have both been members of ${place}`, `Like you, I have been a member of ${place}`];
}

function sharedOrganisation(bridge: Of<'shared-organisation'>): string[] {
  if (bridge.as === 'members') return sharedGroup(bridge);
  const deed = sharedDeed(bridge);
  if (deed) return deed;
  const { organisation, together, when } = bridge;
  const place = withArticle(organisation);
  if (together) {
    return [
      words('You and I were both at', place, when),
      words('We were both at', place, when),
      words('We overlapped at', place, when),
      words('You and I both worked at', place, when),
    ];
  }
  if (when && /^for /.test(when)) return [`You and I both worked at ${place}, ${when}`, `We both worked at ${place}, ${when}`];
  return when
    ? [`I worked at ${place} too, ${when}`, `Like you, I worked at ${place}, ${when}`]
    : [`You and I have both worked at ${place}`, `Like you, I have worked at ${place}`, `We have both worked at ${place}`];
}

/** "Fordham Law Class of 88": the school, and the year. */
const CLASS = /^(.+?),? (?:the )?class of ['’]?(\d{2,4})$/i;
/** Where one studies; one only goes to any other school. */
const HIGHER =
  /\b(?:universit\p{L}*|uni|college|institute|polytechnic|poly|faculty|law|medical|business|school of|academy of|conservatoire|conservatory)\b|^[\p{Lu}\d]{2,5}$/iu;

function sharedSchool({ organisation, together, when }: Of<'shared-school'>): string[] {
  const place = withArticle(organisation);
  const [, school = '', year = ''] = CLASS.exec(organisation) ?? [];
  if (school !== '') return [`You and I were both in the ${school} class of ${year}`, `We were both in the ${school} class of ${year}`];
  const lower = /\bschool\b|\bhigh\b/i.test(organisation) && !HIGHER.test(organisation);
  const studied = lower ? 'went to' : 'studied at';
  if (together) {
    return [
      words('You and I were both at', place, when),
      words('We both', studied, place, when),
      words('We were both students at', place, when),
      words('We overlapped at', place, when),
    ];
  }
  return when
    ? [`I ${studied} ${place} too, ${when}`, `Like you, I went to ${place}, ${when}`]
    : [
        lower ? `Like you, I went to ${place}` : `You and I both studied at ${place}`,
        `You and I both went to ${place}`,
        `We both went to ${place}`,
        `I ${studied} ${place} too`,
      ];
}

/** Who names the school they are at says with it that the other was there: "I am a junior at Tulane, where you went too". */
function schoolOf(role: string | undefined, organisation: string): string[] | undefined {
  if (!role || !STUDIES.test(role) || !role.endsWith(organisation)) return undefined;
  const am = /^(?:an?|the) /i.test(role) ? role : `a ${role}`;
  return [`I am ${am}, where you went too`, `I am ${am}, and I know you went there too`];
}
/** Who is at a school still. */
const STUDIES =
  /\b(?:student|undergrad\w*|postgrad\w*|grad student|freshman|sophomore|junior|senior|fresher|pupil|phd|candidate|major|\d(?:st|nd|rd|th) year)\b/i;

function sharedEvent({ event, when }: Of<'shared-event'>): string[] {
  const name = withArticle(event);
  return [words('You and I were both at', name, when), words('We were both at', name, when), words('Like you, I was at', name, when)];
}

/** What one meets at. */
const GATHERING =
  /\b(?:meeting|fair|show|party|wedding|funeral|lecture|talk|workshop|seminar|webinar|class|course|training|lesson|open (?:day|house|evening|night)|visit|viewing|tour|interview|breakfast|lunch|dinner|supper|drinks|barbecue|bbq|picnic|reception|launch|opening|market|agm|conference|summit|expo|congress|forum|symposium|convention|meetup|awards|festival|hackathon|marathon|gala|game|match|tournament|race|concert|gig|rehearsal|retreat|camp|reunion|fundraiser|auction|fete|fête|parade|service|mass|hearing|trial|session|night|day|evening|weekend|exhibition|hustings|rally|walk|run|ride|swim|tasting)\b/i;
/** Names of places and of events are met at; a subject in small letters is talked about. */
const isThere = (event: string) => GATHERING.test(event) || /^(?:the )?(?:\p{Lu}|\d)/u.test(event) || HOUSE.test(event);

/** Where or about what the two met, spoke, wrote or worked. */
function occasion(how: Of<'earlier-contact'>['how'], event: string): string {
  const name = withArticle(event);
  if (ONLINE.test(event)) return `on ${event}`;
  if (how === 'wrote') return `about ${name}`;
  if (how === 'worked') return HOUSE.test(event) && !ON.test(event) ? `at ${name}` : `on ${name}`;
  return how === 'met' || isThere(event) ? `at ${name}` : `about ${name}`;
}

function earlierContact({ how, event, when }: Of<'earlier-contact'>): string[] {
  const tail = words(event && occasion(how, event), when);
  // "since 2017" goes on.
  const lasts = when !== undefined && /^since\b/i.test(when);
  const both = (past: string, perfect = past) =>
    lasts ? [`We have ${perfect}`, `You and I have ${perfect}`] : [`We ${past}`, `You and I ${past}`];
  const deeds = {
    met: both('met'),
    spoke: [...both('spoke', 'spoken'), ...both('talked').slice(1)],
    wrote: both('exchanged messages'),
    worked: both('worked together'),
    connected: both('connected online', 'been connected online'),
  };
  return deeds[how].map((deed) => words(deed, tail));
}

/** Every way to say a tie, as clauses without a full stop, the plainest first. Nothing but what the bridge holds. */
export function tieClauses(bridge: BriefBridge, role?: string): string[] {
  switch (bridge.tie) {
    case 'referrer':
      return referrer(bridge);
    case 'mutual-contact':
      return mutual(bridge);
    case 'known-colleague':
      return knownColleague(bridge);
    case 'shared-organisation':
      return sharedOrganisation(bridge);
    case 'shared-school':
      return schoolOf(role, bridge.organisation) ?? sharedSchool(bridge);
    case 'shared-event':
      return sharedEvent(bridge);
    case 'earlier-contact':
      return earlierContact(bridge);
    case 'own-words':
      return [bridge.sentence.replace(/[.!]+$/, '')];
  }
}

/** The same without when and where, for a script that is too long; none where nothing could be left out. */
export function shortTieClauses(bridge: BriefBridge, role?: string): string[] {
  const { when: _, ...timeless } = { when: undefined, ...bridge };
  const bare = timeless as BriefBridge;
  if (bare.tie === 'referrer' || bare.tie === 'mutual-contact')
    return bare.organisation ? tieClauses({ tie: bare.tie, person: bare.person }) : [];
  // "for six years" is over: without it the tie would say that it lasts.
  return 'when' in bridge && bridge.when && !/^for /.test(bridge.when) && bare.tie !== 'own-words' ? tieClauses(bare, role) : [];
}

/** The plainest sentence that uses the tie. */
export function tieSentence(bridge: BriefBridge): string {
  return sentence(tieClauses(bridge)[0] ?? '');
}
