import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence, withArticle } from './speech.ts';

/** Who the caller is, after the name: "a nurse at Harbour Foods", "from Harbour Foods". */
function standing({ brief: { caller, bridge } }: SpeechParts): { role?: string; from?: string } {
  // "a friend of Ana", "a graduate of Marlow College": what is the tie itself is said once.
  const shared = bridge && (bridge.tie === 'mutual-contact' ? bridge.person : bridge.tie === 'shared-school' && bridge.organisation);
  if (caller.role && shared && caller.role.includes(shared)) return {};
  const firm = caller.organisation && withArticle(caller.organisation);
  if (!caller.role) return firm ? { from: `from ${firm}` } : {};
  return { role: firm && !/\s(?:at|of|with|for)\s/.test(caller.role) ? `${caller.role} at ${firm}` : caller.role };
}

/** The forms of a greeting with what the caller is, or without. */
function greetings({ brief, say, names }: SpeechParts, { role, from }: { role?: string; from?: string }): string[] {
  const { caller } = names;
  const formal = brief.register === 'formal';
  const [first, second] = formal ? ['Hello', 'Hello'] : ['Hi', brief.register === 'casual' ? 'Hey' : 'Hello'];
  const [hi, hello] = [first, second].map((word) => (names.whom ? `${word} ${names.whom}` : word));
  if (role) {
    return [
      say`${hi}, this is ${caller}, ${role}.`,
      say`${hello}, my name is ${caller}, and I am ${role}.`,
      formal ? say`${hello}. My name is ${caller}. I am ${role}.` : say`${hi}, ${caller} here, ${role}.`,
      say`${hello}, it is ${caller}, ${role}.`,
    ];
  }
  // Who goes by a first name alone is known to the other.
  if (!from && !caller.includes(' ') && !formal)
    return [say`${hi}, this is ${caller}.`, say`${hello}, it is ${caller}.`, say`${hi}, ${caller} here.`];
  return [
    say`${hi}, this is ${caller} ${from}.`,
    say`${hello}, my name is ${caller}${from && `, ${from}`}.`,
    formal ? say`${hello}, ${caller} speaking${from && `, ${from}`}.` : say`${hi}, ${caller} here${from && `, ${from}`}.`,
    say`${hello}, it is ${caller} ${from}.`,
    say`${hello}. My name is ${caller}${from && `, ${from}`}.`,
  ];
}

/** Greeting and caller. The short wordings leave out what the caller is. */
export function opening(parts: SpeechParts): Slot[] {
  const who = standing(parts);
  const tidy = (texts: string[]) => texts.map((text) => text.replace(/ \.$/, '.'));
  const short = who.role || who.from ? tidy(greetings(parts, {})) : [];
  return slot('opening', tidy(greetings(parts, who)), { short });
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
  return slot('closing', wordings[brief.register], { short: [brief.register === 'formal' ? 'Thank you.' : 'Thanks.'] });
}
