// Fails when a figure of the docs is not what a recorded run printed.
import { readFileSync } from 'node:fs';
import { faultsOf } from '../figures/blocks.mjs';
import { PAGES, pathOf, readRecord } from '../figures/records.mjs';

const faults = PAGES.flatMap((page) => faultsOf(readFileSync(pathOf(page), 'utf8'), readRecord).map((fault) => `${page}: ${fault}`));
for (const fault of faults) console.error(`${fault} (npm run figures)`);
process.exit(faults.length > 0 ? 1 : 0);
