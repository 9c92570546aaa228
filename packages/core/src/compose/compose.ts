import type { Brief } from '../brief/brief.ts';
import { allowedTips, missingParts } from '../brief/missing.ts';
import { RingbackError } from '../documents/failure.ts';
import type { TipId } from '../documents/review.ts';
import type { Reader } from '../message/reader/index.ts';
import { LENGTH_SEC, spokenLength } from '../spoken/length.ts';
import { namedOnce } from './grammar/named-once.ts';
import { type SpeechParts, speechParts } from './grammar/parts.ts';
import { seededRandom } from './grammar/speech.ts';
import { MANNER_NAMES, MANNER_NOTES, type Manner, mannersFor, planScript } from './manners.ts';
import { tipsNotPassed } from './read-script.ts';
import { keeping, Room } from './room.ts';
import { hasPart, SPARE_PARTS, type SparePart, saidParts } from './said-parts.ts';
import { type FillOptions, fewestSeconds, fillSlots, WordingDeck } from './wording.ts';
import { stopwatch, tokenOverlap } from './words.ts';

/** How to compose. */
export interface ComposeOptions {
  /** Reads every script back. */
  reader: Reader;
  /** The same seed gives the same scripts. Default 1. */
  seed?: number;
  /** How many scripts, in as many manners. Default 3. */
  count?: number;
  /** Seconds a script may take. Default {@link LENGTH_SEC}: what is heard out. */
  budgetSec?: number;
  /** Words per minute this person speaks in messages. */
  pace?: number;
}

/** Scripts of one brief may share this much of their words at most. House rule of the issue: no two alike. */
export const LARGEST_OVERLAP = 0.7;
/** Deals of wordings that are tried before the best so far is taken. House rule: a deal takes milliseconds. */
const MOST_DEALS = 40;
/** Deals without a better one after which the best so far is taken. House rule. */
const PATIENCE = 24;
/** Wordings of one script that are tried within a deal. House rule. */
const MOST_DRAWS = 12;

/** Deals before other manners than the best are tried. House rule. */
const DEALS_OF_BEST_MANNERS = 4;

/** Deals in which each part is kept in some script, before what is enough in one may go. House rule. */
const DEALS_WITH_EVERY_PART = 12;
/** Deals that take a wording a second time before they leave out a reason. House rule. */
const DEALS_WITH_ALL = 16;
/** Deals in which the first script leaves out nothing and the others have the subject at least, before these may lose it too. House rule. */
const DEALS_WITH_TOPIC = 28;

/** A prime: neighbouring seeds must not share their later deals. */
const SEED_STEP = 7919;
/** How many missed tips two scripts that are alike weigh. House rule. */
const FAULTS_OF_TWINS = 3;
/** How many missed tips a part weighs that no script says and one has room for. House rule. */
const FAULTS_OF_UNSAID = 0.1;

/** One script. */
export interface ComposedScript {
  manner: Manner;
  /** What it may be kept under beside the others: "Martin Oyelaran, the question first". */
  name: string;
  /** What this manner is good for. */
  note: string;
  text: string;
  words: number;
  /** As a review estimates it. */
  seconds: number;
  /** Tips that the brief allows and this script does not pass; empty unless the person's own words stand in the way. */
  unmet: TipId[];
  /** Parts of the brief that it says. */
  says: SparePart[];
}

/** What the composer answers. */
export interface Composition {
  scripts: ComposedScript[];
  /** True when all that the brief needs said fits the budget. */
  fits: boolean;
  /** Tips no script from this brief can pass, for want of a part. */
  notAllowed: TipId[];
  /** Parts of the brief that no script says. */
  unsaid: SparePart[];
}

interface Deal {
  scripts: ComposedScript[];
  /** Lower is better; 0 is what is wanted. */
  faults: number;
}

type ReadFillOptions = FillOptions & {
  reader: Reader;
  pace: number | undefined;
  kept: (manner: Manner, place: number) => readonly SparePart[];
};

/** Whom it is for, and its manner. */
function nameOf(manner: Manner, { brief: { whom } }: SpeechParts): string {
  return `${whom.title ? `${whom.title} ` : ''}${whom.name}, ${MANNER_NAMES[manner]}`;
}

function lengthOf(text: string, pace: number | undefined): Pick<ComposedScript, 'words' | 'seconds'> {
  const { words, seconds } = spokenLength(text, pace);
  return { words, seconds };
}

const areTwins = (one: string, other: string) => tokenOverlap(one, other) >= LARGEST_OVERLAP;

/** Fills one manner until it passes all that is wanted; the best try when none does. */
function fillManner(
  manner: Manner,
  parts: SpeechParts,
  deck: WordingDeck,
  fill: ReadFillOptions,
  others: readonly ComposedScript[],
): ComposedScript {
  const slots = keeping(planScript(manner, parts), fill.kept(manner, others.length), parts);
  const wanted = allowedTips(parts.brief);
  let best: { wordings: string[]; script: ComposedScript; faults: number } | undefined;
  for (let draw = 0; draw < MOST_DRAWS && (best === undefined || best.faults > 0); draw += 1) {
    const wordings = fillSlots(slots, deck, fill);
    const whole = wordings.join(' ');
    const text = namedOnce(whole, parts);
    const twins = others.filter((other) => areTwins(text, other.text)).length;
    // What is alike anyway need not be read.
    if (twins > 0 && best !== undefined) continue;
    const script = {
      manner,
      name: nameOf(manner, parts),
      note: MANNER_NOTES[manner],
      text,
      ...lengthOf(text, fill.pace),
      unmet: tipsNotPassed(text, parts.brief, wanted, fill),
      says: saidParts(whole, parts),
    };
    const faults = FAULTS_OF_TWINS * twins + script.unmet.length;
    if (best === undefined || faults < best.faults) best = { wordings, script, faults };
  }
  deck.keep(best?.wordings ?? []);
  return (
    best?.script ?? {
      manner,
      name: nameOf(manner, parts),
      note: MANNER_NOTES[manner],
      text: '',
      words: 0,
      seconds: 0,
      unmet: wanted,
      says: [],
    }
  );
}

function deal(parts: SpeechParts, manners: readonly Manner[], seed: number, fill: ReadFillOptions): Deal {
  const deck = new WordingDeck(seededRandom(seed));
  const scripts: ComposedScript[] = [];
  for (const manner of manners) scripts.push(fillManner(manner, parts, deck, fill, scripts));
  const alike = scripts.flatMap((one, index) => scripts.slice(index + 1).filter((other) => areTwins(one.text, other.text)));
  // Two scripts alike are worse than one tip missed: the person would have nothing to choose from.
  return { scripts, faults: FAULTS_OF_TWINS * alike.length + scripts.reduce((sum, { unmet }) => sum + unmet.length, 0) };
}

/** The parts of a brief that none of its scripts says. */
const unsaidIn = (scripts: readonly ComposedScript[], parts: SpeechParts): SparePart[] =>
  SPARE_PARTS.filter((part) => hasPart(part, parts) && !scripts.some(({ says }) => says.includes(part)));

/** The best manners first; when their wordings keep falling short, others take their place in turn. */
function mannersOfRound(available: readonly Manner[], count: number, round: number): Manner[] {
  const from = Math.max(0, round - DEALS_OF_BEST_MANNERS + 1) % available.length;
  return [...available.slice(from), ...available.slice(0, from)].slice(0, count);
}

/** Every third deal after those of the best manners keeps what passed so far. */
const isSecondTry = (round: number): boolean => round >= DEALS_OF_BEST_MANNERS && (round - DEALS_OF_BEST_MANNERS) % 3 === 0;

/** The manners of the best deal that passed, and others in place of those that did not; undefined where all passed. */
function besides(best: Deal | undefined, available: readonly Manner[], count: number): Manner[] | undefined {
  const fell = new Set(best?.scripts.flatMap(({ manner, unmet }) => (unmet.length > 0 ? [manner] : [])));
  if (fell.size === 0) return undefined;
  return [...available.filter((manner) => !fell.has(manner)), ...fell].slice(0, count);
}

/** The manners that fit, where there are enough of them; else all, those that fit first. */
function fittingFirst(manners: readonly Manner[], fits: (manner: Manner) => boolean, count: number): Manner[] {
  const fitting = manners.filter(fits);
  return fitting.length >= count ? fitting : [...fitting, ...manners.filter((manner) => !fitting.includes(manner))];
}

/**
 * Writes scripts from a brief, each in a manner of its own, and says nothing that the brief does not say.
 * Every script is read back by the reviewer; wordings are dealt again until all pass the tips the brief allows and no two are alike.
 * @throws RingbackError `brief-lacks` naming what no script can do without.
 */
export function composeScripts(brief: Brief, options: ComposeOptions): Composition {
  const needed = missingParts(brief).filter((part) => part.needed);
  if (needed.length > 0) {
    const names = needed.map(({ part, why }) => `"${part}" (${why})`).join('; ');
    throw new RingbackError(
      'brief-lacks',
      `The brief lacks ${names}. Add it to the brief, or run ringback compose at a terminal to be asked.`,
    );
  }
  const { reader, seed = 1, count = 3, budgetSec = LENGTH_SEC.heardOut, pace } = options;
  const secondsOf = stopwatch(pace);
  const parts = speechParts(brief);
  const canFit = (manner: Manner) => fewestSeconds(planScript(manner, parts), secondsOf) <= budgetSec;
  const room = new Room(parts, secondsOf, budgetSec);
  const fitting = fittingFirst(mannersFor(parts), canFit, count);
  const most = Math.max(0, ...fitting.map((manner) => room.of(manner).length));
  // Where the subject, the firm and the reason fit in enough manners, no script does without them; else one has them.
  const whole = fitting.filter((manner) => room.of(manner).length === most);
  const available = whole.length >= count ? whole : [...whole, ...fitting.filter((manner) => !whole.includes(manner))];
  let best: Deal | undefined;
  let found = 0;
  for (let round = 0; round < MOST_DEALS && round - found < PATIENCE && (!best || best.faults > 0); round += 1) {
    const keeps = round < DEALS_WITH_ALL;
    const inTurn = keeps ? available : fitting;
    const manners = (isSecondTry(round) ? besides(best, inTurn, count) : undefined) ?? mannersOfRound(inTurn, count, round);
    const shared = room.shared(manners);
    const next = deal(parts, manners, seed + round * SEED_STEP, {
      reader,
      pace,
      budgetSec,
      secondsOf,
      lean: round % 2 === 1,
      whole: keeps,
      kept: (manner, place) => {
        if (round < DEALS_WITH_EVERY_PART) return shared[place] ?? [];
        if (keeps || place === 0) return room.of(manner);
        return round < DEALS_WITH_TOPIC ? room.of(manner).filter((part) => part === 'topic') : [];
      },
    });
    // What one script does without is a fault too, and less than a tip missed; so is what all do without.
    if (!keeps && most > 0) next.faults += round < DEALS_WITH_TOPIC ? 0.5 : 0.75;
    next.faults += FAULTS_OF_UNSAID * unsaidIn(next.scripts, parts).filter((part) => shared.flat().includes(part)).length;
    if (best && next.faults >= best.faults) continue;
    best = next;
    found = round;
  }
  const allowed = allowedTips(brief);
  const notAllowed = (['bridge', 'request', 'number', 'reply-option'] as const).filter((tip) => !allowed.includes(tip));
  const fits = available.slice(0, count).every(canFit);
  const scripts = best?.scripts ?? [];
  return { scripts, fits, notAllowed, unsaid: unsaidIn(scripts, parts) };
}
