import { readAffiliation } from './affiliation.ts';
import { nameCase } from './letter-case.ts';
import { namesSomeone } from './person-nouns.ts';
import { isStatement } from './statement.ts';

/** Openings of a sentence whose subject was left out: two people's doing, and one's own. */
const OURS = /^(?:met|spoke|talked|chatted|worked together|connected|shared|sat next|overlapped|exchanged|both)\b/i;
const MINE =
  /^(?:read|saw|heard|used|attended|enjoyed|bought|followed|follow|loved|grew up|live|lived|work|worked|studied|went|got|found|know|knew|taught|ran|led|managed|built|wrote|made|founded|started|owned|trained|spent|sold|drove|won|took|came|gave|sat|have|(?!need|indeed|bed|red|speed|seed|feed)\p{L}{2,}ed)\b/iu;
/** States of oneself whose "I am" was left out. */
const AM =
  /^(?:currently|new (?:in|to)|newly|based in|fluent|certified|experienced|moving|studying|working|living|looking|open to|happy to|available|self-taught|originally|relocating|finishing|graduating|retiring)\b/i;
/** Who did something for the caller: names in front of these words are a person's. */
const DOER = /^(\p{L}+(?: \p{L}+)?) (suggested|told|said|recommended|gave|sent|referred|mentioned|introduced|thought|asked)\b/u;

const begun = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A tie in the person's own words as a whole sentence: "met at the summit" is "We met at the summit." */
export function ownSentence(typed: string): string {
  const text = typed.trim();
  if (OURS.test(text)) return ended(`We ${text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`);
  if (MINE.test(text)) return ended(`I ${text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`);
  return ended(
    begun(
      text.replace(
        DOER,
        (_, name: string, verb: string) =>
          `${/^(?:my|your|our|the|a|an|he|she|they|we|you|i)\b/i.test(name) ? name : nameCase(name)} ${verb}`,
      ),
    ),
  );
}

/** A word about oneself as a whole sentence: "ward nurse moving to Leeds" is "I am a ward nurse moving to Leeds." */
export function selfSentence(typed: string): string {
  const text = typed.trim();
  if (/^(?:I|I['’]\p{L}+|we|my|our)\b/iu.test(text)) return ended(begun(text));
  const [head = text, rest = ''] = splitAtParticiple(text.replace(/[.!]+$/, ''));
  const read = readAffiliation(head);
  if (read?.kind === 'role') return `I am ${read.said}${rest}.`;
  if (AM.test(text)) return ended(`I am ${text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`);
  if (/^(?:over |more than |about )?\S+ years (?:in|of|as|with|at)\b/i.test(text))
    return ended(`I have ${text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`);
  return MINE.test(text) ? ownSentence(text) : ended(begun(text));
}

/** "ward nurse | moving to Leeds": what someone is, and what follows. */
function splitAtParticiple(text: string): [string, string] {
  const at = /\s(?:who|\p{L}{3,}ing)\s/u.exec(text.slice(1));
  return at ? [text.slice(0, at.index + 1), text.slice(at.index + 1)] : [text, ''];
}

/** A sentence that says who the caller is, or where from: no tie, whoever is called. */
export const saysOnlyWhoCalls = (sentence: string): boolean =>
  /^(?:hi,? |hello,? )?(?:my name is|this is|i['’]?m calling (?:from|on behalf)|i am calling (?:from|on behalf)|i (?:work|am employed) (?:for|at|with)|i['’]?m (?:from|with|at)|i am (?:from|with|at))\b/i.test(
    sentence.trim(),
  );

/** "my dad Sal Ricci retired from your yard": somebody of one of the two, and what they did. */
function tellsOfSomeone(sentence: string): boolean {
  const [, who = ''] =
    /^(?:your|my|our) ((?:\p{L}+[- ]){0,2}?\p{L}+),? (?:\p{Lu}[\p{L}’'-]+,? ){0,3}(?:also |once |just |first |still )?(?:\p{L}{2,}ed|taught|gave|sold|bought|built|ran|came|went|met|left|made|knew|sang|drove|sat|spoke|told|has|had|was|is|were|are)\b/u.exec(
      sentence,
    ) ?? [];
  return namesSomeone(who.split(/[- ]/).at(-1) ?? '');
}

/** Whether a tie in the person's own words is none that could be said: it only tells who calls, or names a thing and says nothing of it. */
export const saysNoTie = (sentence: string): boolean => {
  const text = sentence.replace(/[.!]+$/, '').replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return (
    saysOnlyWhoCalls(sentence) ||
    (/^(?:your|my|our|the|an?) /i.test(sentence) && !isStatement(sentence.replace(/[.!]+$/, '')) && !tellsOfSomeone(text))
  );
};
