// The figures of the docs: which command prints which, and where they stand. A record is what a command printed, with its date and machine.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const top = new URL('../../', import.meta.url);
const evaluated = (id, ...more) => ({ id, workspace: 'evaluate', args: ['DATA', '--only', id, ...more], page: 'docs/accuracy.md' });

/** Every record: `npm run <workspace> -- <args>`, with the folder of data in the place of DATA. */
export const RECORDS = [
  evaluated('texts', '--folds', '.cache/reader/folds'),
  evaluated('numbers'),
  evaluated('digits'),
  evaluated('speech'),
  evaluated('activity'),
  evaluated('pitch'),
  evaluated('robustness'),
  evaluated('outcomes'),
  evaluated('as-said'),
  evaluated('script-following'),
  { id: 'legibility', workspace: 'evaluate', args: ['DATA', '--only', 'legibility'], page: 'docs/number.md' },
  { id: 'speed', workspace: 'bench', args: ['DATA', '--rounds', '3'], page: 'docs/speed.md' },
  { id: 'static', workspace: 'bench', args: ['static', '--rounds', '2'], page: 'docs/static.md' },
  { id: 'soak', workspace: 'bench', args: ['soak', '--minutes', '20'], page: 'docs/scale.md' },
  { id: 'scale', workspace: 'bench', args: ['scale', '--takes', '24'], page: 'docs/scale.md' },
];

/** Pages whose figures are held against the records. */
export const PAGES = [...new Set(RECORDS.map(({ page }) => page))];

export const pathOf = (relative) => fileURLToPath(new URL(relative, top));
export const recordPath = (id) => pathOf(`docs/figures/${id}.json`);

/** The record of that name; null where its command was never run. */
export function readRecord(id) {
  try {
    return JSON.parse(readFileSync(recordPath(id), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
