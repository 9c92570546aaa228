import type { Register } from '../command.ts';
import { registerBatch } from './batch.ts';
import { registerBridge } from './bridge.ts';
import { registerCompare } from './compare.ts';
import { registerCompose } from './compose.ts';
import { registerDoctor } from './doctor.ts';
import { registerModels } from './models.ts';
import { registerNumber } from './number.ts';
import { registerReview } from './review.ts';

/** Every command, in the order of the help; one file each. */
export const COMMANDS: readonly Register[] = [
  registerReview,
  registerCompare,
  registerCompose,
  registerBridge,
  registerNumber,
  registerBatch,
  registerModels,
  registerDoctor,
];
