/** "I wonder whether the lab has space" asks what comes after it. */
const WONDERS = /^(?:i|we) (?:just )?wonder(?:ed)?,? (?=(?:whether|if|who|what|when|where|why|how|which)\b)/i;
/** "I'm interested in the job" and "I wonder about the job" name what it is about. */
const INTEREST =
  /^(?:(?:i am|i[’']m|we are|we[’']re) (?:very |really |quite |also )?(?:interested in|curious about|wondering about)|(?:i|we) (?:just )?wonder(?:ed)? about) (.+?)[\s.!]*$/i;
/** "I am a nurse from Leeds": said of oneself, and no way of asking. */
const OF_ONESELF = /^(?:i am|i['’]m|i was|we are|we['’]re|we were) (?:(?:an?|the|from|with)\b)(?! (?:\w+ )?question)[^.,;?]*$/i;

/** "you still right for Monday, mate?": whom one is with. */
const FELLOW =
  /(?:,? (?:my )?(?:mate|pal|buddy|bro|luv|dear|darling|hun|hon|sweetie|sweetheart)|,? my love|(?<!\b(?:you|i|we|they|he|she|to|would|really|in|of|with|my)),? love)(?=[?.!]*$)/i;
/** "got any nights free?": asked of the other. */
const GOT = /^got (?=(?:any|a|an|the|some|room|time|space)\b[^,]*\?$)/i;

/** "please sir may i ...": whom one is asking. */
const PLEASE_SIR =
  /^(?:(?:please|excuse me|sorry|good day),? )?(?:sir|madam|ma['’]?am|miss|teacher|doctor|boss|chief),? (?=(?:please )?(?:can|could|may|might|would|will|is|are|do|does|did|when|what|where|who|how|which)\b)/i;

/** What stands in the field for the one question, as it was meant. */
export interface Asked {
  question?: string;
  topic?: string;
  /** True for a sentence about oneself: nothing is asked by it. */
  saysOnlyOfOneself: boolean;
}

/** Reads the field for the one question: words before it are left out, an interest is what it is about, a sentence about oneself asks nothing. */
export function readAsked(typed: string): Asked {
  const text = typed.trim().replace(PLEASE_SIR, '').replace(WONDERS, '').replace(FELLOW, '').replace(GOT, 'have you got ');
  const about = INTEREST.exec(text)?.[1];
  if (about !== undefined) return { topic: about, saysOnlyOfOneself: true };
  if (OF_ONESELF.test(text)) return { saysOnlyOfOneself: true };
  return { ...(text === '' ? {} : { question: text }), saysOnlyOfOneself: false };
}
