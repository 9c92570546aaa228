/** Words that open a direct question and lose their capital inside a sentence. */
const AUXILIARY = 'is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must';
const WH = 'who|whom|whose|what|which|when|where|why|how';
const PRONOUN = 'i|you|we|they|he|she|it|there|this|that';

const OPENER = new RegExp(`^(?:${AUXILIARY}|${WH}|whether|if|the|a|an|your|our|my|in|at|on|for|to|with|by|of)\\b`, 'i');
const YES_NO = new RegExp(`^(${AUXILIARY}) (${PRONOUN}) (.+)$`, 'i');
const OPEN = new RegExp(`^((?:${WH})(?: (?!(?:${AUXILIARY}|${PRONOUN}) )[\\w'-]+){0,3}) (${AUXILIARY}) (${PRONOUN})(?: (.+))?$`, 'i');
const CLAUSE = new RegExp(`^(?:whether|if|${WH})\\b`, 'i');

/** The one question in the forms a sentence can take. */
export interface QuestionForms {
  /** "Is the role still open?": stands alone. */
  direct: string;
  /** "is the role still open?": after a colon. */
  inside: string;
  /** "whether I should send it": after "to know"; absent where turning the question round is not safe. */
  clause?: string;
}

const lowered = (text: string) => (OPENER.test(text) ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text);

/** "do you know x" is "you know x", "should I go" is "I should go"; "does" and "did" would need the verb inflected. */
function uninvert(auxiliary: string, pronoun: string, rest: string): string | undefined {
  const verb = auxiliary.toLowerCase();
  const subject = pronoun.toLowerCase() === 'i' ? 'I' : pronoun.toLowerCase();
  if (verb === 'do') return `${subject} ${rest}`;
  if (verb === 'does' || verb === 'did') return undefined;
  return `${subject} ${verb} ${rest}`.trim();
}

function clauseOf(question: string): string | undefined {
  const yesNo = YES_NO.exec(question);
  if (yesNo) {
    const turned = uninvert(yesNo[1] ?? '', yesNo[2] ?? '', yesNo[3] ?? '');
    return turned && `whether ${turned}`;
  }
  const open = OPEN.exec(question);
  if (!open) return undefined;
  const turned = uninvert(open[2] ?? '', open[3] ?? '', open[4] ?? '');
  return turned && `${lowered(open[1] ?? '')} ${turned}`;
}

/**
 * Reads the person's question. "Is it open?" also gives "whether it is open"; an indirect one ("whether the role is open") stands as it is.
 */
export function questionForms(question: string): QuestionForms {
  const bare = question.trim().replace(/[.?!\s]+$/, '');
  const asked = question.trim().endsWith('?') || !/^(?:whether|if)\b/i.test(bare);
  if (!asked) return { direct: '', inside: '', clause: lowered(bare) };
  if (CLAUSE.test(bare) && !question.trim().endsWith('?')) return { direct: '', inside: '', clause: lowered(bare) };
  const direct = `${bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}?`;
  const clause = clauseOf(bare);
  return { direct, inside: `${lowered(bare)}?`, ...(clause ? { clause } : {}) };
}
