import { pattern } from '../grammar.ts';
import { CLASSES } from '../words/classes.ts';

/** How a request is put. */
export type FrameName = 'modal' | 'permission' | 'conditional' | 'wish' | 'please' | 'duty' | 'bare' | 'nominal' | 'question';

/** One way to ask. The match ends where what is asked for begins. */
export interface FramePattern {
  frame: FrameName;
  pattern: RegExp;
  /** 0..1: how sure the frame alone makes it. */
  confidence: number;
}

const make = (frame: FrameName, confidence: number, source: string): FramePattern => ({
  frame,
  confidence,
  pattern: pattern(source, CLASSES),
});

/** "be able to", "mind", "be open to": what stands between the listener and the deed. */
const ABLE =
  '(?:mind |care to |consider |manage to |(?:be|feel|find it possible) (?:able |willing |open |available |free |happy |prepared |up |kind enough |good enough |so kind as |so good as |so kind |a dear and |a love and |game |ready |interested |inclined |comfortable |keen |amenable |good |around )+(?:and |as to |to |for |in )*)?';
const LISTENER =
  '(?:you|ye|yous|you all|you guys|someone|somebody|anyone|one of you|someone there|your (?:office|team|assistant|people|colleague|secretary|side|good self)|whoever <gap:4>)';
const CALLER = '(?:i|we|NAME|he|she|they|our team|our office|my <relation>)';
const WISH =
  '(?:like|love|need|want|hope|wish|prefer|appreciate|value|welcome|be (?:<adv*>)(?:very |so |most |ever so |really |much |extremely |eternally |forever )*(?:grateful|thankful|obliged|delighted|happy|glad|pleased|honou?red|thrilled|keen|interested|curious|great|good)|kill|be over the moon|give anything|die)';
const CALLING =
  '(?:calling|ringing|phoning|hoping|wondering|looking|trying|writing|reaching out|getting in touch|following up|asking|keen|anxious|eager|wanting|hopeful|on the phone|checking|checking in|touching base|leaving (?:you )?(?:a|this) message|inviting|requesting|seeking)';
const LINK =
  '(?:you |for |that |because |as |is |about |, |and |with |to |it |on |of |whether |if |i |we |was |am |were |a |chance |the |opportunity |an |able |having |getting |perhaps |maybe |just |only |really |also |see |find |out |ask |check |know |hear |learn |understand |say |very |much |quickly |very |briefly |back )';

/** Frames in which any verb may follow. */
export const FRAMES: readonly FramePattern[] = [
  make(
    'modal',
    0.95,
    `(?:could|can|would|will|might|may|wo not|will not|could not|can not|would not) ${LISTENER} (?:not )?<adv*>${ABLE}<adv*>`,
  ),
  make('permission', 0.85, '(?:could|can|may|might|shall|should) (?:i|we|you and i) <adv*>'),
  make(
    'conditional',
    0.85,
    `(?:if|whether|that|hope|hoping|sure) ${LISTENER} (?:could|would|can|might|will|were able to|were willing to|were to) <adv*>${ABLE}<adv*>`,
  ),
  make(
    'wish',
    0.8,
    `(?:i|we) (?:<adv*>)(?:would |do |will |did |should )?<adv*>${WISH} (?:it |that |you |for you |for us |if |a |the |chance |opportunity |an |able |your help |or |and |is )*(?:to |could |would |can |might |will |whether |if )*<adv*>`,
  ),
  make(
    'wish',
    0.85,
    `(?:i|we) (?:<adv*>)(?:wanted|wondered|wonder|hoped|request|ask|beg|urge|invite|would ask|must ask|have to ask|got to ask|would invite|implore|thought) <adv*>(?:you |that you |that |maybe |perhaps |for you |if |whether |to |of you |we |could |can |would |might )*<adv*>`,
  ),
  make('wish', 0.8, `${CALLER} (?:am|was|are|were|is|have been|been|would be) <adv*>${CALLING} ${LINK}{0,5}<adv*>`),
  make(
    'wish',
    0.8,
    `(?:just |only )?(?:hoping|wondering|wanted|wondered|wonder|was wondering|was hoping|calling|ringing|phoning|looking|trying|need you|need|want) (?:to |if |whether |you |that you |for you |i |we |someone |somebody )+(?:could |can |would |might |will |to )*<adv*>`,
  ),
  make(
    'wish',
    0.7,
    '(?:what i would like (?:to do )?is|the reason (?:for my call|i am calling|i called|why i am calling|for the call) is|the purpose of (?:my|this) call is|my reason for calling is)(?: to| that| if| whether)?',
  ),
  make(
    'duty',
    0.8,
    '(?:you) (?:will |just |only |still |do |would |ll )*(?:need|must|have|ought|are required|are requested|are asked|are advised|are urged)(?: to)? <adv*>',
  ),
  make(
    'please',
    0.9,
    '(?:please|kindly|pls|be sure|make sure|do not hesitate|do not forget|remember|be so kind as|be so good as|feel free|go ahead|(?:i|we) (?:ask|request|need|beg|urge|want|would like|advise|encourage|expect) (?:that )?you(?: to)?) (?:also |just |then |to |and |do |be able to |<adv*>)?',
  ),
];

/** Asks put as a noun; the match covers the whole ask up to its content. */
export const NOMINAL: readonly FramePattern[] = [
  make(
    'nominal',
    0.85,
    "(?:a|an|your|any|one) (?:quick |brief |short |simple |one line |one word |early |prompt |speedy |plain )*(?:<call>|reply|response|answer|yes or no|yes or a no|yes|text|email|line|note|word|two line reply|steer)(?: back| from you| either way| to <w>| by <w>| today| tomorrow| this <w>| before <w>)* (?:would|will|is|are|'s|can|does|should|'ll)<gap:3> ?(?:appreciated|great|good|lovely|grand|welcome|enough|fine|plenty|perfect|helpful|brilliant|wonderful|nice|all|job|do|ideal|suffice|suffices|requested|needed|super|awesome|fantastic|kind|handy|works|mean|cool|useful)",
  ),
  make(
    'nominal',
    0.8,
    '(?:all|the only thing|what|one thing|the one thing) (?:i|we) (?:would |really |just |only )*(?:need|want|ask|require|am after|am looking for|need to know|would like|like|need from you)(?: from you| to know| of you)? (?:is|are|was) (?:if |whether |for you to |you to |to know |to )*',
  ),
  make(
    'nominal',
    0.8,
    '(?:have|had|got|here is|there is|for|just|only|it is|with|\\.|,|ask you) (?:just |only |really )?(?:a|one|my|the|1) (?:quick |small |short |simple |brief |little |tiny |wee |single |specific |more |last |practical |technical )*(?:question|query|favour|favor|request|thing to ask|doubt|ask|quick one)(?: for you| to ask| to ask you| of you)?',
  ),
  make(
    'nominal',
    0.75,
    '(?:have|had|got|with|for|just|only|ask you) (?:just |only |really )?(?:two|three|a couple of|a few|couple of|2|3|some) (?:quick |small |short |simple |brief |little |tiny |wee |specific )*(?:questions|queries|favours|favors|requests|things to ask|doubts)(?: for you| to ask| to ask you)?',
  ),
  make(
    'nominal',
    0.75,
    '(?:my|the|our) (?:only |one |main |first |quick )?(?:question|query|request|doubt) (?:is|was|for you is) (?:if |whether |this |that )*',
  ),
  make(
    'nominal',
    0.6,
    '(?:look forward|looking forward|hope|hoping|waiting|await|awaiting|expecting|be waiting|eager) (?:to |for |very much |forward |eagerly )*(?:hear|hearing|speaking|your|speak|receiving|get|getting) <gap:3>(?:from you|call|reply|response|callback|back|answer|with you)',
  ),
  make(
    'nominal',
    0.6,
    '(?:revert|reply|response|call|callback|call back|action|attention|confirmation|rsvp)(?: is| are)? (?:awaited|requested|solicited|required|needed|appreciated|expected)',
  ),
];
