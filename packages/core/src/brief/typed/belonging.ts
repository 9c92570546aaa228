/** Who is so of the one called. */
export const OF_YOURS = /^(?:customer|client|patient|tenant|guest|former (?:student|pupil|colleague|patient|client|tenant))$/;
/** Whom teachers, doctors and coaches have in their care. */
export const CHARGES = /^(?:pupil|student|patient|child|kid|player|resident|tenant|trainee|apprentice|member|employee|learner)$/;

/** Who belongs to a person by name. */
export const FAMILY =
  /^(?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife|grandmother|grandfather|grandma|grandpa|aunt|uncle|guardian|widow|widower|wife|partner|carer|bridesmaid|neighbou?r|niece|nephew|cousin|fianc[eé]e?)$/i;

/** A child has one of each, and a department one that runs it. */
export const PARENT =
  /^(?:mother|father|mum|mom|dad|manager|director|secretary|leader|captain|coordinator|supervisor|editor|superintendent)$/i;
