import type { Brief, BriefBridge, BriefReplyChannel } from '../brief.ts';
import { readAffiliation } from './affiliation.ts';
import { nameCase, textCase } from './letter-case.ts';
import { namesInText } from './names-in-text.ts';
import { eventCase, organisationCase } from './organisation-case.ts';
import { isPlaceOnly, isPost, readName, readSomeone } from './person.ts';
import { petsIn } from './pets.ts';
import { ownSentence, selfSentence } from './sentence.ts';
import { isRank, readTitle } from './titles.ts';

/** First names that are words too: in a sentence in small letters the word is meant. */
const WORDS_TOO = new Set(
  'will may mark bill grant hope rose faith grace drew chase june april dawn page art sue rob pat joy ray jack'.split(' '),
);

/** The person's own words in their own letters: names first, as the brief writes them or as they are known. */
const ownCase = (text: string, known: readonly string[]) => namesInText(textCase(withMarks(text, known), known));

/** "milos booster" is Milo's. */
const withMarks = (text: string, known: readonly string[]) =>
  known.reduce(
    (now, name) => (/^\p{L}+$/u.test(name) ? now.replace(new RegExp(`(?<!\\p{L})(${name})s(?= \\p{Ll})`, 'giu'), "$1's") : now),
    text,
  );

/** The names a brief holds, as they are written. */
function knownNames({ caller, whom, bridge, question }: Brief): string[] {
  const people = [
    readName(caller.name).name,
    isPlaceOnly(whom) || isPost(whom.name) ? '' : readName(whom.name).name,
    bridge && 'person' in bridge ? readSomeone(bridge.person) : '',
  ];
  // "ines gave me your name" knows an Ines.
  const told = bridge?.tie === 'own-words' ? (/^(\p{Lu}\p{L}{2,}) (?!\p{Lu})/u.exec(namesInText(bridge.sentence))?.[1] ?? '') : '';
  const teller = told !== '' && /^\p{Ll}/u.test(bridge?.tie === 'own-words' ? bridge.sentence : '') ? [told] : [];
  const given = people.map((name) => name.split(' ')[0] ?? '').filter((name) => name.length > 2 && !WORDS_TOO.has(name.toLowerCase()));
  const firms = [whom.organisation, caller.organisation, bridge && 'organisation' in bridge ? bridge.organisation : undefined];
  const firm = firms.flatMap((name) => (name && readAffiliation(name)?.kind === 'firm' ? [organisationCase(name)] : []));
  // "Lena's mum" knows a Lena.
  const role = caller.role ?? caller.organisation ?? '';
  const kin = /^(\p{Lu}\p{L}{2,})['’]s /u.exec(readAffiliation(role)?.said ?? '')?.slice(1) ?? [];
  const pets = petsIn(question ?? '', role);
  // "bring milo in" knows a Milo.
  const asked =
    question && question === question.toLowerCase() ? (namesInText(question).match(/\p{Lu}\p{Ll}{2,}(?![\p{L}’'])/gu) ?? []) : [];
  return [...pets, ...asked, ...kin, ...teller, ...people.filter((name) => / /.test(name)), ...given, ...firm].filter((name) =>
    /^\p{Lu}/u.test(name),
  );
}

/** "fri", "thurs noon". */
const dayInFull = (by: string): string =>
  by.replace(
    /\b(mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b\.?(?!\p{L})/iu,
    (short) => DAYS.find((day) => day.startsWith(short.slice(0, 3).toLowerCase())) ?? short,
  );
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "2014" is said "in 2014", "2012-2015" "from 2012 to 2015". */
function whenCase(when: string): string {
  const span = /^(\d{4})\s*(?:-|–|to|until)\s*(\d{4})$/.exec(when.trim());
  if (span) return `from ${span[1]} to ${span[2]}`;
  return /^\d{4}$/.test(when.trim())
    ? `in ${when.trim()}`
    : textCase(when).replace(/^(?:In|From|Last|On|At|Two|This|During)\b/, (word) => word.toLowerCase());
}

/** "Mercy General for six years": the house, and how long. */
const LASTED =
  /^(.+?),? (for (?:(?:about|almost|nearly|over|more than) )?(?:a|\p{L}+|\d+) (?:years?|months?|weeks?|summers?|seasons?|decades?))$/iu;

function tidyBridge(given: BriefBridge, known: readonly string[]): BriefBridge {
  const [, house = '', long = ''] = ('organisation' in given && LASTED.exec(given.organisation ?? '')) || [];
  const bridge =
    (given.tie === 'shared-organisation' || given.tie === 'shared-school') && house !== '' && !given.when
      ? { ...given, organisation: house, when: long.toLowerCase() }
      : given;
  const organisation = 'organisation' in bridge && bridge.organisation ? { organisation: organisationCase(bridge.organisation) } : {};
  const when = 'when' in bridge && bridge.when ? { when: whenCase(bridge.when) } : {};
  switch (bridge.tie) {
    case 'referrer':
    case 'mutual-contact':
    case 'known-colleague':
      return { ...bridge, person: readSomeone(bridge.person), ...organisation };
    case 'shared-organisation':
    case 'shared-school':
      return { ...bridge, ...organisation, ...when };
    case 'shared-event':
      return { ...bridge, event: eventCase(ownCase(bridge.event, known)), ...when };
    case 'earlier-contact':
      return { ...bridge, ...(bridge.event ? { event: eventCase(ownCase(bridge.event, known)) } : {}), ...when };
    case 'own-words':
      return { ...bridge, sentence: ownSentence(ownCase(bridge.sentence, known)) };
  }
}

/** A councillor has no pupils: the parent of one of the listener's is so only to who teaches or heals. */
function civil(role: string | undefined, { title, name }: Brief['whom']): string | undefined {
  return CIVIC.test(title ?? name) ? role?.replace(/^the (\w+) of one of your .+$/, 'a $1') : role;
}
const CIVIC =
  /^(?:councillor|mayor|senator|governor|commissioner|congress\w+|representative|judge|sheriff|officer|bishop|president|ambassador)\b/i;

function tidyCaller({ name, organisation, role, about }: Brief['caller'], known: readonly string[], whom: Brief['whom']): Brief['caller'] {
  const { title, name: bare } = readName(name);
  // Nobody introduces himself as "Mr Jonas Weber"; "Dr Okafor" and "Mr Ford" do.
  const own = title && (isRank(title) || !bare.includes(' ')) ? `${title} ${bare}` : bare;
  // "Joe from the garden centre" beside Joe.
  const works = organisation?.toLowerCase().startsWith(`${name.trim().toLowerCase()} from `)
    ? organisation.slice(name.trim().length + 1)
    : organisation;
  const read = works ? readAffiliation(works) : undefined;
  const given = role ? (readAffiliation(role)?.said ?? role) : undefined;
  const said = civil(given ?? (read?.kind === 'role' ? read.said : undefined), whom);
  return {
    name: own,
    ...(read?.kind === 'firm' ? { organisation: read.said } : {}),
    ...(said ? { role: said } : {}),
    ...(about ? { about: selfSentence(ownCase(about, known)) } : {}),
  };
}

function tidyWhom({ name, title, organisation }: Brief['whom']): Brief['whom'] {
  // Whoever answers there.
  if (isPlaceOnly({ name, ...(organisation ? { organisation } : {}) })) {
    const place = organisationCase(name);
    return { name: place, organisation: place };
  }
  const read = isPost(name) ? { name: name.trim() } : readName(name);
  const given = 'title' in read ? read.title : undefined;
  const said = (title && (readTitle(title) ?? nameCase(title))) ?? given;
  return { name: read.name, ...(said ? { title: said } : {}), ...(organisation ? { organisation: organisationCase(organisation) } : {}) };
}

function tidyChannel(channel: BriefReplyChannel): BriefReplyChannel {
  return channel.name ? { ...channel, name: readSomeone(channel.name) } : channel;
}

/**
 * A brief as it was meant: names, titles, firms and roles in their own letters, a role that stood where a firm should in its place,
 * "i" and weekdays with their capitals. What the person said stays what it was; tidying twice changes nothing.
 */
export function tidyBrief(brief: Brief): Brief {
  const known = knownNames(brief);
  return {
    ...brief,
    caller: tidyCaller(brief.caller, known, brief.whom),
    whom: tidyWhom(brief.whom),
    ...(brief.bridge ? { bridge: tidyBridge(brief.bridge, known) } : {}),
    ...(brief.topic ? { topic: ownCase(brief.topic, known) } : {}),
    ...(brief.question ? { question: ownCase(brief.question, known) } : {}),
    ...(brief.deadline
      ? {
          deadline: {
            by: ownCase(dayInFull(brief.deadline.by), known),
            ...(brief.deadline.because ? { because: ownCase(brief.deadline.because, known) } : {}),
          },
        }
      : {}),
    replyChannels: brief.replyChannels.map(tidyChannel),
  };
}
