/** Scripts to begin with, each of a length that is heard out and with nothing left to mend: a test holds them to it. */
export const BEGINNINGS = [
  {
    label: 'A question to an alumna',
    text: "Hello Ms. Carter, this is Thomas Green. We both went to Lincoln College, and Professor Adams suggested I call you. I have one question: would you start in operations or in sales? Please call me by Friday at 617, 555, 0123. Or e-mail me at thomas at example dot com. Again, that's 617, 555, 0123. Thank you.",
  },
  {
    label: 'Checking a reference',
    text: "Hello Mr. Walker, this is Joan Miller from Northfield Hospital. David Brown, who worked for you, gave me your name. I have one question: would you hire him again? Could you call me by Friday at 312, 555, 0164? Or my assistant Helen can set a time. Again, that's 312, 555, 0164. Thank you.",
  },
] as const;
