import { nameCase } from './letter-case.ts';

/** Words that houses are named by. */
export const HOUSE =
  /\b(?:ltd|limited|inc|llc|llp|plc|gmbh|sons|daughters|bros|brothers|group|services?|solutions|systems|studios?|labs?|laboratory|works|foods|farms?|growers|roofing|plumbing|heating|realty|realtors|bakery|bakers|butchers|caf[eé]|restaurant|bar|pub|clinic|surgery|hospital|hospice|practice|schools?|college|university|academy|institute|church|chapel|parish|mosque|temple|synagogue|convent|cathedral|diocese|council|club|society|association|union|trust|charity|foundation|library|museum|gallery|hotel|inn|garage|shop|stores?|salon|press|gazette|bank|agency|consulting|logistics|insurance|builders|motors|tutoring|catering|cleaning|landscaping|rescue|shelter|kennels|nursery|daycare|orchestra|choir|band|theatre|theater|team|department|office|company|firm|estates?|properties|lettings|supplies|surgeons|dental|pharmacy|chemist|gym|media|software|technologies|committee|centre|center|workshop|startup|start-up|brewery|factory|warehouse|airlines?|airways|station|ministry|embassy)\b/i;

/** A firm, school or club gets the capitals that were left out; "a small bakery in leeds" is a description and keeps to small letters. */
export function organisationCase(typed: string): string {
  const text = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[,;]+$/, '')
    .replace(/\buniv\b\.?(?= of\b)/gi, 'University')
    .replace(/\bmgmt\b\.?/gi, 'Management')
    .replace(/\bdept\b\.?/gi, (short) => (short.startsWith('d') ? 'department' : 'Department'));
  if (/^(?:a|an|my|your|our|his|her|their)\s/i.test(text)) return text.replace(/^\w+/, (word) => word.toLowerCase());
  const article = /^the\s+/i.exec(text)?.[0] ?? '';
  const name = nameCase(text.slice(article.length));
  return article ? `the ${name}` : name;
}

/** Gatherings that have names of their own. */
const NAMED_EVENT =
  /\b(?:summit|conference|expo|congress|forum|symposium|convention|meetup|awards|festival|hackathon|olympics|marathon|biennale|gala)\b/i;

/** "tidewater summit" is the Tidewater Summit, "neuro summit in Basel" the Neuro Summit in Basel; "a conference on bees" and "the open day" are none. */
export function eventCase(typed: string): string {
  const named = NAMED_EVENT.exec(typed);
  if (!named || /^(?:an?|my|your|our|last|this|that|some)\s/i.test(typed)) return typed;
  const article = /^the\s+/i.exec(typed)?.[0] ?? '';
  const end = named.index + named[0].length;
  // "oceans conference lisbon 2022": what stands behind it without a word between belongs to it.
  const tail =
    /^(?: \p{L}+){1,2}(?: \d{4})?$/u.exec(typed.slice(end)) && !/^ (?:in|at|on|of|for|last|this|and|two|a)\b/i.test(typed.slice(end));
  if (tail) return `${article.toLowerCase()}${nameCase(typed.slice(article.length))}`;
  const name = typed.slice(article.length, end);
  // "the summit" alone is any.
  return name.includes(' ') ? `${article.toLowerCase()}${nameCase(name)}${typed.slice(end)}` : typed;
}

const TAKES_ARTICLE =
  /^(?:(?:[\p{Lu}][\p{L}'-]*\s+){0,3}(?:University|Institute|School|College|Academy|Bank|Ministry|Department|Museum|Association|Society|Federation|Chamber|Office|Board|Council|Faculty|Journal|Review|Bulletin|House|Friends|Estate|Embassy|Consulate|Parish|City|County|Town)\s+(?:of|for)\b|.*\b(?:Association|Society|Council|Club|Foundation|Federation|Institute|Conference|Summit|Meetup|Forum|Expo|Symposium|Convention|Festival|Hackathon|Marathon|Gala|Olympics|Fair|Awards|Workshop|Seminar|Congress|Exchange|Collective|Alliance|Trust|Cooperative|Co-op|League|Choir|Orchestra|Guild|Commission|Committee|Authority|Coalition|Consortium|Initiative|Partnership|Library|(?:Food|Blood) Bank|(?:Fire|Police|Health|Sheriff['’]s|Works) Department)(?:,.*)?$)/u;

/** The name as it stands in a sentence: "the University of Leeds", "Harbour Foods", "the Leeds Running Club". */
export function withArticle(name: string): string {
  if (/^the\s/i.test(name)) return name.replace(/^The\s/, 'the ');
  // A name in small letters is a description: "charity run in Cork"; "eBay" and "Lena's party" need no article.
  const described =
    /^(?!(?:a|an|my|your|our|his|her|their|this|that|last|next)\s)\p{Ll}+(?![\p{Lu}\p{Ll}'’])/u.test(name) && !/^\S+['’]s?\s/.test(name);
  return TAKES_ARTICLE.test(name) || described ? `the ${name}` : name;
}
