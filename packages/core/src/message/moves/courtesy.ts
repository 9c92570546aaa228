import type { Move } from '../../documents/message.ts';
import { pattern } from '../grammar.ts';
import { hitsOf, quoteOf } from '../stream/stream.ts';
import { CLASSES } from '../words/classes.ts';
import type { Reading } from './context.ts';

type Plain = 'thanks' | 'sign-off' | 'purpose' | 'pitch';

const PLAIN: readonly (readonly [Plain, number, RegExp])[] = [
  [
    'thanks',
    0.9,
    pattern(
      '(?:many thanks|thanks a million|thanks a lot|thanks so much|thanks very much|thanks ever so much|thanks again|thanks in advance|thanks|thank you(?: so much| very much| kindly| again| in advance| ,? thank you| ever so much)*|thanking you|much obliged|cheers|much appreciated|i appreciate (?:it|your time|your help)|grateful)',
      CLASSES,
    ),
  ],
  [
    'sign-off',
    0.85,
    pattern(
      '(?:bye bye|bye|goodbye|good bye|take care|talk (?:to you )?soon|speak (?:to you )?soon|talk (?:to you )?later|see you(?: <w>){0,2}|have a (?:great|good|nice|lovely|wonderful|blessed|pleasant|fantastic|grand|brilliant|safe) (?:<w> ){0,2}?(?:day|evening|weekend|one|night|week|afternoon|morning|time|ahead)|all the best|best wishes|kind regards|best regards|warm regards|regards|cheerio|ta ta|slan|god bless|good night|catch you later|look forward to (?:hearing|speaking|talking|meeting)(?: <w>){0,3}|looking forward to (?:hearing|speaking|talking|meeting)(?: <w>){0,3}|until then|over and out)',
      CLASSES,
    ),
  ],
  [
    'purpose',
    0.8,
    pattern(
      '(?:i|we|NAME) (?:am|was|are|were|is) (?:<adv*>)(?:calling|ringing|phoning|following up|getting in touch|reaching out|writing|checking in|leaving (?:you )?(?:a|this) message)(?: <w>){0,2}? (?:about|regarding|concerning|re|to|because|on|in|for|with|as|from|just) <gap:14>(?=[.?!,] )|(?:calling|ringing|phoning) (?:about|regarding|concerning|to|because|on|in|for|with) <gap:12>(?=[.?!,] )|(?:it is|this is|this) (?:about|regarding|concerning|a reminder|to let you|in regard|in relation) <gap:12>(?=[.?!,] )|the reason (?:<w> ){0,5}?is <gap:12>(?=[.?!,] )|(?:i|we) (?:just |only )?want(?:ed)? to <gap:12>(?=[.?!,] )',
      CLASSES,
    ),
  ],
  [
    'pitch',
    0.7,
    pattern(
      '(?:we|our (?:<w> ){0,3}?(?:company|firm|platform|product|service|services|solution|solutions|team|software|system|agency|tool|program|app|clients|customers)|my (?:company|firm|agency|team|business)|i) (?:<adv*>)(?:are (?:the|a|an) (?:<w> ){0,3}?(?:leading|leader|provider|premier|best|number|largest|fastest|top|trusted|one stop|global|full service|award|family|local|specialist|boutique|company|firm|agency)|is the|offer|offers|provide|provides|speciali[sz]e|speciali[sz]es|help|helps|have helped|deliver|delivers|can save|save|saves|guarantee|guarantees|can help|work with|works with|partner with|can (?:reduce|cut|increase|boost|double|improve|streamline|offer|get you|show you how)|have been (?:in business|helping|serving|doing)|design|install|build|supply|sell|do (?:roofing|windows|websites|marketing|seo))<gap:12>(?=[.?!,] )|(?:award winning|industry leading|state of the art|best in class|cutting edge|world class|next generation|end to end|one stop|market leading|top rated|unbeatable|limited time|once in a lifetime|no obligation|free (?:quote|trial|consultation|estimate|demo|gift|audit|survey)|(?:cut|reduce|slash|lower|save on|increase|boost|double|grow|streamline|maximi[sz]e|transform|improve) your (?:<w> )?(?:costs?|bills?|rates?|sales|revenue|operations|profits?|productivity|mortgage|premium|premiums|taxes|tax|overheads|traffic|leads|business|returns|roi|energy|payments))',
      CLASSES,
    ),
  ],
];

/** Thanks, sign-offs, why the caller calls, and selling. */
export function findCourtesies({ stream, words }: Reading): Move[] {
  const moves: Move[] = [];
  for (const [kind, confidence, test] of PLAIN) {
    for (const hit of hitsOf(stream, test)) {
      const quote = quoteOf(stream, words, hit.first, hit.last);
      if (
        quote !== undefined &&
        !moves.some((move) => move.kind === kind && move.charStart < quote.charEnd && quote.charStart < move.charEnd)
      )
        moves.push({ kind, ...quote, confidence });
    }
  }
  return moves;
}
