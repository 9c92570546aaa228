import { FIRST_NAMES, LAST_NAMES, ORDINARY, PLACES } from './word-tables.ts';

/** What is known of a word before anyone looks at its neighbours. */
export interface WordList {
  isFirstName(word: string): boolean;
  isLastName(word: string): boolean;
  isPlace(word: string): boolean;
  /** A first name that is a word as well ("Grace", "Bo"). */
  mayBeFirstName(word: string): boolean;
  /** Pronouns, prepositions, auxiliaries and the like. */
  isFunctionWord(word: string): boolean;
  /** A word of the language, not a name. */
  isOrdinary(word: string): boolean;
}

/** First names that are words as well: only a name's place in the sentence makes them names. */
const NAMES_THAT_ARE_WORDS = new Set(
  (
    'will mark may grace rose hope faith art bill bob rob pat sue drew jack frank rich dick guy ray dean grant chase miles wade lane young long price best joy summer autumn dawn crystal ' +
    'ginger ivy olive pearl ruby violet daisy iris lily eve glen cliff dale forest brook brooks reed rusty sandy stormy victor major earl duke king prince baron max min gene jean denim penny ' +
    'page paige carol harmony melody honey holly april june august ms angel christian english jay buck skip curt ernest melon robin martin wren merry misty patience charity constance prudence ' +
    'chance trey tad dot kit van don ken sol son ira ian an so see my in to do les can man tan ping see van wan hung ha la le de del della al el chuck hunter mason carter cooper porter parker tyler ' +
    'taylor spencer jersey jordan austin dallas houston london paris sydney chelsea brooklyn asia china america georgia virginia carolina savannah montana dakota sierra destiny trinity journey genesis ' +
    'heaven nevada star sky skye rain star love lucky buddy bud junior sonny bear wolf fox berry cherry candy sugar cookie brandy sherry margarita tequila kelly lee less more many any ally roman norman german ' +
    'frances nick rod ty lane hardy noble stone wood woods field fields park parks hill hills banks rivers waters marsh moss moses noel star blue red brown green white black gray grey gay happy bliss merit royal reason ' +
    'ford tom dick harry hazel basil sage rosemary fern heather flora clay sterling silver goldie amber jade jasper opal garnet gale storm july january sunday friday mercedes portia lexus ariel gale ' +
    'gus jo bo case cash chance ray marina rocky tally mercy mercer luke lou liberty justice bond dash ace mo bee bea kay em jess'
  ).split(' '),
);

/** Words that the list of ordinary ones leaves out but no name is made of. */
const CLOSED_CLASS = new Set(
  (
    'i me my mine we us our ours you your yours he him his she her hers it its they them their this that these those here there who whom whose which what when where why how a an the some any each every all both no not ' +
    'and or but so because if then than as at by for from in into of off on onto out over to up with without about after before between during until till since per via through regarding concerning re around near ' +
    'am is are was were be been being do does did done have has had having can could will would shall should may might must ought need dare get got give gave go going gone went come came let make made just only also too very ' +
    'really quite rather still already again back now today tomorrow tonight yesterday soon later please kindly thanks thank sorry hello hi hey hiya howdy good morning afternoon evening day night bye goodbye cheers ok okay yes no yeah well anyway ' +
    'calling ringing phoning speaking talking call ring phone number name message voicemail voice mail mailbox email text reply office company team firm business work job meeting appointment time minute minutes hour hours week month year ' +
    'someone somebody anyone anybody everyone everybody nobody something anything everything nothing one two three four five six seven eight nine ten eleven twelve double triple zero hundred thousand half quarter ' +
    'first second third last next another other same own new old more most much many few little lot lots bit thing things way people person man woman guy friend colleague mate sir madam honey darling love dear quick quickly brief ' +
    'insurance account order delivery invoice quote offer price service services support sales security warranty vehicle car house home school bank doctor dentist clinic hospital hotel shop store website site page link form ' +
    'important urgent reminder question information detail details update news available free busy interested looking hoping wondering trying following checking getting reaching letting touching mumble inaudible noise spelt'
  ).split(' '),
);

const ENGLISH_ENDING = /(?:ing|tion|sion|ment|ness|ship|able|ible|ally|fully|ously|ively|ized|ised|ities|ology)$/;

const wordsOf = (table: string): ReadonlySet<string> => new Set(table.split('\n'));

/** The word list. */
export function createWordList(): WordList {
  const firstNames = wordsOf(FIRST_NAMES);
  const lastNames = wordsOf(LAST_NAMES);
  const places = wordsOf(PLACES);
  const ordinary = wordsOf(ORDINARY);
  return {
    isFirstName: (word) => !NAMES_THAT_ARE_WORDS.has(word) && !CLOSED_CLASS.has(word) && firstNames.has(word),
    isLastName: (word) => lastNames.has(word),
    isPlace: (word) => places.has(word),
    mayBeFirstName: (word) => NAMES_THAT_ARE_WORDS.has(word),
    isFunctionWord: (word) => CLOSED_CLASS.has(word),
    isOrdinary: (word) =>
      CLOSED_CLASS.has(word) || ordinary.has(word) || (ENGLISH_ENDING.test(word) && !firstNames.has(word) && !lastNames.has(word)),
  };
}
