import { planDrill } from '@ringback/core';

/** A number a person typed, as E.164 and as said at home. @throws RingbackError `bad-number` when it is not complete. */
export function parsePhoneNumber(text: string, region: string): { e164: string; national: string } {
  const { e164, steps } = planDrill(text, region);
  const national = steps
    .filter((step) => !step.group.startsWith('+'))
    .map((step) => step.group)
    .join('');
  return { e164, national };
}
