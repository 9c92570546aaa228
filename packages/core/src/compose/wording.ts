import { DROP_ORDER, type Slot, type SlotKind } from './grammar/slot.ts';
import type { Random } from './grammar/speech.ts';
import { countWords } from './words.ts';

/** Words by which a wording that was used in another script may be worse than a fresh one, and still be passed over. House rule. */
const WORTH_OF_FRESHNESS = 3;

/** Deals wordings so that scripts of one brief differ: each kind of slot has its own place in the pack, and no wording comes twice while others are left. */
export class WordingDeck {
  readonly #random: Random;
  readonly #drawn = new Map<SlotKind, number>();
  readonly #used = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** The next wording of a slot that no script has used yet; the next one at all when every one was used. */
  draw({ kind, options }: Slot): string {
    const from = (this.#drawn.get(kind) ?? Math.floor(this.#random() * options.length)) + 1;
    this.#drawn.set(kind, from);
    const inOrder = options.map((_, index) => options[(from + index) % options.length] ?? '');
    return inOrder.find((option) => !this.#used.has(option)) ?? inOrder[0] ?? '';
  }

  /** Whether another script has this wording. */
  isUsed(wording: string): boolean {
    return this.#used.has(wording);
  }

  /** Remembers the wordings of a finished script. */
  keep(wordings: readonly string[]): void {
    for (const wording of wordings) this.#used.add(wording);
  }
}

interface Filled {
  slot: Slot;
  text: string;
  dropped: boolean;
}

const said = (script: readonly Filled[]) => script.filter(({ dropped }) => !dropped).map(({ text }) => text);
const lengthOf = (script: readonly Filled[]) => countWords(said(script).join(' '));
const shortest = (options: readonly string[]) => options.reduce((best, option) => (countWords(option) < countWords(best) ? option : best));
const allOptions = ({ options, short = [] }: Slot) => [...options, ...short];

/** Takes shorter wordings until the script fits or none saves anything: the one that saves just enough, fresh wordings first. */
function shorten(script: Filled[], budgetWords: number, deck: WordingDeck, optionsOf: (slot: Slot) => readonly string[]): void {
  for (let over = lengthOf(script) - budgetWords; over > 0; over = lengthOf(script) - budgetWords) {
    const steps = script
      .filter(({ dropped }) => !dropped)
      .flatMap((entry) =>
        optionsOf(entry.slot).map((option) => {
          const saving = countWords(entry.text) - countWords(option);
          // Too little is worse than too much; each word saved beyond need costs a little, and so does a wording used elsewhere.
          const cost =
            (saving < over ? (over - saving) * countWords(entry.text) : saving - over) + (deck.isUsed(option) ? WORTH_OF_FRESHNESS : 0);
          return { entry, option, saving, cost };
        }),
      )
      .filter(({ saving }) => saving > 0);
    const best = steps.toSorted((a, b) => a.cost - b.cost)[0];
    if (!best) return;
    best.entry.text = best.option;
  }
}

/** Leaves out the slots that may go, the most expendable first, until the script fits. */
function drop(script: Filled[], budgetWords: number, upTo: number): void {
  const expendable = script.filter(({ slot, dropped }) => !dropped && (slot.drop ?? Number.POSITIVE_INFINITY) <= upTo);
  for (const entry of expendable.toSorted((a, b) => (a.slot.drop ?? 0) - (b.slot.drop ?? 0))) {
    if (lengthOf(script) <= budgetWords) return;
    entry.dropped = true;
  }
}

/** Takes back what was left out and fits after all, the least expendable first. */
function restore(script: Filled[], budgetWords: number): void {
  for (const entry of script.filter(({ dropped }) => dropped).toSorted((a, b) => (b.slot.drop ?? 0) - (a.slot.drop ?? 0))) {
    const room = budgetWords - lengthOf(script);
    const fitting = [entry.text, ...entry.slot.options].find((option) => countWords(option) <= room);
    if (fitting === undefined) continue;
    entry.text = fitting;
    entry.dropped = false;
  }
}

/** How a script is filled. */
export interface FillOptions {
  budgetWords: number;
  /** Leave out what is only colour from the start, so that the wordings left have room to differ. */
  lean: boolean;
}

/**
 * Fills the slots and makes the script fit: courtesies go first, then wordings get shorter, then what is colour goes, then wordings
 * leave out what only helps, then the parts that only help go. What is left over budget then does not fit at all.
 * Answers the wordings in order.
 */
export function fillSlots(slots: readonly Slot[], deck: WordingDeck, { budgetWords, lean }: FillOptions): string[] {
  const kept = lean ? slots.filter(({ drop: order }) => order === undefined || order > DROP_ORDER.because) : slots;
  const script = kept.map((slot) => ({ slot, text: deck.draw(slot), dropped: false }));
  const fresh = (options: readonly string[]) => options.filter((option) => !deck.isUsed(option));
  drop(script, budgetWords, DROP_ORDER.closing);
  shorten(script, budgetWords, deck, ({ options }) => fresh(options));
  drop(script, budgetWords, DROP_ORDER.because);
  shorten(script, budgetWords, deck, (slot) => fresh(allOptions(slot)));
  shorten(script, budgetWords, deck, allOptions);
  drop(script, budgetWords, DROP_ORDER.minutes);
  restore(script, budgetWords);
  return said(script);
}

/** The fewest words the slots can be said in, all that may be dropped left out. */
export function fewestWords(slots: readonly Slot[]): number {
  return slots.filter((slot) => slot.drop === undefined).reduce((sum, slot) => sum + countWords(shortest(allOptions(slot))), 0);
}
