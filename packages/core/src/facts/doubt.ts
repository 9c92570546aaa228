import { type Message, READ_FACTS, type ReadFact } from '../documents/message.ts';
import { inDoubt } from './in-doubt.ts';

/** Every fact that the reader could not tell. */
export const doubtsOf = (message: Pick<Message, 'chances'>): ReadFact[] => READ_FACTS.filter((fact) => inDoubt(message, fact));
