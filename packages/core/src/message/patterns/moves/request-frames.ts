import { pattern } from '../grammar.ts';
import { CLASSES } from '../words/classes.ts';

/** How a request is put. */
export type FrameName =
  | 'modal'
  | 'conditional'
  | 'wish-you'
  | 'duty'
  | 'please'
  | 'permission'
  | 'wish-to'
  | 'calling-to'
  | 'wish-for'
  | 'embedded'
  | 'bare'
  | 'nominal'
  | 'question';

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
  '(?:find it in your <w> to |mind |care to |consider |manage to |bear to |see fit to |(?:be|feel|find it possible) (?:very |so |at all )*(?:able|willing|open|available|free|happy|prepared|up|kind enough|good enough|so kind|so good|kind|good|a dear|a love|game|ready|interested|inclined|comfortable|keen|amenable|around) (?:and |as to |as |to |for |in )*)?';
const LISTENER =
  '(?:you|ye|yous|you all|you guys|someone|somebody|anyone|one of you|someone there|either of you|you or <w>|you or your <w>|your (?:office|team|assistant|people|colleague|secretary|side|good self)|whoever <gap:4>)';
const GLAD =
  '(?:grateful|thankful|obliged|delighted|happy|glad|pleased|honou?red|thrilled|keen|interested|curious|eager|anxious|over the moon)';
const HOW = '(?:very |so |most |ever so |really |much |extremely |eternally |forever |really )*';

/** Frames of a request; which words may follow depends on the frame. */
export const FRAMES: readonly FramePattern[] = [
  make('modal', 0.95, `(?:could|can|would|will|might|may) ${LISTENER} (?:not )?<adv*>${ABLE}<adv*>`),
  make('modal', 0.9, `(?:could not|can not|would not|will not) you <adv*>${ABLE}<adv*>`),
  make(
    'conditional',
    0.85,
    `(?:(?:if|hope|hoping|hoped|wondering|wonder|(?:hope|hoping|wish|wishing|great|lovely|nice|helpful|appreciated|good) (?:that|if)) ${LISTENER} (?:could|would|can|might|will|were able to|were willing to|were to)|whether ${LISTENER} (?:could|would|might|were able to|were willing to)) <adv*>${ABLE}<adv*>`,
  ),
  make(
    'conditional',
    0.8,
    `(?:if|whether) ${LISTENER} (?:are|were) <adv*>(?:able|willing|open|available|free|happy|prepared|up|game|interested|around|still up) (?:to |for |in )*`,
  ),
  make(
    'wish-you',
    0.85,
    `(?:i|we) <adv*>(?:would |do |will |did |am |are |must |have to )?<adv*>(?:like|love|need|want|wanted|needed|prefer|ask|asking|urge|urging|beg|begging|invite|inviting|request|requesting|hoping|advise|encourage|expect|require|calling for|looking for|waiting for|trusting|trust|looking to|calling to ask|calling to get|needing) (?:for |that |on |to get )?you (?:and <w> |both |guys |all )?(?:to |will |can |could |would |might |should )*<adv*>`,
  ),
  make(
    'conditional',
    0.7,
    '(?:i|we|they) (?:can|will) <gap:10>(?:if|once|provided|as long as) you <adv*>(?!<w>ed |are |have |were |want |need |like |do |would |could |can |own |qualify )',
  ),
  make('wish-you', 0.85, '(?:need|want) (?:you|someone|somebody) (?:there )?to <adv*>'),
  make('modal', 0.85, '(?:reckon|think|suppose|any chance|chance) (?:that )?you (?:could|can|would|might) <adv*>'),
  make(
    'duty',
    0.8,
    '(?:you) (?:will |only |still |do |would |all )*(?:must|(?:need|have|ought|are required|are requested|are asked|are advised|are urged) to) <adv*>',
  ),
  make(
    'please',
    0.9,
    '(?:please|kindly|pls|be sure|make sure|do not hesitate|do not forget|remember|be so kind as|be so good as|feel free|go ahead|do me a favou?r and|be a (?:dear|love|pal|star) and|it is (?:important|imperative|vital|urgent|essential)(?: that)? you) (?:also |then |to |and |do |be able to |all )*<adv*>',
  ),
  make('permission', 0.85, '(?:could|can|may|might|shall|should) (?:i|we|you and i) <adv*>'),
  make(
    'permission',
    0.8,
    '(?:is it|would it be|is there|might it be|would there be) (?:at all |still |a |any |okay |ok |all right |alright |fine |possible |chance |way |possibility |convenient |too much |trouble |of )+(?:if |for |to |that |of )*(?:i |we |me |us |you |your )?(?:could |can |might |came |to |were )*',
  ),
  make(
    'wish-to',
    0.8,
    `(?:i|we|my <w>) <adv*>(?:would |do |will |did |should |am |are |was |were )?<adv*>(?:like|love|need|want|wanted|needed|hope|hoped|hoping|wish|prefer|looking|trying|keen|eager|anxious|wanting|be ${HOW}${GLAD}|(?:very |so |really )?${GLAD}|love the chance|like the chance|love the opportunity|appreciate the (?:chance|opportunity)|welcome the (?:chance|opportunity)|value the (?:chance|opportunity)|appreciate (?:a|an) (?:chance|opportunity)|welcome (?:a|an) (?:chance|opportunity)|after a chance) (?:for us |for you and i |for you and me |if we could |if i could |we could |we can |that we |that i |i could |i can )?to <adv*>`,
  ),
  make(
    'wish-to',
    0.8,
    '(?:i|we) <adv*>(?:would |was |were |am |are |had )?<adv*>(?:hope|hoped|hoping|wondering|wondered|wonder|thought|thinking|love it if|like it if|appreciate it if|grateful if|glad if|great if) (?:that |if |whether |maybe |perhaps )*(?:i|we|you and i) (?:could|can|might|may|should) <adv*>',
  ),
  make('wish-to', 0.75, '(?:\\.|,|and|so|but) (?:hoping|looking|wanting|trying|keen|hope|love|like) (?:we could |i could |to )<adv*>'),
  make('wish-for', 0.75, '(?:\\.|,|and|so|but) (?:just |only )?(?:hoping|looking|asking) for '),
  make(
    'calling-to',
    0.8,
    '(?:i|we|NAME|he|she) (?:am|was|are|were|is|have been) <adv*>(?:calling|ringing|phoning|writing|reaching out|getting in touch|following up|checking in|leaving (?:you )?(?:a|this) message|on the phone|after you)(?: <w>){0,2}? to <adv*>',
  ),
  make('calling-to', 0.75, '(?:\\.|,|and|so|but) (?:calling|ringing|phoning|checking|reaching out|seeing) (?:in |back |to )*<adv*>'),
  make(
    'wish-for',
    0.8,
    `(?:i|we) <adv*>(?:would |do |will |did |should |am |are |was |were |could )?<adv*>(?:like|love|need|want|(?<= would )(?:value|welcome)|appreciate|prefer|be ${HOW}${GLAD} (?:of|for|to have|to get)|(?:looking|asking|calling|hoping|waiting|praying|after|seeking|requesting|begging|do with|use)(?: for)?|request|seek|after|only after) `,
  ),
  make(
    'embedded',
    0.85,
    '(?:i|we) <adv*>(?:would |do |am |was |were |are |need to |want to |wanted to |have to |must |like to |love to |calling to |ringing to |phoning to |trying to |keen to |hoping to |curious to |should like to |wish to )*<adv*>(?:wonder|wondering|wondered|ask|asking|know|find out|see|check|hear|learn|curious|establish|understand|figure out|clarify|confirm) (?:from you |with you |you |out )?(?=(?:whether|if|when|which|what|how many|how much|how long|how soon|where|who) )',
  ),
];

/** Asks put as a noun; the match covers the whole ask up to its content. */
export const NOMINAL: readonly FramePattern[] = [
  make(
    'nominal',
    0.7,
    '(?:<number>|a few|half an hour|an hour) ?(?:minutes|mins|minute|hour)?(?: of your time)?(?: (?:on|this|next) <w>)? (?:is all|would do|will do|is plenty|would be|should do it|will be enough|is enough|any day|any time|at most on|on <day>|this week|next week|tops)',
  ),
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
    '(?:have|had|got|here is|there is|for|just|only|it is|with|\\.|,|ask you) (?:just |only |really )?(?:a|one|my|the|1) (?:<w> ){0,2}?(?:question|query|favour|favor|request|thing to ask|doubt|ask|quick one)(?: for you| to ask| to ask you| of you)?',
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
