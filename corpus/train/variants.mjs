// What a recogniser and other hands do to a text: case and stops lost, hesitations, words misheard, other names.
import { mapText, piecesOf } from './marked.mjs';

const withoutStops = (text) => text.replace(/[,;:!?…—–"]|\.(?=\s|$)/g, '');
const HESITATIONS = ['um', 'uh', 'um', 'er', 'you know', 'like', 'well', 'so'];
const HOMOPHONES = new Map(
  Object.entries({
    their: 'there',
    there: 'their',
    your: "you're",
    "you're": 'your',
    to: 'too',
    for: 'four',
    four: 'for',
    one: 'won',
    hear: 'here',
    here: 'hear',
    two: 'to',
    know: 'no',
    right: 'write',
    its: "it's",
    "it's": 'its',
    by: 'buy',
    meet: 'meat',
    week: 'weak',
    our: 'are',
    be: 'bee',
    would: 'wood',
    whether: 'weather',
    wait: 'weight',
    mail: 'male',
    in: 'and',
    at: 'that',
    can: "can't",
  }),
);
/** Chances of each fault at a word. */
const CHANCE = { hesitation: 0.04, homophone: 0.02, stutter: 0.02, lost: 0.01, commas: 0.4 };

/** Hesitations, stutters, words misheard or lost. */
function asHeard(text, random) {
  return text.replace(/[A-Za-z']+/g, (word) => {
    const chance = random();
    if (chance < CHANCE.hesitation) {
      const sound = HESITATIONS[Math.floor(random() * HESITATIONS.length)];
      return random() < CHANCE.commas ? `${word}, ${sound},` : `${word} ${sound}`;
    }
    if (chance < CHANCE.hesitation + CHANCE.homophone) return HOMOPHONES.get(word.toLowerCase()) ?? word;
    if (chance < CHANCE.hesitation + CHANCE.homophone + CHANCE.stutter) return `${word} ${word}`;
    return word;
  });
}

/** The names in caller and recipient spans replaced by others of the pool, the same name by the same name. */
function renamed(pieces, pool, random) {
  const names = new Map();
  let inside = 0;
  return pieces.map((piece) => {
    if (piece.tag !== undefined) {
      if (/^<(?:caller|recipient)\b/.test(piece.tag)) inside++;
      else if (/^<\/(?:caller|recipient)\b/.test(piece.tag)) inside--;
      return piece;
    }
    if (inside === 0) return piece;
    if (!names.has(piece.text)) names.set(piece.text, pool[Math.floor(random() * pool.length)]);
    return { text: names.get(piece.text) };
  });
}

/** Every variant of a message's marked text, as pieces; the first is the message as it stands. */
export function variantsOf(marked, namePool, random) {
  const plain = piecesOf(marked);
  const other = () => renamed(plain, namePool, random);
  const flat = (pieces) => mapText(pieces, (text) => withoutStops(text).toLowerCase());
  return [
    plain,
    flat(plain),
    mapText(plain, (text) => text.toLowerCase()),
    mapText(plain, withoutStops),
    other(),
    flat(other()),
    mapText(plain, (text) => asHeard(text, random)),
    mapText(flat(other()), (text) => asHeard(text, random)),
  ];
}

/** The names said in caller and recipient spans of a message. */
export function namesIn(marked) {
  return [...marked.matchAll(/<(?:caller|recipient)>([^<]+)<\//g)].map(([, name]) => name);
}

/** Without capitals and stops, as a recogniser without a language model writes. */
export const flatten = (text) => withoutStops(text).toLowerCase().replace(/\s+/g, ' ');
