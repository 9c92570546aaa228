// House rules on files: under 300 lines, no drawer folders, no paths that only one machine has.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LONGEST_FILE = 300;
const DRAWER = /(^|\/)(utils?|helpers?|misc|common|lib)(\/|\.[jt]sx?$|\.mjs$)/;
const ONE_MACHINE_ONLY = /\/work\/|\/root\/|\/home\/\w/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const faults = [];
for (const file of files) {
  if (DRAWER.test(file)) faults.push(`${file}: name the file or folder for what it knows`);
  if (!/\.([mc]?[jt]sx?|md|json|css|html)$/.test(file) || file === 'package-lock.json' || file === 'scripts/check/files.mjs') continue;
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    continue; // deleted in the working tree
  }
  if (/\.[mc]?[jt]sx?$/.test(file) && !file.endsWith('.gen.ts') && text.split('\n').length - 1 > LONGEST_FILE)
    faults.push(`${file}: over ${LONGEST_FILE} lines, split it`);
  if (ONE_MACHINE_ONLY.test(text)) faults.push(`${file}: names a path that only one machine has`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
