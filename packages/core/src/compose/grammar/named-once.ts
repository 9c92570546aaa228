import type { SpeechParts } from './parts.ts';

/** Nouns that a script says again without meaning the same thing. */
const OWN = /^(?:number|name|e-mail|assistant|calendar|address|time|day|week|month|end|call|question)s?$/i;

/** Full names of others than the two who talk, as the brief writes them. */
function othersIn({ brief: { bridge, topic, question, caller, whom } }: SpeechParts): string[] {
  const told = [
    bridge && 'person' in bridge ? bridge.person : '',
    bridge?.tie === 'own-words' ? bridge.sentence : '',
    topic ?? '',
    question ?? '',
  ];
  const found = told.flatMap((text) => text.match(/\p{Lu}\p{Ll}+(?: (?:van|von|de|der|da|di|el|la))* \p{Lu}[\p{L}'’-]+/gu) ?? []);
  return [...new Set(found)].filter((name) => name !== caller.name && name !== whom.name && !TITLED.test(name) && !PLACE.test(name));
}
const TITLED = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Sir|Dame|Lady|Lord|Reverend|Judge|Captain|Coach|Sister|Father|Mayor)\b/;

/** What places are called after people by: "Penny Park". */
const PLACE =
  / (?:Park|Street|Road|Lane|Avenue|Drive|Court|Square|Gardens?|Hall|House|School|College|Hospital|Clinic|Library|Centre|Center|Bridge|Beach|Station|Farm|Field|Green|Hill|Terrace|Row|Way|Mill|Inn|Church|Theatre|Theater|Stadium|Arena|Tower|Place)$/;

/** A full name once, and then the first name of a person; "your report on harbours" once, and then "that report". */
export function namedOnce(text: string, parts: SpeechParts): string {
  const { bridge } = parts.brief;
  const known = bridge && 'person' in bridge ? bridge.person : undefined;
  // "the swings in Penny Park": where something is, and nobody.
  const isPlaced = (name: string) => new RegExp(`\\b(?:in|into|near|outside|behind|through) ${name}(?!\\p{L})`, 'u').test(text);
  const people = othersIn(parts).filter((name) => (parts.isPerson(name) && !isPlaced(name)) || name === known);
  const named = people.reduce((now, name) => {
    const first = now.indexOf(name);
    const from = first + name.length;
    return first < 0 ? now : now.slice(0, from) + now.slice(from).replaceAll(name, name.split(' ')[0] ?? name);
  }, text);
  return callingOnce(nounsOnce(placeOnce(named, parts), parts));
}

/** Who said "I'm calling from" is not calling a second time. */
function callingOnce(text: string): string {
  const first = /\bI(?:['’]m| am) calling\b/.exec(text);
  if (!first) return text;
  const from = first.index + first[0].length;
  const would = first[0].includes('am') ? 'I would' : "I'd";
  const it = first[0].includes('am') ? 'It is' : "It's";
  return (
    text.slice(0, from) +
    text
      .slice(from)
      .replace(/\bI(?:['’]m| am) calling with\b/, 'I have')
      .replace(/\bI(?:['’]m| am) calling to (ask|tell|let)\b/, `${would} like to $1`)
      .replace(/\bI(?:['’]m| am) calling at\b/, 'This is at')
      .replace(/\bI(?:['’]m| am) calling (about|because)\b/, `${it} $1`)
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A house that was named is "there" the next time. */
function placeOnce(text: string, { brief: { bridge } }: SpeechParts): string {
  const place = bridge && 'organisation' in bridge ? bridge.organisation : undefined;
  const first = place ? text.indexOf(place) : -1;
  if (!place || first < 0) return text;
  const from = first + place.length;
  // "St Brigid's Nursing Home" is another.
  const again = new RegExp(` at (?:the )?${escaped(place)}(?!['’\\p{L}\\d-]| \\p{Lu})`, 'gu');
  return text.slice(0, from) + text.slice(from).replace(again, ' there');
}

function nounsOnce(text: string, { brief: { bridge, topic } }: SpeechParts): string {
  const told = `${topic ?? ''} . ${bridge?.tie === 'own-words' ? bridge.sentence : ''}`;
  const long = [...told.matchAll(/\b(your) (\p{Ll}+) (?:on|about|for|of|in|from|at|with) /giu)];
  return long.reduce((now, [whole, determiner = '', noun = '']) => {
    const first = now.toLowerCase().indexOf(whole.toLowerCase());
    if (first < 0 || OWN.test(noun)) return now;
    const from = first + whole.length;
    const again = new RegExp(`\\b${determiner} ${noun}\\b(?!['’])`, 'gi');
    const that = /[^s]s$/.test(noun) ? 'those' : 'that';
    return now.slice(0, from) + now.slice(from).replace(again, `${that} ${noun}`);
  }, text);
}
