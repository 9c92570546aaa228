/** Words for one digit. "o" is the letter as a recogniser writes a spoken "oh". */
export const DIGIT_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    oh: 0,
    o: 0,
    nought: 0,
    naught: 0,
    aught: 0,
    nil: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    fife: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    niner: 9,
  }),
);

/** Words that a recogniser writes for a digit that sounds alike; digits only in the midst of a number. */
export const SOUNDALIKE_DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ to: 2, too: 2, for: 4, fore: 4, won: 1, ate: 8, owe: 0, ought: 0 }),
);

/** Ten to nineteen. */
export const TEEN_WORDS: ReadonlyMap<string, number> = new Map(
  ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'].map((word, index) => [
    word,
    10 + index,
  ]),
);

/** Twenty to ninety. */
export const TENS_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({ twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }),
);

/** "double five" and its kin: how many times the digit that follows is meant. */
export const MULTIPLIER_WORDS: ReadonlyMap<string, number> = new Map(Object.entries({ double: 2, triple: 3, treble: 3, quadruple: 4 }));

/** "three fives", "two zeros". */
export const PLURAL_DIGIT_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zeros: 0,
    zeroes: 0,
    ohs: 0,
    os: 0,
    noughts: 0,
    naughts: 0,
    ones: 1,
    twos: 2,
    threes: 3,
    fours: 4,
    fives: 5,
    sixes: 6,
    sevens: 7,
    eights: 8,
    nines: 9,
  }),
);
