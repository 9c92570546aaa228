import { DROP_ORDER, type Slot, type SlotKind } from './grammar/slot.ts';
import type { Random } from './grammar/speech.ts';
import type { Stopwatch } from './words.ts';

/** Seconds by which a wording that was used in another script may be worse than a fresh one, and still be passed over. House rule. */
const WORTH_OF_FRESHNESS = 1.8;

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
const allOptions = ({ options, short = [] }: Slot) => [...options, ...short];

/** A script that is being made to fit. */
class Fitting {
  readonly script: Filled[];
  readonly #deck: WordingDeck;
  readonly #fill: FillOptions;

  constructor(script: Filled[], deck: WordingDeck, fill: FillOptions) {
    this.script = script;
    this.#deck = deck;
    this.#fill = fill;
  }

  /** Seconds over the budget; negative where there is room. */
  over(): number {
    return said(this.script).reduce((sum, text) => sum + this.#fill.secondsOf(text), 0) - this.#fill.budgetSec;
  }

  /** Takes shorter wordings until the script fits or none saves anything: the one that saves just enough, fresh wordings first. */
  shorten(optionsOf: (slot: Slot) => readonly string[]): void {
    const { secondsOf } = this.#fill;
    for (let over = this.over(); over > 0; over = this.over()) {
      const steps = this.script
        .filter(({ dropped }) => !dropped)
        .flatMap((entry) =>
          optionsOf(entry.slot).map((option) => {
            const saving = secondsOf(entry.text) - secondsOf(option);
            // Too little is worse than too much; each second saved beyond need costs a little, and so does a wording used elsewhere.
            const cost =
              (saving < over ? (over - saving) * secondsOf(entry.text) : saving - over) +
              (this.#deck.isUsed(option) ? WORTH_OF_FRESHNESS : 0);
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
  drop(upTo: number): void {
    const expendable = this.script.filter(({ slot, dropped }) => !dropped && (slot.drop ?? Number.POSITIVE_INFINITY) <= upTo);
    for (const entry of expendable.toSorted((a, b) => (a.slot.drop ?? 0) - (b.slot.drop ?? 0))) {
      if (this.over() <= 0) return;
      entry.dropped = true;
    }
  }

  /** Spends the room that is left on wordings that no other script has. */
  freshen(): void {
    const { secondsOf } = this.#fill;
    for (const entry of this.script.filter(({ text, dropped }) => !dropped && this.#deck.isUsed(text))) {
      const room = secondsOf(entry.text) - this.over();
      entry.text = allOptions(entry.slot).find((option) => !this.#deck.isUsed(option) && secondsOf(option) <= room) ?? entry.text;
    }
  }

  /** Takes back what was left out and fits after all, the least expendable first. */
  restore(): void {
    const dropped = this.script.filter((entry) => entry.dropped).toSorted((a, b) => (b.slot.drop ?? 0) - (a.slot.drop ?? 0));
    for (const entry of dropped) {
      const room = -this.over();
      const fitting = [entry.text, ...entry.slot.options].find((option) => this.#fill.secondsOf(option) <= room);
      if (fitting === undefined) continue;
      entry.text = fitting;
      entry.dropped = false;
    }
  }
}

/** How a script is filled. */
export interface FillOptions {
  budgetSec: number;
  secondsOf: Stopwatch;
  /** Leave out what is only colour from the start, so that the wordings left have room to differ. */
  lean: boolean;
  /** Take wordings that other scripts have before the subject or the reason goes. */
  whole: boolean;
}

/**
 * Fills the slots and makes the script fit: wordings get shorter, then what is colour goes, then wordings
 * leave out what only helps, then the parts that only help go. What is left over budget then does not fit at all.
 * Answers the wordings in order.
 */
export function fillSlots(slots: readonly Slot[], deck: WordingDeck, fill: FillOptions): string[] {
  const kept = fill.lean ? slots.filter(({ drop: order }) => order === undefined || order > DROP_ORDER.secondNumber) : slots;
  const fitting = new Fitting(
    kept.map((slot) => ({ slot, text: deck.draw(slot), dropped: false })),
    deck,
    fill,
  );
  const fresh = (options: readonly string[]) => options.filter((option) => !deck.isUsed(option));
  fitting.shorten(({ options }) => fresh(options));
  fitting.drop(DROP_ORDER.secondNumber);
  fitting.shorten((slot) => fresh(allOptions(slot)));
  if (fill.whole) {
    fitting.drop(DROP_ORDER.minutes);
    // A wording that another script has is better than no reason.
    fitting.shorten(allOptions);
  }
  fitting.drop(DROP_ORDER.because);
  fitting.shorten(allOptions);
  fitting.freshen();
  fitting.restore();
  return said(fitting.script);
}

/** The fewest seconds the slots can be said in. */
export function fewestSeconds(slots: readonly Slot[], secondsOf: Stopwatch): number {
  return slots
    .filter((slot) => slot.drop === undefined)
    .reduce((sum, slot) => sum + Math.min(...allOptions(slot).map((option) => secondsOf(option))), 0);
}
