import { type DrillPlan, type DrillResult, judgeDrill, planDrill } from '@ringback/core';
import { encodeWav } from '@ringback/speech';
import { writeWholeFile } from '../../files/write-file.ts';
import { previewScript } from '../preview.ts';
import { type ExamineOptions, examineNumber } from './examine.ts';
import type { NumberReport } from './report.ts';

/** A drill: how to say a number, and where there was an attempt, how it went. */
export interface Drill {
  drillVersion: 1;
  plan: DrillPlan;
  attempt: { result: DrillResult; report: NumberReport } | null;
}

/**
 * Plans how to say a number and holds an attempt against the plan.
 * @param attempt The recording of the attempt, or null to be told how to say it.
 * @throws RingbackError `bad-number` when the number is not complete.
 */
export async function drillNumber(
  number: string,
  region: string,
  attempt: { bytes: Uint8Array; options: ExamineOptions } | null,
): Promise<Drill> {
  const plan = planDrill(number, region);
  if (attempt === null) return { drillVersion: 1, plan, attempt: null };
  const report = await examineNumber(attempt.bytes, { ...attempt.options, expect: plan.e164, region });
  const nearest = report.numbers.find(({ e164 }) => e164 === plan.e164) ?? report.numbers[0];
  const result = judgeDrill(plan, nearest?.digits ?? '', nearest?.dictation ?? null);
  return { drillVersion: 1, plan, attempt: { result, report } };
}

/**
 * Writes how a voice says the number: its groups, its pauses, slow enough to write down, up at the end of a group and down at the end.
 */
export async function writeModel(file: string, plan: DrillPlan, region: string, signal?: AbortSignal): Promise<void> {
  const groups = plan.steps.map(({ group }) => (group.startsWith('+') ? `plus ${group.slice(1)}` : group));
  const preview = await previewScript(`${groups.join(', ')}.`, { region, ...(signal && { signal }) });
  await writeWholeFile(file, encodeWav(preview.waveform));
}
