import type { HeardSound, Span } from '@ringback/core';
import { isSame, type ToneRun } from './tone-runs.ts';

/** Row and column frequencies of the keys (ITU-T Q.23), Hz. */
const KEY_ROWS = [697, 770, 852, 941];
const KEY_COLUMNS = [1209, 1336, 1477, 1633];
/** The three tones of a call that failed, low or high (ITU-T E.180, Telcordia SR-2275), Hz. */
const INFORMATION = [
  [913.8, 985.2, 950],
  [1370.6, 1428.5, 1400],
  [1776.7, 1776.7, 1800],
];
/** Pairs and single tones of a line (ITU-T E.180 supplement 2: North America, United Kingdom, Europe), Hz. */
const DIAL = [[350, 440], [350, 450], [425]];
const RING_ONLY = [
  [440, 480],
  [400, 450],
];
const LINE = [...DIAL, ...RING_ONLY, [480, 620], [400], [450], [460]];
/** Tones of a fax machine that calls and that answers (ITU-T T.30), Hz. */
const FAX_CALLS_HZ = 1100;
const FAX_ANSWERS_HZ = 2100;
/** How far a frequency may be off: the standards allow 1.5 % for keys; a short one is measured less exactly. */
const OFF_SHARE = 0.025;
/** Seconds between two tones of one cadence at most: a ringing tone rests for 4 s. */
const REST_SEC = 4.6;
/** Seconds between two keys that are pressed in one go, and between the three information tones. House rules. */
const BETWEEN_KEYS_SEC = 2;
const BETWEEN_INFORMATION_SEC = 0.2;
/** Seconds that one burst of a busy tone lasts at most; a longer one rings. E.180: 0.1 to 0.66 s. */
const LONGEST_BUSY_SEC = 0.7;
/** Bursts of one frequency alone that make a cadence: two may be notes. House rule. */
const FEWEST_BURSTS = 3;
/** Seconds without a rest from which a tone of the line is a dial tone. House rule: a ringing tone rests after 2 s at most. */
const DIAL_SEC = 2.6;
/** Seconds of a beep, and from where it is a steady tone. House rules. */
const BEEP_SEC = { from: 0.14, to: 1.6 };
/** Hz of a beep, and under which a steady tone is a hum. House rules. */
const BEEP_HZ = { from: 300, to: 3200 };
const HUM_BELOW_HZ = 250;

const isNear = (hz: number, wanted: number): boolean => Math.abs(hz - wanted) <= OFF_SHARE * wanted;
const isOneOf = (hz: readonly number[], sets: readonly (readonly number[])[]): boolean =>
  sets.some((set) => set.length === hz.length && set.every((wanted, k) => isNear(hz[k] ?? 0, wanted)));
const lengthOf = ({ start, end }: Span): number => end - start;

/** What the steady tones of a recording are, in order. What is too short or fits nothing is left out. */
export function lineTones(runs: readonly ToneRun[]): HeardSound[] {
  const sounds: HeardSound[] = [];
  for (let i = 0; i < runs.length; ) {
    const [sound, count] = keysAt(runs, i) ?? informationAt(runs, i) ?? cadenceAt(runs, i) ?? single(runs[i]);
    const last = sounds.at(-1);
    if (sound !== null && last?.kind === sound.kind && sound.kind === 'information-tone') last.end = sound.end;
    else if (sound !== null) sounds.push(sound);
    i += count;
  }
  return sounds;
}

type Found = [HeardSound | null, number];

const isKey = ({ hz }: ToneRun): boolean =>
  hz.length === 2 && KEY_ROWS.some((row) => isNear(hz[0] ?? 0, row)) && KEY_COLUMNS.some((column) => isNear(hz[1] ?? 0, column));

function keysAt(runs: readonly ToneRun[], from: number): Found | null {
  const first = runs[from];
  if (first === undefined || !isKey(first)) return null;
  let [end, count] = [first.end, 1];
  for (let next = runs[from + 1]; next !== undefined && next.start - end < BETWEEN_KEYS_SEC; next = runs[from + count]) {
    if (!isKey(next)) break;
    end = next.end;
    count += 1;
  }
  return [{ kind: 'keys', start: first.start, end }, count];
}

function informationAt(runs: readonly ToneRun[], from: number): Found | null {
  const three = runs.slice(from, from + INFORMATION.length);
  const fits = INFORMATION.every((wanted, k) => {
    const run = three[k];
    const before = three[k - 1];
    if (run === undefined || (before !== undefined && run.start - before.end > BETWEEN_INFORMATION_SEC)) return false;
    return run.hz.length === 1 && wanted.some((hz) => isNear(run.hz[0] ?? 0, hz));
  });
  const [first, last] = [three[0], three.at(-1)];
  return fits && first && last ? [{ kind: 'information-tone', start: first.start, end: last.end }, three.length] : null;
}

/** A tone of the line with its rests: what it is follows from how long it sounds and rests. */
function cadenceAt(runs: readonly ToneRun[], from: number): Found | null {
  const first = runs[from];
  if (first === undefined || !isOneOf(first.hz, [...LINE, [FAX_CALLS_HZ]])) return null;
  const bursts = [first];
  for (let next = runs[from + 1]; next !== undefined; next = runs[from + bursts.length]) {
    const last = bursts.at(-1);
    if (last === undefined || next.start - last.end > REST_SEC || !isSame(next.hz, first.hz)) break;
    bursts.push(next);
  }
  const last = bursts.at(-1) ?? first;
  const longest = Math.max(...bursts.map(lengthOf));
  const kind = cadenceKind(first.hz, bursts, longest);
  return kind === null ? null : [{ kind, start: first.start, end: last.end }, bursts.length];
}

function cadenceKind(hz: readonly number[], bursts: readonly ToneRun[], longestSec: number): HeardSound['kind'] | null {
  if (isOneOf(hz, [[FAX_CALLS_HZ]])) return bursts.length > 1 ? 'fax' : null;
  if (longestSec >= DIAL_SEC && isOneOf(hz, DIAL)) return 'dial-tone';
  if (isOneOf(hz, RING_ONLY)) return longestSec > BEEP_SEC.to || bursts.length > 1 ? 'ringing' : null;
  if (bursts.length > 1 && longestSec > LONGEST_BUSY_SEC && longestSec < BEEP_SEC.to && isOneOf(hz, DIAL)) return 'ringing';
  if (bursts.length < (hz.length === 1 ? FEWEST_BURSTS : 2)) return longestSec >= DIAL_SEC ? 'tone' : null;
  return longestSec > LONGEST_BUSY_SEC ? 'ringing' : 'busy-tone';
}

function single(run: ToneRun | undefined): Found {
  if (run === undefined) return [null, 1];
  const [length, lowest] = [lengthOf(run), run.hz[0] ?? 0];
  const fax = run.hz.length === 1 && (isNear(lowest, FAX_CALLS_HZ) || (isNear(lowest, FAX_ANSWERS_HZ) && length > BEEP_SEC.to));
  const kind =
    length > BEEP_SEC.to
      ? fax
        ? 'fax'
        : lowest < HUM_BELOW_HZ
          ? 'hum'
          : 'tone'
      : length >= BEEP_SEC.from && lowest >= BEEP_HZ.from && lowest <= BEEP_HZ.to
        ? 'beep'
        : null;
  return [kind === null ? null : { kind, start: run.start, end: run.end }, 1];
}
