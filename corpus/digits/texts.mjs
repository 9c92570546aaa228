// What is said around numbers and where no number is. Everything here was written for this training.
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Labels of the head: 0 is the blank, then ten digits, double, triple and any other speech. */
export const LABELS = { digit: (digit) => digit + 1, double: 11, triple: 12, other: 13 };

const AROUND =
  `call me at {n}|call me back at {n}|my number is {n}|you can reach me at {n}|you can reach me on {n} any time|the number is {n}|it's {n}|please call {n}|give me a call at {n} thanks|that's {n}|that's {n}, bye|hi this is {p}, my number is {n}|hello, this is {p}. please call me back on {n}. thank you.|again that's {n}|again, {n}|ring {p} on {n}|i'm at {n} until {w}|call {p} at {n}, that's {n}|text me at {n} or email me|my new number is {n}, that's {n}|so the number again is {n}, thanks a lot, bye bye|my extension is {s}|the code is {s}|room {s}|flight {s}|your order number is {s}|extension {s} please|call back {n} before {w}|and the phone number there is {n} okay|i moved, use {n} now|area code {s}, then {s}|{n}|{n}|{n}|{n}|{n}|{n}, thanks|okay {n}|um {n}|it is {n} and ask for {p}|reach us at {n}|my mobile is {n}|my direct line, {n}|once more, {n}|i'll repeat that, {n}|{p} here, {n}`.split(
    '|',
  );
const PEOPLE =
  'anna|mister brown|susan|john|the doctor|peter|mary|doctor miller|the office|kevin|laura|michael from accounting|my sister|the plumber|priya|omar|chen'.split(
    '|',
  );
const WHEN = 'monday|friday|noon|tomorrow morning|the weekend|tonight|the end of the day|next week'.split('|');
/** Where no digit is said, with many words that sound like one. */
export const WITHOUT_DIGITS =
  `hi, it's me, please call me back when you can|thanks for calling, have a nice day|i wanted to let you know that the parcel has arrived|could you bring some milk and bread on your way home|we are going to the cinema tonight if you want to join|your appointment with the dentist has been moved to friday|sorry i missed your call, talk to you later|don't forget to feed the cat|she ate the cake before we got there|they won the game again, can you believe it|to be or not to be, that is the question|i tried to find the keys for the car|he said the weather was fine in the north|please wait for the signal before you speak|oh no, i forgot the tickets at home|oh well, maybe next time|the quick brown fox jumps over the lazy dog|the train to london leaves from the other platform|please send the papers to the office|can you tell me where the station is|i think we should go for a walk before dinner|the kitchen sink is leaking again, please come soon|let me know what you think about the offer|it's been a long time since we spoke|my car broke down on the way to work|we would like to invite you to our wedding|happy birthday to you|i'll be there soon, just looking for a parking space|the garden is full of flowers in the spring|there's a sale on shoes and shirts this weekend|where were you when i needed you|the price of oil went up again|i'd like to order a large pizza with mushrooms|the heaven was clear and the river calm|sick people need rest and water|he tried to sieve the flour|fire is a good servant but a bad master|live and let live|the sun shines on the wall|we drive on the right side of the road|tell him i said hello|it was the worst storm in years|so long and thanks for all the fish|the tea is too hot to drink|i knew it, too good to be true|who are you waiting for|there was a fort on the hill|her niece lives in the country|the night was dark and the wind was cold|mine is the black suitcase|free parking behind the house|the tree near the door fell over|is this the right line for the bus|severn bridge is closed because of the wind|the slow hero ran to the show|an arrow flew over the field|look at the sky, it is blue|you have reached the voice mail of the sales team, please leave a message after the tone|i was wondering if we could find a time to talk about the proposal|we met at the conference in berlin, you gave the talk on pricing|a friend of mine suggested that i get in touch with you|would you be open to a short call to see whether it fits|i'd love to hear how you run the team|no rush at all, whenever it suits you|i'm calling about the design position you posted|please let me know either way, thanks so much|the contract is ready for you to sign|it would only take a few minutes of your day|fourteen people came|forty of us|sixteen and seventeen|about fifty or sixty|ninety percent|thirty minutes or half an hour|eighteen months ago|the twentieth of june`.split(
    '|',
  );

/** Digits of a number: some come twice in a row, as they do. */
export function digitsOf(count, draw) {
  const digits = [];
  for (let i = 0; i < count; i += 1) digits.push(i > 0 && draw.happens(0.25) ? digits[i - 1] : draw.below(10));
  return digits;
}

/** Digits as words, in groups, some as "double" or "oh". */
function spelled(digits, draw) {
  const says = { oh: draw.happens(0.4), double: draw.happens(0.3) };
  const cuts = draw.one([[3, 6], [3], [5], [2, 4, 6, 8], [4, 7], [], [3, 6, 8]]);
  const stop = draw.one([',', ',', '', '.']);
  const words = [];
  for (let i = 0; i < digits.length; ) {
    let run = 1;
    while (digits[i + run] === digits[i]) run += 1;
    const taken = !says.double ? 1 : run >= 3 && draw.happens(0.5) ? 3 : Math.min(run, 2);
    if (taken > 1) words.push(taken === 3 ? 'triple' : 'double');
    words.push(digits[i] === 0 && says.oh ? 'oh' : WORDS[digits[i]]);
    i += taken;
    if (cuts.includes(i)) words[words.length - 1] += stop;
  }
  return words.join(' ');
}

/** A sentence with a number, or without one. */
export function sentence(draw, withNumber) {
  if (!withNumber) return draw.one(WITHOUT_DIGITS);
  const number = spelled(digitsOf(draw.one([7, 8, 10, 10, 10, 10, 11, 12]), draw), draw);
  let text = draw.one(AROUND).replace('{n}', number);
  text = text.replace('{n}', draw.happens(0.6) ? number : spelled(digitsOf(10, draw), draw));
  while (text.includes('{s}')) text = text.replace('{s}', spelled(digitsOf(draw.below(6) + 1, draw), draw));
  return text.replace('{p}', () => draw.one(PEOPLE)).replace('{w}', () => draw.one(WHEN));
}

/** The labels of a sentence; other words in a row are one label. */
export function labelsOf(text) {
  const labels = [];
  const exclaimed = /^oh (no|well)/.test(text);
  for (const [i, word] of (text.toLowerCase().match(/[a-z']+/g) ?? []).entries()) {
    const digit = word === 'oh' && !(exclaimed && i === 0) ? 0 : WORDS.indexOf(word);
    const label = digit >= 0 ? LABELS.digit(digit) : word === 'double' ? LABELS.double : word === 'triple' ? LABELS.triple : LABELS.other;
    if (label !== LABELS.other || labels.at(-1) !== LABELS.other) labels.push(label);
  }
  return labels;
}
