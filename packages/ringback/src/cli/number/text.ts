import { type DictationFigure, drawDictation, type Legibility } from '@ringback/core';
import type { ExaminedNumber, Expectation, NumberReport } from '../../use/number/report.ts';

const MARKS: Record<DictationFigure['status'], string> = { pass: 'ok', improve: 'better', fail: 'FAIL', hint: 'hint', unknown: '-' };
/** Widest label before the message. */
const MARK_WIDTH = 8;

/** The report as text for a terminal. */
export function numberText(report: NumberReport): string {
  const parts = [report.nothing, ...report.numbers.map(oneNumber), report.expected === null ? null : expectation(report.expected)];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

function oneNumber(number: ExaminedNumber): string {
  const name = number.e164 ?? `${number.digits} (not a complete number)`;
  const extension = number.extension === undefined ? '' : `, extension ${number.extension}`;
  const times = number.timesSaid === 1 ? 'said once' : `said ${number.timesSaid} times`;
  const lines = [`${name}${extension}, ${times}`];
  if (number.dictation === null) lines.push('The times of its digits are not known, so how it was said cannot be measured.');
  else lines.push('', drawDictation(number.dictation), '', ...number.figures.map(figureLine));
  if (number.legibility !== null)
    lines.push('', number.legibility.ok ? driveTest(number, number.legibility.value) : number.legibility.reason);
  return lines.join('\n');
}

/** One figure: its mark, what was found, what was expected and from where, what to do. */
export function figureLine({ status, message, measure, fix }: DictationFigure): string {
  const expected = measure === undefined || status === 'pass' ? '' : ` Expected: ${measure.expected} ${measure.unit} (${measure.source}).`;
  return `${MARKS[status].padEnd(MARK_WIDTH)}${message}${expected}${fix === '' ? '' : ` ${fix}`}`;
}

/** The drive test, and which digits it weighed where that is not plain. */
function driveTest({ tested, digits }: ExaminedNumber, found: Legibility): string {
  if (tested?.as !== 'expected') return legibility(found);
  return `Tested as the number expected, ${tested.digits}, not as ${digits}, which was heard:\n${legibility(found)}`;
}

function legibility(found: Legibility): string {
  const lines = [found.sentence ?? `A listener would write ${found.written}.`, threshold(found)];
  const worst = [...found.digits.entries()].filter(([, digit]) => digit.survivesToDb === null || digit.survivesToDb > (found.carDb ?? 0));
  for (const [place, digit] of worst) lines.push(`  ${lostDigit(place, digit)}`);
  if (found.readBacks !== undefined)
    lines.push(`Read back in a car without being told: ${found.readBacks.map((text) => text || '(nothing)').join(', ')}`);
  for (const phrase of found.phrases ?? []) {
    const what = phrase.kind === 'name' ? 'The name' : 'The e-mail address';
    const until = phrase.survivesToDb === null ? 'is lost even in the quiet' : `is read back the same down to ${phrase.survivesToDb} dB`;
    lines.push(`${what} “${phrase.quote}” ${until}${phrase.heardAs === null ? '' : `; then it is written “${phrase.heardAs}”`}.`);
  }
  lines.push(`(${found.method}; ${found.tries ?? 0} tries; a machine listener, see docs/number.md)`);
  return lines.join('\n');
}

function threshold({ thresholdDb, errorDb, wholeNumberDb, digits }: Legibility): string {
  const lost = digits.filter(({ survivesToDb }) => survivesToDb === null).length;
  if (thresholdDb === null) {
    return `The number is lost even without noise: ${lost} of its ${digits.length} digits are written wrong in the quiet. Say it more slowly, or record closer to the microphone.`;
  }
  const error = errorDb === null || errorDb === undefined ? '' : ` (give or take ${errorDb.toFixed(1)})`;
  const whole =
    wholeNumberDb === null || wholeNumberDb === undefined ? '' : `; all ${digits.length} together down to ${decibel(wholeNumberDb)}`;
  return `A digit survives noise, on average, down to ${decibel(thresholdDb)}${error}${whole}.`;
}

/** A ratio of voice to noise in words: "2.5 dB under the noise". */
function decibel(ratioDb: number): string {
  return `a voice ${Math.abs(ratioDb).toFixed(1)} dB ${ratioDb < 0 ? 'under' : 'over'} the noise`;
}

function lostDigit(place: number, { digit, survivesToDb, heardAs }: Legibility['digits'][number]): string {
  const heard = heardAs.length === 0 ? '' : `, heard as ${heardAs.join(' or ')}`;
  const until = survivesToDb === null ? 'lost even in the quiet' : `needs ${survivesToDb.toFixed(0)} dB on average`;
  return `digit ${place + 1}, ${digit}: ${until}${heard}`;
}

function expectation({ e164, heard, nearest }: Expectation): string {
  if (heard) return `${e164} was heard, digit for digit.`;
  if (nearest === null) return `${e164} was expected; no number was heard.`;
  const written = nearest.heard.map((digit) => digit ?? '?').join('');
  const extra = nearest.extra === 0 ? '' : `, with ${nearest.extra} digit${nearest.extra === 1 ? '' : 's'} more`;
  return `${e164} was expected; ${written} was heard in its place${extra}.`;
}
