/** Slips of the fingers that are heard as nothing when said, and seen when read. */
const SLIPS: ReadonlyMap<string, string> = new Map(
  (
    'tomorow:tomorrow tommorow:tomorrow tommorrow:tomorrow tomorrrow:tomorrow wensday:Wednesday wednsday:Wednesday thrusday:Thursday thurday:Thursday ' +
    'tuseday:Tuesday firday:Friday saterday:Saturday febuary:February availible:available availabe:available avaliable:available availble:available ' +
    'recieve:receive recieved:received adress:address seperate:separate definately:definitely untill:until untl:until appoitment:appointment ' +
    'apointment:appointment appointmnet:appointment intrested:interested intersted:interested postion:position postition:position oppening:opening ' +
    'oportunity:opportunity oppurtunity:opportunity referance:reference refrence:reference schdule:schedule shedule:schedule calender:calendar ' +
    'accomodate:accommodate accomodation:accommodation begining:beginning buisness:business comittee:committee commitee:committee enviroment:environment ' +
    'goverment:government greatful:grateful independant:independent maintainance:maintenance neccessary:necessary necesary:necessary occured:occurred ' +
    'occurence:occurrence parliment:parliament posession:possession prefered:preferred recomend:recommend recomended:recommended reccomend:recommend ' +
    'succesful:successful tommorows:tomorrows truely:truly wether:whether wich:which teh:the thier:their freind:friend freinds:friends becuase:because ' +
    'becasue:because wierd:weird writting:writing intership:internship internhsip:internship maneger:manager manger:manager garantee:guarantee ' +
    'pls:please plz:please thx:thanks u:you ur:your til:until nite:night thru:through tonite:tonight abt:about appt:appointment mtg:meeting tmrw:tomorrow tmr:tomorrow hrs:hours mins:minutes dept:department wks:weeks yrs:years wk:week yr:year msg:message ppl:people bday:birthday prob:probably probs:probably ' +
    'tmw:tomorrow tomoz:tomorrow cuz:because coz:because bcoz:because lemme:let.me gimme:give.me soz:sorry ya:you wanna:want.to gonna:going.to'
  )
    .split(' ')
    .map((pair) => pair.replace('.', ' ').split(':') as [string, string]),
);
/** Short forms whose mark was left out, where the word is no other one. */
const UNMARKED: ReadonlyMap<string, string> = new Map(
  "im:I'm ive:I've wont:won't thats:that's whats:what's theres:there's dont:don't doesnt:doesn't didnt:didn't isnt:isn't arent:aren't wasnt:wasn't werent:weren't cant:can't couldnt:couldn't wouldnt:wouldn't shouldnt:shouldn't havent:haven't hasnt:hasn't youre:you're youve:you've theyre:they're hes:he's shes:she's weve:we've theyve:they've youd:you'd theyd:they'd itd:it'd itll:it'll youll:you'll theyll:they'll whos:who's wheres:where's hows:how's hadnt:hadn't mustnt:mustn't neednt:needn't yall:y'all"
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTH =
  /\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? (?=\d{1,2}(?:st|nd|rd|th)?\b)|(?<=\b\d{1,2}(?:st|nd|rd|th)?(?: of)? )(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?/gi;

/** What belongs to a relation, typed without its mark: "my daughters appointment". */
const OWNERS =
  /\b((?:my|your|our|his|her) (?:daughter|son|mother|father|mum|mom|dad|sister|brother|wife|husband|dog|cat|boss|friend|neighbou?r|uncle|aunt))s (?=(?!(?:and|or|are|were|have|had|will|would|can|could|do|did|who|that|to|in|at|on|from|with|for|is|both|all|need|want|went|go|came)\b)\p{Ll}+)/giu;

/** The person's own words with the commonest slips mended: letters, left-out marks, months cut short. Capitals are not its matter. */
export function spelling(text: string): string {
  return text
    .replace(/\br u\b/g, 'are you')
    .replace(/\buntil when\b/gi, 'by when')
    .replace(/ ?\/ (?=(?:who|what|when|where|why|how|which|can|could|do|does|is|are|will|should)\b)/gi, ', and ')
    .replace(/\b(1[3-9]|2[0-3]) ?o['’]clock\b/gi, (_, hour: string) => `${Number(hour) - 12} o'clock`)
    .replace(/\b(before|after|by|over|until|during) (?=(?:weekend|end of)\b)/gi, '$1 the ')
    .replace(/(?<=\b(?:fri|sat|mon|friday|saturday|monday) ?(?:or|and|,|\/|&) ?)sun\b/gi, 'Sunday')
    .replace(/\bis possible (?=(?:I|we|to|if|that|you)\b)/gi, 'is it possible ')
    .replace(/(?<= )w\/?o (?=\p{L})/gu, 'without ')
    .replace(/(?<= )w(?:\/ ?| )(?=\p{L})/gu, 'with ')
    .replace(/\b2(?=(?:nite|night|day|moro|morrow|moz)\b)/gi, 'to')
    .replace(/\bb4\b/gi, 'before')
    .replace(/(?<= )bout (?=an?\b|\d|the\b|my\b|your\b)/g, 'about ')
    .replace(/(?<=\b(?:the|my|your|our|his|her|a)) dr\b\.?(?! \p{Lu})/gu, ' doctor')
    .replace(/(\b\d+)[ -]?mins?\b\.?(?= (?:call|chat|talk|visit|meeting|walk|drive|slot|session|lesson))/gi, '$1-minute')
    .replace(
      /(?<=\ban? )(\d+)[ -]?(min|hr)s?\b\.?(?= \p{L})/giu,
      (_, count: string, unit: string) => `${count}-${unit === 'hr' ? 'hour' : 'minute'}`,
    )
    .replace(/(\b\d+) ?hrs?\b/gi, (_, count: string) => `${count} ${count === '1' ? 'hour' : 'hours'}`)
    .replace(/(\b\d+) ?mins?\b/gi, (_, count: string) => `${count} ${count === '1' ? 'minute' : 'minutes'}`)
    .replace(
      /\b((?:some|any|every)(?:one|body)|nobody)s (?=(?:been|got|gone|\p{L}+ing|taken|left|moved|already|still|a|the|not|in|at|on)\b)/giu,
      "$1's ",
    )
    .replace(/\bid (?=(?:like|love|be|want|need|prefer|rather|appreciate|have|say|really|just|also)\b)/gi, "I'd ")
    .replace(/\bill (?=(?:fill|be|bring|call|come|pay|take|do|get|send|pick|meet|make|have|give|drop|wait|let|go|see|need)\b)/g, "I'll ")
    .replace(/\bits (?=been\b|(?:a|an|the|not|only|still|too|so|very|been|just|\$|£|€|\d)(?: |(?<=[$£€\d])))/gi, "it's ")
    .replace(
      /\bits (?=(?:in|on|at|under|near|behind|with|from|gone|broken|here|there|ready|ok|okay|fine|late|cold|hot|down|up|out|off|about|all|too|no|my|your|our)\b)/gi,
      "it's ",
    )
    .replace(/\bno\.? (?=\d)/gi, 'number ')
    .replace(
      /\b(mon|tues?|weds?|thurs?|thu|fri|(?<!\b(?:i|we|you|he|she|they|who|and|have|had|has) )sat)\b(?!['’.]?\p{L})/giu,
      (short, _, place: number, whole: string) =>
        // "SAT prep" is a test.
        short === 'SAT' &&
        /\p{Ll}/u.test(whole) &&
        /^ (?!(?:morning|afternoon|evening|night|at|or|and|noon)\b)\p{Ll}/u.test(whole.slice(place + 3))
          ? short
          : (DAYS.find((day) => day.startsWith(short.slice(0, 1).toUpperCase() + short.slice(1, 3).toLowerCase())) ?? short),
    )
    .replace(/(?<!\p{N})\p{L}+(?:['’]\p{L}+)?(?![\p{L}\p{N}])/gu, (word, place: number, whole: string) => {
      const known =
        SLIPS.get(word.toLowerCase()) ??
        (word === word.toLowerCase() ||
        (word.length > 3 && word === word.toUpperCase()) ||
        /^(?:Im|Ive|Wont|Dont|Cant|Didnt|Doesnt|Isnt)$/.test(word)
          ? UNMARKED.get(word.toLowerCase())
          : undefined);
      return known === undefined
        ? word
        : /^\p{Lu}/u.test(word) && word.length > 1 && (!known.includes("'") || /(?:^|[.!?] )$/.test(whole.slice(0, place)))
          ? known.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
          : known;
    })
    .replace(MONTH, (said) => {
      const long = MONTHS.find((month) => month.toLowerCase().startsWith(said.trim().slice(0, 3).toLowerCase())) ?? said;
      return said.endsWith(' ') ? `${long} ` : long;
    })
    .replace(OWNERS, "$1's ")
    .replace(
      /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s (?=(?:game|match|meeting|class|lesson|service|practice|show|session|party|concert|call|shift)\b)/gi,
      "$1's ",
    )
    .replace(/\b(mother|father|sister|brother|son|daughter) in law\b/gi, '$1-in-law');
}
