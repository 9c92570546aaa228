// Fails when a package that runs with Ringback has a licence outside the allowed list (GPL and AGPL never are).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import satisfies from 'spdx-satisfies';

const PERMISSIVE = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD-4-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
];
// Copyleft that stays within the library: used unchanged, as separate files from the registry, and named in NOTICE.
const OF_THE_LIBRARY_ONLY = ['MPL-2.0', 'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-or-later'];
const OF_DATA = ['CC-BY-3.0', 'CC-BY-4.0'];
const ALLOWED = [...PERMISSIVE, ...OF_THE_LIBRARY_ONLY, ...OF_DATA];

/** Whether an SPDX expression can be met from the allowed list alone. */
export function isAllowed(expression) {
  try {
    return satisfies(expression, ALLOWED);
  } catch {
    return false; // not an SPDX expression: unknown is not allowed
  }
}

/** Run-time packages of a lock file whose licence is not allowed, as "name: licence". */
export function faultsOf(lock, licenceOf) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([path, entry]) => ({ path, licence: entry.license ?? licenceOf(path) }))
    .filter(({ licence }) => !isAllowed(licence ?? ''))
    .map(({ path, licence }) => `${path.replace(/^.*node_modules\//, '')}: ${licence ?? 'no licence stated'}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const top = new URL('../../', import.meta.url);
  const read = (path) => JSON.parse(readFileSync(new URL(path, top), 'utf8'));
  const faults = faultsOf(read('package-lock.json'), (path) => {
    const { license, licenses } = read(`${path}/package.json`);
    return license?.type ?? license ?? licenses?.[0]?.type;
  });
  for (const fault of faults) console.error(`licence not allowed at run time: ${fault}`);
  process.exit(faults.length > 0 ? 1 : 0);
}
