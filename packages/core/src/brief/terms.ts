import { sayAddress } from '../spoken/index.ts';
import type { Brief, BriefBridge, BriefDraft } from './brief.ts';
import { completeNumber } from './typed/phone.ts';

/** The names, firms, numbers and addresses of a brief, each as it would be said or written: what a take of the call may hold. */
export function termsOfBrief({ caller, whom, bridge, numbers = [], replyChannels = [], region = 'US' }: BriefDraft): string[] {
  const named = [caller?.name, caller?.organisation, whom?.name, whom?.organisation, ...(bridge ? namesIn(bridge) : [])];
  const channels = replyChannels.flatMap(({ address, name }) => [address && sayAddress(address), name]);
  const dialled = numbers.flatMap(({ number }: Brief['numbers'][number]) => numberTerms(number, region));
  return [...new Set([...named, ...channels, ...dialled].filter((term) => term !== undefined && term !== ''))] as string[];
}

/** A phone number in the forms in which it may be said: as in its own country, and with the country's code. */
export function numberTerms(number: string, region: string): string[] {
  const complete = completeNumber(number, region);
  return complete === undefined ? [number] : [complete.formatNational(), complete.number];
}

function namesIn(bridge: BriefBridge): (string | undefined)[] {
  switch (bridge.tie) {
    case 'referrer':
    case 'mutual-contact':
    case 'known-colleague':
      return [bridge.person, bridge.organisation];
    case 'shared-organisation':
    case 'shared-school':
      return [bridge.organisation];
    case 'shared-event':
    case 'earlier-contact':
      return [bridge.event];
    case 'own-words':
      return [];
  }
}
