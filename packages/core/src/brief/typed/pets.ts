import { nameCase } from './letter-case.ts';

/** Who has to do with animals that have names. */
const PET_TRADES =
  /\b(?:groom\w*|vet|vets|veterinar\w*|kennels?|cattery|pets?|dogs?|cats?|pupp(?:y|ies)|breeder|stables?|farrier|animal\w*|shelter|rescue)\b/i;
/** Whether a role is such a trade. */
export const worksWithPets = (role: string): boolean => PET_TRADES.test(role);

/** Words that a message from such a place may begin with and that are no names. */
const NO_NAMES =
  /^(?:my|your|our|his|her|their|the|a|an|this|that|these|those|is|are|was|were|can|could|will|would|should|may|do|does|did|has|have|i|we|you|he|she|it|they|there|any|who|what|which|when|where|why|how|whether|if|please|dog|cat|puppy|kitten|results?|bloods?|tests?|lunch|pick-?up|collection|payment|parking|appointment|surgery|treatment|food|medicine|medication|everything|still|just|ready|free)$/i;

/** "biscuit is ready": the animals that a groomer or a vet calls about, by name. */
export function petsIn(question: string, role: string): string[] {
  if (!PET_TRADES.test(role)) return [];
  const found =
    /^(?:is |has |can |does |will |did |when (?:is|can|will) |how is )?(\p{L}{3,})(?:['’]s)? (?:(?:and (\p{L}{3,}) )?(?:is|are|has|have|can|needs?|will|did|didn['’]?t|got|was|were|ready|due|come|be)\b|(?:jabs|booster|coat|nails|results|appointment)\b)/iu.exec(
      question.trim(),
    );
  return [found?.[1], found?.[2]].flatMap((word) => (word && !NO_NAMES.test(word) ? [nameCase(word)] : []));
}
