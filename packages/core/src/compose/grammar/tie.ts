import type { BriefBridge } from '../../brief/brief.ts';
import { withArticle } from '../../brief/typed/organisation-case.ts';
import { possessive, sentence, words } from './speech.ts';

type Of<Kind extends BriefBridge['tie']> = Extract<BriefBridge, { tie: Kind }>;

const at = (organisation: string | undefined) => organisation && `at ${withArticle(organisation)}`;

function referrer({ person, organisation }: Of<'referrer'>): string[] {
  const who = words(person, at(organisation));
  return [
    `${who} suggested I call you`,
    `${who} recommended that I get in touch with you`,
    organisation || / (?:at|from|with|of|in) /.test(person)
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
  if (/^your /.test(person)) return [`I know ${who}`, `${who} and I know each other`];
  return [`You and I both know ${who}`, `We both know ${who}`, `I think we both know ${who}`];
}

function knownColleague({ person, organisation, formerly }: Of<'known-colleague'>): string[] {
  const place = withArticle(organisation);
  if (formerly) {
    return [
      `I know ${person} at ${place}, your former employer`,
      `I know ${person}, who works at ${place}, where you used to work`,
      `I know ${person} from your former employer, ${place}`,
    ];
  }
  return [`I know your colleague ${person} at ${place}`, `I know ${person}, who works with you at ${place}`];
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
  return when
    ? [`I worked at ${place} too, ${when}`, `Like you, I worked at ${place}, ${when}`]
    : [`You and I have both worked at ${place}`, `Like you, I have worked at ${place}`, `We have both worked at ${place}`];
}

function sharedSchool({ organisation, together, when }: Of<'shared-school'>): string[] {
  const place = withArticle(organisation);
  if (together) {
    return [
      words('You and I were both at', place, when),
      words('We both studied at', place, when),
      words('We were both students at', place, when),
      words('We overlapped at', place, when),
    ];
  }
  return when
    ? [`I studied at ${place} too, ${when}`, `Like you, I went to ${place}, ${when}`]
    : [`You and I both studied at ${place}`, `You and I both went to ${place}`, `We both went to ${place}`, `I studied at ${place} too`];
}

function sharedEvent({ event, when }: Of<'shared-event'>): string[] {
  const name = withArticle(event);
  return [words('You and I were both at', name, when), words('We were both at', name, when), words('Like you, I was at', name, when)];
}

function earlierContact({ how, event, when }: Of<'earlier-contact'>): string[] {
  const where = event && `at ${withArticle(event)}`;
  const tail = words(where, when);
  switch (how) {
    case 'met':
      return [words('We met', tail), words('You and I met', tail)];
    case 'spoke':
      return [words('We spoke', tail), words('You and I spoke', tail), words('You and I talked', tail)];
    case 'wrote':
      return [words('We exchanged messages', tail), words('You and I exchanged messages', tail)];
    case 'worked':
      return [words('We worked together', tail), words('You and I worked together', tail)];
    case 'connected':
      return [words('We connected online', tail), words('You and I connected online', tail)];
  }
}

/** Every way to say a tie, as clauses without a full stop, the plainest first. Nothing but what the bridge holds. */
export function tieClauses(bridge: BriefBridge): string[] {
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
      return sharedSchool(bridge);
    case 'shared-event':
      return sharedEvent(bridge);
    case 'earlier-contact':
      return earlierContact(bridge);
    case 'own-words':
      return [bridge.sentence.replace(/[.!]+$/, '')];
  }
}

/** The same without when and where, for a script that is too long; none where nothing could be left out. */
export function shortTieClauses(bridge: BriefBridge): string[] {
  const { when: _, ...timeless } = { when: undefined, ...bridge };
  const bare = timeless as BriefBridge;
  if (bare.tie === 'referrer' || bare.tie === 'mutual-contact')
    return bare.organisation ? tieClauses({ tie: bare.tie, person: bare.person }) : [];
  return 'when' in bridge && bridge.when && bare.tie !== 'own-words' ? tieClauses(bare) : [];
}

/** The plainest sentence that uses the tie. */
export function tieSentence(bridge: BriefBridge): string {
  return sentence(tieClauses(bridge)[0] ?? '');
}
