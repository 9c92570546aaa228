import { type DrillPlan, drawDictation } from '@ringback/core';
import type { Drill } from '../../use/number/drill.ts';
import { figureLine } from './text.ts';

/** The drill as text for a terminal. */
export function drillText({ plan, attempt }: Drill): string {
  const width = Math.max(...plan.steps.map((step) => step.say.length));
  const steps = plan.steps.map(({ say, tune, pauseSec }) => {
    const after = tune === 'rise' ? `↗ let it rise, wait ${pauseSec} s` : '↘ let it fall';
    return `  ${say.padEnd(width)}  ${after}`;
  });
  const extension = plan.extension === undefined ? [] : [`  extension ${[...plan.extension].join(', ')}`];
  const lines = [`Say ${plan.e164} like this, in ${plan.targetSec.toFixed(0)} s or more:`, '', ...steps, ...extension];
  if (attempt !== null) lines.push('', ...attemptLines(attempt, plan));
  return `${lines.join('\n')}\n`;
}

function attemptLines({ result, report }: NonNullable<Drill['attempt']>, plan: DrillPlan): string[] {
  const right = result.heard.filter((digit, place) => digit === plan.digits[place]).length;
  const written = result.heard.map((digit) => digit ?? '?').join('');
  const verdict = { pass: 'That was it.', improve: 'Nearly.', fail: 'Not yet.' }[result.status];
  const number = report.numbers.find(({ e164 }) => e164 === plan.e164) ?? report.numbers[0];
  const lines = [`${verdict} ${right} of ${plan.digits.length} digits were heard right: ${written}.`];
  if (report.nothing !== null) lines.push(report.nothing);
  if (number?.dictation) lines.push('', drawDictation(number.dictation), '');
  lines.push(...result.figures.map(figureLine));
  if (number?.legibility?.ok) lines.push('', number.legibility.value.sentence ?? '');
  return lines;
}
