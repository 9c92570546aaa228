import { isPlural, isVerb } from '../../brief/typed/dictionary.ts';
import { isStatement, wholeStatement } from '../../brief/typed/statement.ts';
import { isBareThing, withTheArticle } from './subject.ts';

/** A clause has someone or something that does: "I have to answer", "the board meets". */
const CLAUSE =
  /^(?:I|you|we|they|he|she|it|there|this|that|nobody|everyone)\b|\b(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|does|do|did|need|needs|want|wants|starts?|ends?|closes?|opens?|meets?|go(?:es)?|comes?|leaves?|begins?|expires?|runs?|holds?|moves?|takes?|ends|decides?|happens?|arrives?|[\p{L}]+(?:n[’']t))\b|[’'](?:s|re|ll|ve|m|d)\s/iu;

/** Why it is needed by then: a clause that stands alone, or a thing, with what it is for where it is of the kind that one prepares. */
export type Reason = { clause: string } | { otherwise: string } | { thing: string; purpose?: string };

/** What one loses is what happens otherwise. */
const LOSES = /^(?:I|we|you|he|she|they) (?:will |would |['’]ll )?(?:loses?|miss(?:es)?|forfeits?)\b/i;

/** "the principal signs that day": a verb behind its subject, and what it does it to or when. */
function doesSomething(text: string): boolean {
  const [, verb = ''] =
    /^(?:the|my|our|your|his|her|their) (?:[\p{L}’'-]+ ){0,2}?[\p{L}’'-]*[^s ] (\p{L}{3,})s (?:the|an?|my|our|your|it|them|us|me|that|this|on|at|in|by|then|before|after|soon|up|out|off|today|tomorrow)\b/iu.exec(
      text,
    ) ?? [];
  const [, many = '', plain = ''] =
    /^(?:the|my|our|your|his|her|their) (?:[\p{L}’'-]+ ){0,3}?(\p{L}+s) (\p{L}{3,}) (?:the|an?|my|our|your|it|them|us|me|that|this)\b/iu.exec(
      text,
    ) ?? [];
  if (isPlural(many) && isVerb(plain)) return true;
  return isVerb(verb) || isVerb(`${verb}`.replace(/e$/, ''));
}

/** Things that happen to one: nobody needs an answer "for" them. */
const BEFALLS =
  /\b(?:offers?|illness|sick\w*|delays?|strike|weather|leak|breakdown|accident|problem|emergency|fee|fine|price|increase|cancellation|deadline|cutoff|shortage|storm|complaint|rule|law|mistake|error)\b/i;

const GOING =
  /^((?!(?:I|we|you|he|she|it|they|the|and|of|for)\b)(?:[\p{L}’'-]+ ){0,2}[\p{L}’'-]+) ((?:going|leaving|coming|closing|moving|starting|ending|running|arriving|expiring|waiting|getting|changing|flying|opening)\b.+)$/iu;

/** Its verb stands already. */
const HAS_VERB = /\b(?:is|are|was|were|am|be|been|not|still|just|keeps?|has|have|will|i|we|you|he|she|it|they|who|that)$/i;

/** Reads the reason that was typed after "because". */
export function reasonInWords(because: string): Reason {
  const bare = because
    .trim()
    .replace(/[.\s]+$/, '')
    .replace(/^(?:because(?! of\b)|since|as|cos|cause|reason:?)\s+/i, '');
  // "got another offer": one's own doing, the "I" left out.
  if (/^(?:got|have|had|need|must|will|can['’]t|won['’]t|was|were|lost|sold|found|start|leave|move|fly|close)\b/i.test(bare))
    return { clause: `I ${bare.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}` };
  if (/^(?:leaving|moving|starting|flying|closing|getting|going|travelling|traveling|away|out)\b/i.test(bare))
    return { clause: `I am ${bare.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}` };
  const so = /^so (?:that )?(.+)$/i.exec(bare);
  if (so) return { clause: `that way ${so[1]}` };
  // "slates going up on the 1st": the verb cut short.
  const [, who = '', doing = ''] = GOING.exec(bare) ?? [];
  if (who !== '' && !HAS_VERB.test(who))
    return {
      clause: `${isBareThing(who) ? withTheArticle(who, 'other') : who} ${isPlural(who.split(' ').at(-1) ?? '') || /[^s]s$/.test(who) ? 'are' : 'is'} ${doing}`,
    };
  const thing = bare.replace(/^(?:because of|due to|owing to|(?:it['’]?s |it is )?for)\s+/i, '');
  const lowered = (text: string) => text.replace(/^(?:The|My|Our|We|You|They|It|There|A|An)\b/, (word) => word.toLowerCase());
  if (thing === bare && LOSES.test(bare)) return { otherwise: lowered(bare) };
  if (thing === bare && (CLAUSE.test(bare) || isStatement(bare) || doesSomething(bare)))
    return { clause: isStatement(bare) ? wholeStatement(lowered(bare), true) : lowered(bare) };
  // "court timetable": the one that both know.
  if (isBareThing(thing) && !/^(?:another|other|more|less|no) /.test(thing)) return { thing: withTheArticle(thing, 'other') };
  const said = lowered(thing);
  return /^(?:the|my|our|your|his|her|their|an?) /.test(said) && !BEFALLS.test(said) ? { thing: said, purpose: said } : { thing: said };
}
