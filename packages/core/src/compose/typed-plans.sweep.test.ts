import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingParts } from '../brief/missing.ts';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan, type TypedPlan } from '../brief/typed/plan.ts';
import { namedOnce } from './grammar/named-once.ts';
import { speechParts } from './grammar/parts.ts';
import { mannersFor, planScript } from './manners.ts';

const EMPTY: TypedPlan = {
  objective: 'other',
  callerName: '',
  callerOrganisation: '',
  whomName: '',
  whomOrganisation: '',
  topic: '',
  question: '',
  minutes: '',
  deadline: '',
  because: '',
  number: '',
  email: '',
  assistant: '',
  goal: 'call-back',
  register: 'plain',
  region: 'US',
};
/** Plans typed in many voices, that seventeen readings were made of. */
const PLANS = (
  JSON.parse(readFileSync(new URL('../../../../fixtures/texts/typed-plans.json', import.meta.url), 'utf8')) as Partial<TypedPlan>[]
).map((plan) => ({ ...EMPTY, ...plan }));

/** Every wording of every manner of a plan, each in some whole script; none where the plan asks for a part first. */
function sayings(plan: TypedPlan): string[] {
  const draft = draftOfPlan(plan);
  if (missingParts(draft).some(({ needed }) => needed)) return [];
  const parts = speechParts(parseBrief(draft));
  return mannersFor(parts).flatMap((manner) => {
    const slots = planScript(manner, parts).map(({ options, short = [] }) => [...options, ...short]);
    const longest = Math.max(...slots.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => namedOnce(slots.map((options) => options[turn % options.length]).join(' '), parts));
  });
}

/** Worked out once for all kinds. */
const SAID = PLANS.map(sayings);

/** What the readings marked, by its kind. */
const MARKED: readonly (readonly [string, RegExp])[] = [
  [
    'a post greeted as a person',
    /^(?:Hi|Hello|Hey) (?:Committee|Dispatch|Concrete|School|Host|Kennels|HOA|GP|Dr Surgery|Councilwoman[.,]|Headteacher)\b/,
  ],
  [
    'a trade taken for a firm',
    /\bfrom (?:Scaffolder|Ghillie|Au Pair|Trucker|Bridesmaid|Nail Tech|Tenant|Translator|Chef|Warehouse|Bar Staff|Neighbours|Foreman|Allotment)\b/,
  ],
  ['a church taken for a faith', /\ba grace methodist\b/i],
  [
    'a statement asked',
    /\b(?:whether|is|have) (?:both twins|rent|my flight|I cannot|your dad|plot next|we were at yours|roof quote|lesson moves)\b/i,
  ],
  [
    'a clause with a question inside it',
    /(?:like to know|was wondering|(?<!\b(?:me|time) )to ask|let you know|tell you that|I am calling because) [^.:]*\? \p{Lu}/u,
  ],
  ['a statement asked for', /\bcould (?:I|we) (?:have )?[^.?]*\b(?:been|will be|is going|are going)\b/],
  ['a shout', /\b(?!HVAC|HMRC|GCSE|IBEW|ASBMB|KXPR|GP|HR|CFO|CEO|VAT|PTA|BT|DJ|QA|IIT|JNU|STAR|VP)\p{Lu}{4,}\b/u],
  [
    'a subject without its article',
    /\babout (?:bake sale|sous chef|junior designer|memory walk|farm visit|need|kindly|rain|dog in|fence down|mould)\b/i,
  ],
  ['calling twice', /\bI['’]m calling from [^?]*\bI['’]m calling\b/],
  ['a number of its own', /\bno 12\b/],
  ['a thing or a state greeted by name', /^(?:Hi|Hello|Hey) (?:Lady(?! \p{Lu})|Wedding|Camper|Crop|Familie[.,]|Ed[.,])/u],
  [
    'a skill or a house taken for where one works',
    /\ba (?:welder at 12|translator at German|Cave Bertrand)|\bfrom (?:Senior|Scoutmaster|Final Year|Apt|Dialysis|Corner Shop)\b/,
  ],
  ['a day for the past of sit', /\bWe Saturday\b/],
  [
    'a statement hung on a question',
    /\bwhether (?:deposit|his family|your car is at|mum wants|flight)\b|\bcould I have an? (?:me|us)\b|\bhe is got\b|\bis please\b|\babout [?.]/,
  ],
  ['an order that runs on', /\b(?:whether|know that|tell you that|question:|request:) [^.?]*\b(?:kindly|tonight got|or should I)\b/],
  ['a title or a name cut in two', /^(?:Hi|Hello|Hey) (?:Junior|Msgr|Mrs der|Herr Keller|Emeka)\b/],
  ['a place or a post taken for a firm', /\bfrom (?:Next Door|Président|University of Exeter, Head)\b|they\/them|\bgrad at Mechanical\b/],
  ['letters of a team for a word', /\byou11\b/],
  ['a visit’s minutes said of the call', /(?:Forty-five minutes|Half an hour|An hour) on the phone/],
  [
    'what was told before its subject',
    /\. (?:I['’]m|I am) calling about (?:Invoice 0231|a Mass|the boiler)\b(?<=(?:overdue|passed|(?<!and we've got a )newborn)\. .*)/,
  ],
  ['an assistant that nobody has', /\bmy assistant,? (?:Joanne|Noreen|Peggy)\b/i],
  ['a date in figures or in another language', /\b(?:by|before) (?:\d{1,2}[/.]\d|le |antes |bis )|\btomorrow am\b/],
  ['a deadline of tomorrow as the hour to call', /\b(?:me|answer|know|back|call) tomorrow (?:morning|evening)\b/],
  ['a number typed with its code without it', /(?:Vandenberghe|Owusu|Weiß|Le Goff|Al-Rashid)\b(?!.*\bplus \d)/],
  ['a house or a subject without its article', /\b(?:from|at) (?:Brittany|Gent|Crescent|Station 12)\b|\babout room\b|, university of\b/],
  ['a choice without its verb', /\bwhether you (?:down|right|set)\b|\bcould I have Monday\b/i],
  ['a question with its reason inside', /\bmended, it's\b|\bfloat, need\b|\byou where can\b/],
  ['a place or an office greeted by name', /^(?:Hi|Hello|Hey) (?:Parks|Environmental|Site|Ivy)\b|\bEngr\.\./],
  ['what one does taken for a house', /\bfrom (?:Pub Quiz|Dog Rescue|Choir Tenor|Year 13|84|Mill Road|B&B,)|\ba (?:wife|bridesmaid) of\b/],
  ['two sentences in one', /\bSunday we're\b|\bwon't start will\b|\b(?:Someones|The one|The id)\b|calling, when\b|shift, is it\b/],
  ['a bare list for a question', /\. (?:Peonies or roses, budget|Deadline, rate)|\. Need the\b/],
  ['two sentences in one, with a short verb', /Monday, who's\b|5-11, kid's\b|you, we meet\b|\bbus going to be\b|rd 9 it's\b/],
  ['what else is told of oneself taken for a house', /\bat (?:Forklift|Was a)\b|\ba Foster\b|\ba MSc\b|\bthe (?:claim|invoice) \d/],
  ['a question put into another', /\bmay please\b|whether please\b|\bThe (?:yours|ma|sprained)\b|\bthat's\. |tonight we collect/],
  ['letters that nobody says', /\bok w you\b|\b2nite\b|\bbout\b|\bthe dr tell\b|\b15 min\b/],
  ['what happens otherwise run on', /\bFriday or it goes\b|because you want it\b/],
  [
    'a name or a title cut short',
    /^(?:Hi|Hello|Hey) (?:Kelly\b(?=.*Niamh)|Revd|Big(?! Mike)|Hank and Louise Trimble|Rohit[,.])|\bin Penny(?! Park)|\bWho Works\b|\b4 HR\b/,
  ],
  ['a piece of a longer name as “there”', /\bthere (?:Nursing|Hospital|Freight)\b/],
  ['two relations of one', /\byour colleague (?:my|your)\b/],
  [
    'a subject or a school one is not at',
    /\bat (?:the (?:swings|injectors|irrigation|Eisteddfod)|LinkedIn|your (?:second floor|spring))\b|\bstudied at (?:Inverness|Roosevelt)|High Class of/,
  ],
  ['a church or a union worked at', /\bworked at (?:First Baptist|the (?:Local|Interfaith|82nd|Black Lawyers))/],
  ['a date of another deed', /\bEaster Day by\b|(?<!by )tomorrow teatime|\bby AGM\b/],
  ['half a sentence', /(?:^|(?<!\bM\.Sc)[.?!] )\p{Ll}|,\.|\bI\.(?: |$)/u],
];

describe('plans typed as people type', () => {
  it('are eight hundred and fifty-five', () => expect(PLANS).toHaveLength(855));

  it.each(MARKED)('never say %s', (_, pattern) => {
    const found = SAID.flatMap((texts) => texts.filter((text) => pattern.test(text)).slice(0, 1));
    expect(found).toEqual([]);
  });

  it('say what was typed or ask about it at its field: no plan is left without what it is about', () => {
    const mute = PLANS.filter((plan) => {
      const draft = draftOfPlan(plan);
      if (missingParts(draft).some(({ needed }) => needed)) return false;
      const { question, topic } = speechParts(parseBrief(draft));
      return question === undefined && topic === undefined;
    });
    expect(mute.map(({ question }) => question)).toEqual([]);
  });
});
