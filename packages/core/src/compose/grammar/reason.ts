import { isDeterminer } from '../../brief/typed/determiners.ts';
import { isMass, isNoun, isPlace, isPlural, isVerb, isWord } from '../../brief/typed/dictionary.ts';
import { finiteAt, isStatement, wholeStatement } from '../../brief/typed/statement.ts';
import { isBareThing, withTheArticle } from './subject.ts';

/** A clause has someone or something that does: "I have to answer", "the board meets". */
const CLAUSE =
  /^(?:I|you|we|they|he|she|it|there|this|that|nobody|everyone)\b|\b(?:is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|does|do|did|need|needs|want|wants|starts?|ends?|closes?|opens?|meets?|go(?:es)?|comes?|leaves?|begins?|expires?|runs?|holds?|moves?|takes?|ends|decides?|happens?|arrives?|[\p{L}]+(?:n[’']t))\b|[’'](?:s|re|ll|ve|m|d)\s/iu;

/**
 * Why it is needed by then: a clause, `alone` where no other may lead to it; a thing, with what it is for where it is of the kind that one
 * prepares; or what was typed, where it could be either.
 */
export type Reason = { clause: string; alone?: true } | { otherwise: string } | { thing: string; purpose?: string } | { typed: string };

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

/** Whether something goes or closes, where "waiting list" and "closing date" are things. */
function isGoing(who: string, doing: string): boolean {
  const words = who.split(' ');
  const last = words.at(-1) ?? '';
  const next = doing.split(' ')[1] ?? '';
  return (
    !HAS_VERB.test(who) &&
    !words.some((word) => /['’](?:s|re|m|ve|ll|d)$/.test(word)) &&
    !isDeterminer(last) &&
    (!isNoun(next) || isPlace(next) || /^(?:today|tonight|tomorrow)$|day$/i.test(next))
  );
}

/** Its verb stands already. */
const HAS_VERB = /\b(?:is|are|was|were|am|be|been|not|still|just|keeps?|has|have|will|i|we|you|he|she|it|they|who|that)$/i;

/** Where what a thing is called ends. */
const HEAD_ENDS = / (?=(?:of|for|in|on|at|to|with|from|about|by|before|after|that|which|who)\b)/;

/** Whether it surely names a thing: in "the story airs at 5" and "rent due Friday" any word could be the verb. */
function isThing(text: string): boolean {
  const [head = ''] = text.split(HEAD_ENDS);
  const words = head.split(' ');
  const named = isDeterminer(words[0] ?? '') ? words.slice(1) : words;
  const last = named.at(-1) ?? '';
  const isVerbAt = (word: string, at: number) =>
    at > 0 && (/[^s'’]s$/.test(word) || (isVerb(word) && isPlural(named[at - 1] ?? '')) || isDeterminer(word));
  return (
    !/^(?:no|not)\b|[,;]/i.test(text) &&
    named.length > 0 &&
    !named.some(isVerbAt) &&
    (isNoun(last) || isPlural(last) || isVerb(last) || /^[\p{Lu}\d]/u.test(last) || (named.length === 1 && !isWord(last)))
  );
}

/** A single thing of several, with nothing before it. */
function lacksArticle(text: string): boolean {
  const words = (text.split(HEAD_ENDS)[0] ?? '').split(' ');
  const noun = words.at(-1) ?? '';
  return (
    !isDeterminer(words[0] ?? '') && /^(?:\p{Ll}|\p{Lu}{2})/u.test(noun) && !isPlural(noun) && !isMass(noun) && !/day$|time$/.test(noun)
  );
}

/** Whether it begins with who does what: "no water since Monday and we have a baby" begins with a thing, and another clause follows. */
function isOneClause(text: string): boolean {
  const words = text.split(' ');
  const before = words.slice(0, Math.max(0, finiteAt(words))).join(' ');
  return !/^no\b.* (?:and|so|but) | (?:and|or|but|since|because|so|if|when) |[,;]/i.test(`${before} `);
}

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
  if (who !== '' && isGoing(who, doing))
    return {
      clause: `${isBareThing(who) ? withTheArticle(who, 'other') : who} ${isPlural(who.split(' ').at(-1) ?? '') || /[^s]s$/.test(who) ? 'are' : 'is'} ${doing}`,
    };
  const thing = bare.replace(/^(?:because of|due to|owing to|(?:it['’]?s |it is )?for)\s+/i, '');
  const lowered = (text: string) => text.replace(/^(?:The|My|Our|We|You|They|It|There|A|An)\b/, (word) => word.toLowerCase());
  if (thing === bare && LOSES.test(bare)) return { otherwise: lowered(bare) };
  if (
    thing === bare &&
    !/^(?:end|start|beginning|close|rest) of /i.test(bare) &&
    (CLAUSE.test(bare) || isStatement(bare) || doesSomething(bare))
  )
    return {
      clause: isStatement(bare) ? wholeStatement(lowered(bare), true) : lowered(bare),
      ...(isOneClause(bare) ? {} : { alone: true as const }),
    };
  // "court timetable": the one that both know.
  if (isBareThing(thing) && !/^(?:another|other|more|less|no) /.test(thing)) return { thing: withTheArticle(thing, 'other') };
  const said = lowered(thing);
  if (/^(?:end|start|beginning|close|rest) of /.test(said)) return { thing: `the ${said}` };
  if (thing === bare && !isThing(said)) return { typed: said };
  // "deadline for the grant" is one that both know; of "flight at 6am" nobody knows whether it has an article.
  if (lacksArticle(said)) return / (?:for|of) (?:the|my|our|your|his|her|their) /.test(said) ? { thing: `the ${said}` } : { typed: said };
  return /^(?:the|my|our|your|his|her|their|an?) /.test(said) && !BEFALLS.test(said) ? { thing: said, purpose: said } : { thing: said };
}
