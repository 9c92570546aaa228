// What npm would publish of each package: no tests and fixtures, and nothing that a published file needs left out.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const ONLY_FOR_TESTS = /\.(test|fixture|contract)\./;
const RELATIVE_IMPORT = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

const manifest = (folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
const folders = readdirSync('packages')
  .map((name) => `packages/${name}`)
  .filter((folder) => !manifest(folder).private);
const faults = [];
for (const folder of folders) {
  const { name, exports, bin = {} } = manifest(folder);
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--workspace', name], { encoding: 'utf8' });
  const files = new Set(JSON.parse(packed)[0].files.map(({ path }) => path));
  for (const path of files) if (ONLY_FOR_TESTS.test(path)) faults.push(`${name}: publishes ${path}, which only tests use`);
  const entriesOf = (entry) => (typeof entry === 'string' ? [entry] : [entry.types, entry.default]);
  const entries = [...Object.values(exports).flatMap(entriesOf), ...Object.values(bin)];
  for (const entry of entries) if (!files.has(posix.normalize(entry))) faults.push(`${name}: does not publish its entry ${entry}`);
  for (const path of files) {
    if (!/\.(js|d\.ts)$/.test(path)) continue;
    for (const [, target] of readFileSync(`${folder}/${path}`, 'utf8').matchAll(RELATIVE_IMPORT)) {
      const wanted = posix.join(posix.dirname(path), target);
      // Declarations name the source they were made from.
      const found = [wanted, wanted.replace(/\.[jt]s$/, '.js'), wanted.replace(/\.[jt]s$/, '.d.ts')].some((file) => files.has(file));
      if (!found) faults.push(`${name}: ${path} needs ${target}, which is not published`);
    }
  }
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
