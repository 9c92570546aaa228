import type { Move } from '../../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { hitsOf, quoteOf } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import type { Reading } from './context.ts';

type Tone = readonly ['flattery' | 'apology', number, RegExp];
const make = (kind: Tone[0], strength: number, source: string): Tone => [kind, strength, pattern(source, CLASSES)];

const INTENSE =
  '(?:very |so |such |really |truly |absolutely |incredibly |unbelievably |terribly |awfully |deeply |dreadfully |extremely |eternally |forever |utterly |hugely |totally |profoundly |immensely |most |just |ever so |simply |literally |honestly |frankly |basically |quite |the |a |an |my |our |true |real |total |absolute |complete |huge |big |massive |greatest |biggest |living |personal |great |pure |nothing but |nothing short of |without question |without doubt |by far |hands down |easily |simply |like a |, )';
const IDOL =
  '(?:hero|heroine|idol|genius|legend|visionary|saint|angel|god|goddess|inspiration|icon|superstar|rock star|rockstar|star|guru|messiah|saviour|savior|king|queen|mastermind|giant|titan|treasure|godsend|miracle|gift|goat|prodigy|role model|north star|guiding light|luminary|maestro|master|wonder|blessing|lifesaver|marvel|oracle|shining light|beacon|pioneer|phenomenon)';
const SUPERLATIVE =
  '(?:greatest|finest|best|most <w>|smartest|wisest|kindest|cleverest|brightest|nicest|loveliest|coolest|noblest|sharpest)';
const HIGH =
  '(?:amazing|incredible|brilliant|extraordinary|phenomenal|outstanding|unparalleled|unmatched|magnificent|towering|legendary|peerless|awe inspiring|inspirational|inspiring|breathtaking|exceptional|remarkable|exquisite|unrivalled|unrivaled|esteemed|illustrious|eminent|distinguished|infinite|immense|godlike|divine|superb|stunning|stellar|genius|visionary|fabulous|glorious|marvellous|marvelous|wonderful|fantastic|astonishing|world class|supreme|unequalled|incomparable|gracious|great|sublime)';
const GIFT =
  '(?:wisdom|genius|brilliance|greatness|intellect|vision|kindness|generosity|talent|mind|leadership|career|work|success|company|firm|achievements|contribution|contributions|insight|insights|expertise|presence|mercy|grace|knowledge|reputation|legacy|taste|eye|judgement|judgment|heart|journey|accomplishments|self|personality|patience|body of work|guidance|book|books|time)';

const TONES: readonly Tone[] = [
  make('apology', 0.5, 'whatever you (?:want|like|wish|need)'),
  make(
    'flattery',
    0.5,
    'my (?:everything|idol|hero|heroine|inspiration|role model|guiding light|saviour|savior)|(?:tears of joy|in tears|i cried|i wept|i have wept)|(?:hung|hang|hangs) the moon|privilege (?:to|of) (?:breathe|breathing|even|being|merely|knowing)|nothing (?:less than|short of) (?:miraculous|genius|brilliant|extraordinary|divine|a miracle|amazing|incredible)|walk(?:s|ed)? on water|your (?:excellency|highness|majesty|grace|worship|holiness)|you have always been so (?:very )?<w>',
  ),
  make(
    'flattery',
    0.7,
    '(?:nobody|no one|none) (?:on (?:this|the) planet|in the world|alive|anywhere|else)<tail:2> (?:compares?|comes close|like you|as <w> as you)|(?:great|brilliant|wonderful|important|distinguished|remarkable|big|busy) (?:man|woman|person|mind|leader|lady|gentleman|artist|name) (?:like|such as|as) (?:you|yourself)|the best in the (?:business|world|country|game|industry)',
  ),
  make(
    'apology',
    0.6,
    '(?:mortified|ashamed|embarrassed|terrified|petrified) (?:to|that|even)|(?:far |much |so many )?(?:more important|better|bigger) (?:people|things|fish|callers|men)(?: to (?:do|fry|talk|worry|see|think))|sick of (?:me|my|hearing)|deign|(?:small fish|small fry|last person you|little project of mine|poor little|humble little)|(?:repay|thank) you enough|never repay|feel (?:so |really |absolutely |just )?(?:awful|terrible|horrible|dreadful|so bad|wretched)|(?:so|incredibly|unbelievably|eternally|deeply|forever|truly) (?:so |very |incredibly )*grateful|(?:sorry|apologi[sz]e)(?: ,| \\.| !)? (?:i am |i m |so |again |and |really |very )*(?:sorry|apologi[sz]e)',
  ),
  // Flattery: what the listener is said to be.
  make('flattery', 0.9, `you (?:are|were|have been|are all|will always be|truly are|really are) ${INTENSE}{0,5}${IDOL}`),
  make(
    'flattery',
    0.8,
    `(?:you are|you were|you re|you have been|you have got to be|you must be|surely you are|consider you|think you are|believe you are|know you are|regard you as|see you as) ${INTENSE}{0,4}${SUPERLATIVE} (?:<w> ){0,4}?(?:i|ever|alive|in|of|on|who|that|person|human|man|woman|mind|there|around|around|living|anyone|we)`,
  ),
  make(
    'flattery',
    0.6,
    `(?:you are|you were|you re|you have been) (?:${INTENSE}){0,4}(?:amazing|incredible|brilliant|extraordinary|phenomenal|magnificent|perfect|awesome|unbelievable|wonderful|so kind|so clever|so talented|so smart|fantastic|inspiring|inspirational|gorgeous|out of this world|always right|a cut above|second to none|remarkable|exceptional)`,
  ),
  make(
    'flattery',
    0.7,
    `(?:i am|am|am such|been|we are|everyone here is|being) ${INTENSE}{0,5}(?:fan|admirer|devotee|follower|fangirl|fanboy|disciple|worshipper|devoted)`,
  ),
  make(
    'flattery',
    0.8,
    `(?:i|we|everyone|everybody|the whole <w>|all of us)(?: here)? (?:<adv*>)(?:${INTENSE}){0,2}(?:worship|worships|idoli[sz]e|idoli[sz]es|adore|adores|revere|reveres|venerate|look up to|looks up to|am in awe|are in awe|stand in awe|bow|kneel|am obsessed|are obsessed|cherish|treasure|hang on your every|live and breathe)`,
  ),
  make(
    'flattery',
    0.4,
    `(?:(?:long |always |so |greatly |deeply |really |truly |hugely |huge )*(?:admired|admire|admires|admiring|respect|respected))(?: <w>){0,3}? (?:you|your)|(?:big|huge|massive) admirer`,
  ),
  make(
    'flattery',
    0.5,
    `your (?:<w> ,? ?)?${HIGH} (?:<w> ){0,2}?${GIFT}|your ${GIFT} (?:is|are|and <w> (?:is|are)) ${INTENSE}{0,3}(?:${HIGH.slice(3, -1)}|unlike|beyond|second to none|a gift|my bible|changed my life|famous|legendary)`,
  ),
  make(
    'flattery',
    0.6,
    '(?:in )?(?:awe of|humbled by|blown away by|honou?red beyond|dazzled by|starstruck|star struck|speechless|in your presence|your feet|your shadow|your footsteps|your brilliance|your greatness|your genius|kneel|bow down|bow to|pedestal|worship the ground|ground you walk|every word you|never washed|have not washed|pinch myself|can not believe i am (?:talking|speaking|leaving|calling)|changed my life|saved my life|reason i (?:get up|am alive|became|got into)|dream come true|the honou?r of a lifetime|a person of your (?:stature|calibre|caliber|standing|eminence)|someone (?:as|so) (?:<w> ){0,2}?(?:important|busy|successful|brilliant|talented|accomplished|distinguished|eminent|great|gifted)|so important a|so (?:great|eminent|distinguished|important|busy|brilliant) an? (?:<w> )?(?:man|woman|person|lady|gentleman)|(?:man|woman|person|lady|gentleman|leader) of your|like a (?:god|saint|queen|king)|god to me|no one (?:like|compares|else like)|nobody (?:like|does it|comes close)|words can not|words fail|beyond words|tremble|trembling|(?:greatest |highest |biggest )?(?:honou?r|privilege|moment|thrill) of (?:my|a) (?:life|lifetime|career)|royalty|i think the world of you|mere mortals?|us mortals|honou?red to (?:breathe|sweep|serve|carry|even))',
  ),
  make(
    'flattery',
    0.25,
    '(?:such |really |very |truly |so )?(?:impressive|great work|love (?:your|what you|the work)|big fan|fan of|enjoyed your|loved your|admire|congratulations|clearest|best thing|honou?red|an honou?r|it is my pleasure|great respect|well done|impressed)',
  ),
  // Abasement: what the caller is said to be.
  make(
    'apology',
    0.8,
    '(?:i am|i m|am|as|just|only|but|being|such|from|for|of|like) (?:well )?(?:i |aware |that |so |such |only |just |but |merely |really |a |an |the |mere |little |old |silly |poor |lowly |humble |simple |small |tiny |total |complete |absolute |, |quite )*(?:nobody|no one|no body|humble <w>|lowly|lowliest|unworthy|not worthy|insignificant|nothing|peasant|worm|fool|idiot|failure|loser|silly <w>|stupid|pathetic|beggar|servant|speck|mere <w>|ant|wreck|embarrassed to (?:be|ask|call|even)|ashamed|undeserving|clueless|useless|moron|dummy|pest|nuisance|burden|bother|hopeless)',
  ),
  make(
    'apology',
    0.8,
    '(?:not|hardly|barely|scarcely|never|isn t|in no way|far from) (?:<w> ){0,2}?(?:worthy|deserve|deserving|fit to|good enough|worth your|smart enough|dare|qualified to even|in your league|on your level|your level)|little (?:old )?(?:me|people|guy|guys)|people like me|someone like me|somebody like me|the likes of (?:me|us)|waste (?:of )?your (?:precious |valuable |important )?time|wasting your|don t deserve|out of my league|(?:take|taking) (?:up )?(?:even )?(?:a second|a moment|any) (?:of )?your|nothing (?:whatever )?to offer|beneath you|my presumption|forgive my|forgive me|in your (?:infinite|great|boundless|immense|abundant)|your humble|at your (?:mercy|feet|service always)|bottom of the barrel|who am i to|beg your (?:pardon|forgiveness|indulgence)|you do not (?:even )?know (?:me|who i am) (?:but|and) (?:i|please) (?:beg|would do)|i know i (?:am|ve|have) (?:no right|got no right|no business|nobody)|hesitate to even|if i (?:may|might) be so bold|presume',
  ),
  // Pleading.
  make(
    'apology',
    0.8,
    '(?:please|pls)(?: ,| \\.| !)? (?:oh )?(?:please|pls)(?:(?: ,| \\.| !)? (?:please|pls))*|(?:i |we )?(?:am |are )?(?:<adv*>)(?:beg|begging|plead|pleading|implore|imploring|beseech|beseeching|entreat|grovel|grovelling|groveling|praying (?:you|that you)|desperate|desperately)|(?:on my|on bended|bended|down on my|on our) (?:hands and )?knees|(?:i would|would|i ll|i will|will) (?:<adv*>)(?:do (?:absolutely |literally |just about )?(?:anything|whatever)|give (?:my|anything|an arm|the world|both)|kill|die|weep|cry|crawl|sweep|scrub|wash (?:your|the|every)|kiss|walk (?:through|over|on|across)|carry your|work for (?:free|nothing|peanuts)|polish your|clean your|faint|love you forever|owe you (?:my|everything|forever|big|for life)|sell my|name my|be forever|be eternally|sleep (?:on|outside)|lick|run through|jump through|never (?:forget|ask|bother)|be in your debt|be your (?:slave|servant|friend forever))|(?:nearly|almost|about) (?:just )?(?:died|die|fainted|cried|wept)|(?:you are|re) my (?:last|only) (?:hope|chance|option)|have mercy|take pity|pity on|last hope|i (?:really )?can not tell you how (?:much|grateful)|mean the (?:whole )?world|make my (?:day|week|year|life|decade|century)|anything (?:you (?:want|like|say|ask|need)|at all|whatsoever)|whatever (?:you say|it takes)|name your price|for the love of god|bless you|god bless (?:you|your)|thousand (?:times|thanks|apologies|pardons)|million (?:times|apologies|pardons)|forever (?:grateful|in your debt|indebted|thankful)|eternally|so ,? so (?:<w> )?(?:grateful|sorry|thankful|honou?red|much)|unbelievably|beyond (?:grateful|honou?red|words|thankful|thrilled)|indebted|ever so (?:sorry|grateful|kind)',
  ),
  // Apologies, by how far they go.
  make(
    'apology',
    0.6,
    '(?:so|very|really|terribly|awfully|dreadfully|deeply|truly|most|ever so|extremely|incredibly|frightfully|unbelievably) (?:(?:so|very|dreadfully|terribly|truly|,|really) )*sorry|(?:sincerest|deepest|profound|humble|humblest|most sincere|heartfelt|many|endless) apolog(?:y|ies)|(?:apologi[sz]e|sorry) (?:a (?:thousand|million|hundred)|again and again|profusely|from the bottom|for (?:existing|breathing|being (?:such|so|a)|even|daring|rambling|everything|babbling|wasting))|hate to (?:bother|disturb|trouble|impose|be a|ask)|sorry (?:to|for) (?:even|go on|be (?:such|a|on))',
  ),
  make(
    'apology',
    0.3,
    '(?:sorry|apologi[sz]e|apologies|pardon me|forgive me|excuse me) (?:again |<adv*>)?(?:to |for |about |if )(?:bother|bothering|disturb|disturbing|trouble|troubling|interrupt|interrupting|intrude|intruding|intrusion|take (?:up )?your|taking|impose|imposing|pester|pestering|hassle|bug|bugging|the (?:bother|trouble|intrusion|interruption|inconvenience|ramble|long message|hassle)|nag|nagging|call|calling|ring|ringing|ask|asking)|(?:i )?know (?:how |that )?(?:you are|you re|your time is|you must be|you have) (?:<w> ){0,3}?(?:busy|precious|valuable|important|swamped|a million|a hundred|better things|so many|much better)|i will not (?:take|keep|waste|bother)',
  ),
  make('apology', 0.15, '(?:sorry|apologi[sz]e|apologies|i regret)(?! ,)'),
];

/** Flattery, self-abasement, pleading and apology, each with its strength; longer and stronger readings first. */
export function findTone({ stream, words }: Reading): Move[] {
  const moves: Move[] = [];
  const ordered = [...TONES].sort((a, b) => b[1] - a[1]);
  for (const [kind, strength, test] of ordered) {
    for (const hit of hitsOf(stream, test)) {
      const quote = quoteOf(stream, words, hit.first, hit.last);
      if (quote === undefined || moves.some((move) => move.charStart < quote.charEnd && quote.charStart < move.charEnd)) continue;
      moves.push({ kind, ...quote, strength, confidence: 0.8 });
    }
  }
  return moves;
}
