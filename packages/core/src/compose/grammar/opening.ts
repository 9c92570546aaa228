import { withArticle } from '../../brief/typed/organisation-case.ts';
import { isPlaceOnly, readName } from '../../brief/typed/person.ts';
import { HELD, isKin, isSinglePost } from '../../brief/typed/person-nouns.ts';
import { knownRole } from './known-role.ts';
import type { SpeechParts } from './parts.ts';
import { atNumber } from './primary-reply.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence } from './speech.ts';

/** Who the caller is, after the name: "a nurse at Harbour Foods", "from Harbour Foods". */
export function standing({ brief }: SpeechParts): { role?: string; from?: string } {
  const { caller, bridge } = brief;
  // "a friend of Ana", "a graduate of Marlow College": what is the tie itself is said once.
  const shared = bridge && (bridge.tie === 'mutual-contact' ? bridge.person : bridge.tie === 'shared-school' && bridge.organisation);
  if (caller.role && shared && caller.role.includes(shared) && !HELD.test(caller.role.split(/ (?:at|of|for|with|in) /)[0] ?? '')) return {};
  const firm = caller.organisation && withArticle(caller.organisation);
  if (!caller.role) return firm ? { from: firm } : {};
  if (!firm) return knownRole(caller.role, brief);
  return { role: !/\s(?:at|of|with|for)\s/.test(caller.role) ? `${caller.role} at ${firm}` : caller.role };
}

/** The forms of a greeting with what the caller is, or without; "it's" is for those who know each other. */
function greetings({ brief, say, names }: SpeechParts, { role, from }: { role?: string; from?: string }): string[] {
  const { caller } = names;
  const formal = brief.register === 'formal';
  const casual = brief.register === 'casual';
  const [first, second] = formal ? ['Hello', 'Hello'] : ['Hi', casual ? 'Hey' : 'Hello'];
  // In North America it is who picks up that is "speaking".
  const speaking = atNumber(brief.region) ? `this is ${caller} calling` : `${caller} speaking`;
  const [hi, hello] = [first, second].map((word) => (names.whom ? `${word} ${names.whom}` : word));
  // Who is known says no "my name is".
  const isKnown = (casual || !caller.includes(' ')) && names.whom !== '';
  if (role && isKnown && /^(?:the|your) /.test(role))
    return [say`${hi}, this is ${caller}, ${role}.`, say`${hello}, it is ${caller}, ${role}.`, say`${hi}, ${caller} here, ${role}.`];
  if (role) {
    const am = asPredicate(role);
    if (/ and /.test(caller)) return [say`${hi}, this is ${caller}, ${role}.`, say`${hi}, ${caller} here, ${role}.`];
    return [
      say`${hi}, this is ${caller}, ${role}.`,
      say`${hello}, my name is ${caller}, and I am ${am}.`,
      formal ? say`${hello}. My name is ${caller}. I am ${am}.` : say`${hi}, ${caller} here, ${role}.`,
      casual ? say`${hello}, it is ${caller}, ${role}.` : say`${hello}, this is ${caller}. I am ${am}.`,
    ];
  }
  // Who goes by a first name alone is known to the other.
  if (!from && !caller.includes(' ') && !formal)
    return [say`${hi}, this is ${caller}.`, say`${hello}, it is ${caller}.`, say`${hi}, ${caller} here.`];
  if (!from)
    return [
      say`${hi}, this is ${caller}.`,
      say`${hello}, my name is ${caller}.`,
      formal ? say`${hello}, ${speaking}.` : say`${hi}, ${caller} here.`,
      casual ? say`${hello}, it is ${caller}.` : say`${hello}. My name is ${caller}.`,
    ];
  if (isKnown && !formal)
    return [
      say`${hi}, this is ${caller} from ${from}.`,
      say`${hello}, it is ${caller} from ${from}.`,
      say`${hi}, ${caller} here, from ${from}.`,
    ];
  return [
    say`${hi}, this is ${caller} from ${from}.`,
    say`${hello}, my name is ${caller}, and I am calling from ${from}.`,
    formal ? say`${hello}, ${speaking}${atNumber(brief.region) ? '' : ','} from ${from}.` : say`${hi}, ${caller} here, from ${from}.`,
    say`${hello}. My name is ${caller}, from ${from}.`,
  ];
}

/** "owner of the corner shop" beside a name, "the owner of the corner shop" after "I am"; a head of sales stays as it is. */
function asPredicate(role: string): string {
  const [head = ''] = role.split(/ (?:of|at|for|in) /);
  if (/^(?:an?|the|my|your|our|his|her|their|in|at|on) /i.test(role) || /['’]s? /.test(head)) return role;
  const noun = head.split(' ').at(-1) ?? '';
  if (/^[se]?vp\b/i.test(role)) return role;
  if (isKin(noun)) return `the ${role}`;
  return isSinglePost(noun) && !/founder/.test(noun) ? role : `the ${role}`;
}

/** Doors have no one who could help: "Flat 6", "12 Mill Lane". */
const DOOR = /^(?:the )?(?:flat|apartment|apt|unit|room|number|no|house)\b|^\d/i;

/** Where only a place is known, the message is for whoever answers there. */
function forWhoeverAnswers(greeted: string[], { brief: { whom }, say }: SpeechParts): string[] {
  if (!isPlaceOnly(whom)) return greeted;
  const place = withArticle(whom.name);
  const wordings = DOOR.test(whom.name)
    ? [say`This message is for whoever is at ${place}.`, say`My message is for whoever is in at ${place}.`]
    : [say`This message is for whoever can help at ${place}.`, say`I am looking for someone who can help at ${place}.`];
  return greeted.map((text, index) => `${text} ${wordings[index % wordings.length]}`);
}

/** Greeting and caller. The short wordings leave out what the caller is. */
export function opening(parts: SpeechParts): Slot[] {
  const who = standing(parts);
  // "My name is Sir Hugh" says nobody.
  const greet = (one: { role?: string; from?: string }) =>
    readName(parts.names.caller).title !== undefined || / (?:and|&) /.test(parts.names.caller)
      ? [
          ...new Set(
            greetings(parts, one).map((text) =>
              text.replace(/\b[Mm]y name is\b/, (said) => (said.startsWith('M') ? 'This is' : 'this is')),
            ),
          ),
        ]
      : greetings(parts, one);
  return slot('opening', forWhoeverAnswers(greet(who), parts), { short: who.role || who.from ? greet({}) : [] });
}

/** What ties the two. */
export function tie({ tie: clauses, shortTie }: SpeechParts): Slot[] {
  const sentences = (some: readonly string[]) => some.map((clause) => sentence(clause));
  return slot('tie', sentences(clauses), { short: sentences(shortTie) });
}

/** The caller's one sentence about themselves, as it is. */
export function about({ brief }: SpeechParts): Slot[] {
  return slot('about', [brief.caller.about && sentence(brief.caller.about)], { drop: DROP_ORDER.about });
}

/** Thanks, with which every script ends; a farewell beside it where there is room. */
export function closing({ brief, say, names }: SpeechParts): Slot[] {
  const to = names.whom && `, ${names.whom}`;
  const wordings = {
    formal: [say`Thank you${to}.`, say`Thank you. I look forward to hearing from you.`, say`Thank you, and I hope to hear from you.`],
    // Who goes by a title is not told to talk soon.
    plain: [
      say`Thanks${to}.`,
      say`Thank you.`,
      brief.whom.title ? say`Thanks, and I hope to hear from you.` : say`Thanks, and talk soon.`,
      say`Thank you${to}.`,
    ],
    casual: [say`Thanks${to}!`, say`Thanks, talk soon.`, say`Thanks a lot.`],
  };
  return slot('closing', wordings[brief.register], { short: [brief.register === 'formal' ? 'Thank you.' : 'Thanks.', 'Many thanks.'] });
}
