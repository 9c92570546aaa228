import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence, withArticle } from './speech.ts';

/** Greeting and caller. The short wordings leave the caller's organisation out. */
export function opening({ brief, say, names }: SpeechParts): Slot[] {
  const organisation = brief.caller.organisation && withArticle(brief.caller.organisation);
  const hi = brief.register === 'casual' ? 'Hey' : 'Hi';
  const { whom, caller } = names;
  const options = (from: string | undefined) =>
    brief.register === 'formal'
      ? [
          say`Hello ${whom}, my name is ${caller}${from && `, ${from}`}.`,
          say`Hello ${whom}, this is ${caller} ${from}.`,
          say`Good day ${whom}, this is ${caller} ${from}.`,
          say`Hello ${whom}. My name is ${caller}${from && ` and I am calling ${from}`}.`,
        ]
      : [
          say`Hi ${whom}, this is ${caller} ${from}.`,
          say`Hello ${whom}, this is ${caller} ${from}.`,
          say`${hi} ${whom}, it is ${caller} ${from}.`,
          say`${hi} ${whom}, ${caller} here${from && `, ${from}`}.`,
        ];
  const tidy = (texts: string[]) => texts.map((text) => text.replace(/ \.$/, '.'));
  return slot('opening', tidy(options(organisation && `from ${organisation}`)), { short: organisation ? tidy(options(undefined)) : [] });
}

/** What ties the two. */
export function tie({ tie: clauses }: SpeechParts): Slot[] {
  return slot(
    'tie',
    clauses.map((clause) => sentence(clause)),
  );
}

/** The caller's one sentence about themselves, as it is. */
export function about({ brief }: SpeechParts): Slot[] {
  return slot('about', [brief.caller.about && sentence(brief.caller.about)], { drop: DROP_ORDER.about });
}

/** Thanks and farewell. */
export function closing({ brief, say, names }: SpeechParts): Slot[] {
  const { whom } = names;
  const register = {
    formal: [say`Thank you, ${whom}.`, say`Thank you. I look forward to hearing from you.`, say`With thanks, ${names.caller}.`],
    plain: [say`Thanks, ${whom}.`, say`Thank you.`, say`Thanks, and talk soon.`],
    casual: [say`Thanks, ${whom}!`, say`Talk soon, ${whom}.`, say`Cheers, ${whom}.`],
  };
  return slot('closing', register[brief.register], { drop: DROP_ORDER.closing });
}
