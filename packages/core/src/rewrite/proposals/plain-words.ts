/**
 * Words that say nothing of anyone: what holds a sentence together, and what every voicemail says. Whatever else a proposal says must
 * stand in what the person said. Denials are not among them: "not", "never" and "no" turn a sentence round.
 */
const HOLD_TOGETHER = `a about after again also am an and any are as at back be been before but by can can't could d did do does for from
get give go had has have he her here him his how i i'd i'll i'm i've if in into is it it's its just let ll m may me might my of on once
one or our out over please quick quickly re s she should so some than that that's the their them then there these they this to too up us
ve was we were what when where which who will with would you you'd you'll you're you've your yours`;

const OF_EVERY_VOICEMAIL = `address afternoon answer answers ask asking best bye call called calling calls dot e-mail email evening good
hear hello hi hope know leave leaving left line mail message minute minutes moment morning name named number option question reach reaching
reason reply say speak speaking spoke suggested talk tell text thank thanks thing time told voicemail want wanted way wish works write
phone short soon love chat ring
more like assistant calendar whether hey pick take takes book online look forward hearing lot set find easier hoping spare send choose
arrange enough it'll it'd i'm glad happy slash dash underscore plus case cut off first wondering plenty many need`;

/** What is said of a tie, where there is one. */
const OF_A_TIE = `both studied worked work went together mutual contact former same overlapped suggestion recommended recommend friend knows
know met colleague introduced mentioned`;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Lower case. */
export const PLAIN_WORDS = listed(`${HOLD_TOGETHER} ${OF_EVERY_VOICEMAIL}`);

/** Sayable where the person said that there is a tie; lower case. */
export const TIE_WORDS = listed(OF_A_TIE);

const UNITS = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen`.split(/\s+/);
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** What a number word counts; undefined for any other word. "twenty-five" is 25. */
export function countOf(word: string): number | undefined {
  const [tens = '', units, ...rest] = word.split('-');
  if (rest.length > 0) return undefined;
  const unit = UNITS.indexOf(units ?? tens);
  const ten = TENS.indexOf(tens);
  if (ten < 0) return units === undefined && unit >= 0 ? unit : undefined;
  const whole = (ten + 2) * 10;
  return units === undefined ? whole : unit > 0 ? whole + unit : undefined;
}
