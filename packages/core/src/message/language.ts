import type { Message } from '../documents/message.ts';
import type { Token } from './tokens/index.ts';

// Function words: the commonest words of a language, which no message of more than a few words does without.
const ENGLISH = new Set(
  'the a an and or to of in is are am was were be been i you he she it we they my your our his her this that for on at with from by as if but not have has had do does did can could will would about me us please call thanks hello hi what when who how there here just so up out no yes'.split(
    ' ',
  ),
);
const OTHERS = new Set(
  (
    'el la los las un una de del que y en por para con su al lo como pero mi tu soy usted nos gracias hola buenos dias llamada favor ' +
    'le les des du et est je vous nous il elle une dans pour avec sur votre mon ma ce cette qui ne pas bonjour merci rappelez suis ' +
    'der die das und ist ich sie wir nicht mit ein eine zu auf von den dem im bitte guten danke hallo rufen mich ihre haben bin ' +
    'il di che per un sono mi chiamo grazie buongiorno della con non gli alla nel ' +
    'o os uma para com não por favor obrigado meu sou voce você ola ' +
    'het een van en ik niet met voor dat op te zijn bedankt goedemorgen mijn ' +
    'main hai hain hoon ka ki ke ko se mera aap kya nahi mujhe kar namaskar bol raha rahi ' +
    'jest się nie na proszę dzień dobry mam dziękuję ' +
    'och att det som är jag inte på med till tack hej ' +
    'bir ve bu için ile ben merhaba lütfen ' +
    'agus tá mé ní sé go raibh maith'
  ).split(' '),
);

/** Too few words to tell a language by. */
const FEW_WORDS = 4;

/** "en", "other" for what does not read as English, "none" where there is no word at all. */
export function languageOf(text: string, tokens: readonly Token[]): Message['language'] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0) return tokens.some((token) => /[\p{L}\p{N}]/u.test(token.norm)) ? 'en' : 'none';
  if (latin * 2 < letters) return 'other';
  let english = 0;
  let foreign = 0;
  let total = 0;
  for (const token of tokens) {
    if (token.stop) continue;
    total++;
    if (ENGLISH.has(token.norm)) english++;
    else if (OTHERS.has(token.norm)) foreign++;
  }
  return total >= FEW_WORDS && foreign > english ? 'other' : 'en';
}
