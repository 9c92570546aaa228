import { createWordList } from '../../message/patterns/words/lexicon.ts';
import { isVerb } from './dictionary.ts';
import { nameCase } from './letter-case.ts';

const WORDS = /* @__PURE__ */ createWordList();
/** Places that are words too: in small letters the word is meant. */
const PLACES_TOO = new Set(
  'turkey china cork reading nice mobile tours bath split orange jersey buffalo phoenix lima male march lens nancy deal sale bury ware rugby hull wells chad guinea georgia victoria florence sofia hamburger'.split(
    ' ',
  ),
);
/** Words after which two words that begin with a first name are a whole one: "a reference for luca berg". */
const BEFORE_A_NAME = /^(?:for|of|with|from|by|to|and|about|met|know|meet|hired?|miss|is|was)$/;
/** Words that stand before a place. */
const BEFORE_A_PLACE = /^(?:in|from|near|around|the|to|at|our|your|my|for|of)$/;

const isFirst = (word: string) => WORDS.isFirstName(word) && !/^(?:are|van|von|an|so)$/.test(word);
/** "retake", "reschedule": a deed done again, which no list of words has. */
const isDone = (word: string) => /^(?:re|un|over|out)/.test(word) && isVerb(word.replace(/^(?:re|un|over|out)-?/, ''));
const isFamily = (word: string, before: string, last: boolean) =>
  !WORDS.isFunctionWord(word) &&
  !/ed$/.test(word) &&
  (WORDS.isLastName(word) || !(WORDS.isOrdinary(word) || isDone(word)) || (last && BEFORE_A_NAME.test(before)));

/**
 * First names with what follows them, and places, in a sentence that was typed in small letters: "a reference for luca berg",
 * "the leeds audit". A word that could be another one keeps its small letter, and so does what has a capital of its own.
 */
export function namesInText(text: string): string {
  const pieces = text.split(/(\s+)/);
  const bare = (piece: string | undefined) => (piece ?? '').replace(/^[^\p{L}]+|(?:['’]s)?[^\p{L}]*$/gu, '');
  return pieces
    .map((piece, at) => {
      const word = bare(piece);
      if (word.length < 3 || word !== word.toLowerCase()) return piece;
      const [before, beforeThat, after] = [bare(pieces[at - 2]), bare(pieces[at - 4]), pieces[at + 2]];
      const closes = after === undefined || /[.,;:?!]$/.test(piece);
      const named =
        isFirst(word) ||
        (isFirst(before.toLowerCase()) && !/[.,;:?!]$|['’]s?$/.test(pieces[at - 2] ?? '') && isFamily(word, beforeThat, closes)) ||
        (WORDS.isPlace(word) && !PLACES_TOO.has(word) && BEFORE_A_PLACE.test(before));
      return named ? piece.replace(word, nameCase(word)) : piece;
    })
    .join('');
}

/** Whether words with capitals begin with a first name: "Dev Malhotra", and not "Harbour Foods". */
export const isPersonsName = (name: string): boolean => {
  const first = (name.split(' ')[0] ?? '').toLowerCase();
  return WORDS.isFirstName(first) || WORDS.mayBeFirstName(first);
};
