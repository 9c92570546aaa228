import { brevity } from './brevity.ts';
import { bridge } from './bridge.ts';
import { goal } from './goal.ts';
import { identity } from './identity.ts';
import { number } from './number.ts';
import { recording } from './recording.ts';
import { replyOption } from './reply-option.ts';
import { request } from './request.ts';
import { tone } from './tone.ts';

/** The seven tips by id. */
export const TIPS = { goal, bridge, brevity, tone, request, number, 'reply-option': replyOption } as const;

/** The two notes by id. */
export const NOTES = { identity, recording } as const;
