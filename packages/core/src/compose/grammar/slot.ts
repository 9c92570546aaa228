/** What a slot of a script does; slots of one kind share a deck of wordings, so that scripts differ. */
export type SlotKind =
  | 'opening'
  | 'tie'
  | 'about'
  | 'question'
  | 'deadline'
  | 'because'
  | 'minutes'
  | 'ask'
  | 'number'
  | 'second-number'
  | 'reply'
  | 'repeat'
  | 'closing';

/** One place of a script with the ways to fill it. */
export interface Slot {
  kind: SlotKind;
  /** Whole sentences that say the same; at least one. */
  options: string[];
  /** Shorter wordings that leave out what only helps; used when other wordings were not enough. */
  short?: string[];
  /** When the script is too long, slots with the lowest number go first; those without one stay. */
  drop?: number;
}

type Option = string | false | undefined;

const filled = (options: readonly Option[]): string[] =>
  options.filter((option) => typeof option === 'string' && option !== '') as string[];

/** A slot with its empty options left out; none when nothing is left. */
export function slot(
  kind: SlotKind,
  options: readonly Option[],
  more: { drop?: number | undefined; short?: readonly Option[] } = {},
): Slot[] {
  const whole = filled(options);
  if (whole.length === 0) return [];
  const short = filled(more.short ?? []);
  return [{ kind, options: whole, ...(short.length > 0 ? { short } : {}), ...(more.drop === undefined ? {} : { drop: more.drop }) }];
}

/** In which order parts go when a script is over budget: colour, then what only helps. House rule. */
export const DROP_ORDER = { about: 2, secondNumber: 3, minutes: 4, topic: 5, because: 6 } as const;
