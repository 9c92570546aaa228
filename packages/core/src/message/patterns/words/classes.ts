import { type Classes, oneOf } from '../grammar.ts';

// Lexical classes: what kinds of word there are, in general English (British, Irish, Indian, Australian and American).
// They are listed by meaning, never collected from messages.

const RELATION =
  'colleague|coworker|co worker|workmate|friend|mate|pal|buddy|flatmate|housemate|roommate|neighbour|neighbor|boss|manager|supervisor|director|assistant|secretary|pa|sister|brother|mother|mum|mom|mam|father|dad|uncle|aunt|auntie|' +
  'cousin|wife|husband|partner|fiancee|fiance|girlfriend|boyfriend|son|daughter|nephew|niece|grandson|granddaughter|grandmother|grandfather|gran|nan|granddad|grandad|sister in law|brother in law|mother in law|father in law|teacher|professor|tutor|' +
  'coach|mentor|client|customer|accountant|lawyer|solicitor|barrister|doctor|dentist|landlord|landlady|tenant|lodger|classmate|batchmate|teammate|team mate|pastor|priest|rabbi|recruiter|agent|vet|hairdresser|barber|builder|plumber|' +
  'electrician|mechanic|ceo|cfo|cto|chairman|chairwoman|chair|president|principal|head|dean|board member|investor|contact|acquaintance|employee|predecessor|receptionist|foreman|gaffer|sergeant|captain|advisor|adviser|student|pupil|intern|' +
  'apprentice|patient|supplier|designer|architect|editor|producer|nurse|chef|bookkeeper|consultant|associate|counterpart|business partner|ex|godmother|godfather|bridesmaid|best man|instructor|trainer|trustee';

const DAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|mondays|fridays';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sep|sept|oct|nov|dec';
const ORDINAL =
  '(?:twenty |thirty )?(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]+teen|[a-z]+tie)th)|\\d{1,2}(?:st|nd|rd|th)';
const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** All classes that patterns may name. */
export const CLASSES: Classes = {
  // Adverbs that only colour are not in the stream at all; these are.
  adv: 'please|kindly|also|then|still|only|very much|greatly|humbly|so much|dearly|especially|first|sure|now|instead|at least|if possible|all|even|ever|either|always|to|quick|so',
  relation: oneOf(RELATION),
  relations:
    'colleagues|friends|mates|neighbours|neighbors|clients|customers|students|directors|partners|employees|patients|people|teachers|managers|team|staff|guys|lads|folks',
  day: DAY,
  month: MONTH,
  ordinal: ORDINAL,
  number: `\\d{1,3}|(?:a )?(?:couple|few)(?: of)?|several|half|[a-z]+teen|(?:${SMALL})|(?:twen|thir|for|fif|six|nine)ty(?: (?:one|two|three|four|five|six|seven|eight|nine))?`,
  daypart:
    'morning|afternoon|evening|night|lunchtime|lunch|noon|midday|midnight|teatime|tea time|close of business|cob|close of play|end of play|eod|end of day|end of business|breakfast|dinner|bedtime|dawn',
  clock: `(?:half past |quarter past |quarter to |half )?(?:\\d{1,2}(?:[:.]\\d{2})?(?:am|pm)?|${SMALL})(?: (?:thirty|fifteen|forty five|oclock|sharp|ish))?(?: (?:am|pm|in the (?:morning|afternoon|evening)|at night))?|noon|midday|midnight`,
  me: 'me|us|him|her|them|NAME|myself',
  call: 'call|ring|phone|telephone|buzz|dial|tinkle|bell|shout|holler|callback|call back|ring back|bell back|shout back|phone call|buzz back|tingle|missed call',
  chat: 'call|chat|conversation|talk|meeting|lunch|coffee|dinner|drink|drinks|beer|pint|interview|word|tea|breakfast|catch up|session|zoom|discussion|visit|phone call|appointment|exchange|email|emails|correspondence|demo|video call|teams call|brunch|cuppa|consultation|get together|introduction|tour|viewing|screening|natter|yarn|encounter|debrief',
  from: 'from|with|at|of|for|over at|out of|representing|on behalf of|calling from|ringing from|phoning from|speaking from',
  please:
    'please|kindly|do|just|pls|so please|then please|and please|but please|if you can|if you could|when you can|if possible|at your convenience',
};
