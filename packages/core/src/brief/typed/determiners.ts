const DETERMINER =
  /^(?:the|an?|my|your|our|their|his|her|its|this|that|these|those|both|all|half|some|any|no|every|each|another|either|neither|most|more|less|fewer|much|many|few|several|enough|such|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$/i;

/** Whether a word takes the place of an article: nothing is "the another school". */
export const isDeterminer = (word: string): boolean => DETERMINER.test(word);
