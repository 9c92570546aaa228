import type { Artifacts, Transcript } from '@ringback/core';

/** Digits in a row from which it is worth saying that they are no number. House rule: fewer are a time or an amount. */
const LEAST_DIGITS = 3;
/** Most digits of a telephone number (ITU-T E.164). */
const MOST_DIGITS = 15;
/** Share of the characters heard that are notes of music, above which it is music. House rule. */
const MUSIC_SHARE = 0.5;

/** Why a recording has no telephone number, in a sentence. */
export function whyNothing({ transcript }: Pick<Artifacts, 'transcript'>): string {
  if (!transcript.ok) return `No number was heard: ${transcript.reason}`;
  const heard = transcript.value;
  if (heard.words.length === 0 && heard.text.trim() === '') return 'Nobody speaks in this recording, so there is no number in it.';
  if (isMusic(heard.text)) return 'What is heard is music; no telephone number is said in it.';
  const digits = longestRun(heard);
  if (digits.length > MOST_DIGITS) {
    return `Someone says ${digits.length} digits in a row; a telephone number has ${MOST_DIGITS} at most, so none was made out.`;
  }
  if (digits.length >= LEAST_DIGITS) return `Someone says ${digits.length} digits in a row (${digits}), which are no telephone number.`;
  return 'Someone speaks, but says no telephone number that could be made out.';
}

function isMusic(text: string): boolean {
  const characters = text.replace(/\s/g, '');
  return (characters.match(/[♩♪♫♬]/g) ?? []).length > MUSIC_SHARE * characters.length;
}

/** The most digits said with no other word between them. */
function longestRun({ words }: Transcript): string {
  let longest = '';
  let run = '';
  for (const { digits = [] } of words) {
    run = digits.length === 0 ? '' : run + digits.map(({ digit }) => digit).join('');
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
