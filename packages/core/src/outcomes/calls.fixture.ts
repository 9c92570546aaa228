import { beginCall, type Call, type NewCall } from './call.ts';

/** A moment on a day of November 2026, at noon. */
export const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;

/** The id of the nth call of a test. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A call left on a day of November 2026. */
export function callOn(number: number, more: Partial<NewCall> = {}): Call {
  return beginCall(idOf(number), { whom: { name: `Person ${number}` }, leftAt: day(number), ...more }, day(number));
}
