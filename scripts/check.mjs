// npm run check: everything that must hold besides the tests.
import { buildPage, installBeside, node, prepare, tool } from './setup.mjs';

const CHECKS = [
  ['types and build', () => tool('tsc', '-b')],
  ['format and lint', () => tool('biome', 'ci', '--error-on-warnings', '.')],
  ['direction of dependencies', () => tool('depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'evaluate/src', 'bench/src')],
  ['unused files, exports and packages', () => tool('knip')],
  ['licences', () => node('scripts/check/licences.mjs')],
  ['packages in NOTICE', () => node('scripts/notice.mjs', '--check')],
  ['documented exports', () => node('scripts/check/documented-exports.mjs')],
  ['figures of the docs', () => node('scripts/check/figures.mjs')],
  ['size and home of files', () => node('scripts/check/files.mjs')],
  ['what packages would publish', () => node('scripts/check/published-files.mjs')],
];

prepare();
installBeside('@biomejs/biome');
buildPage();
const failed = CHECKS.filter(([name, check]) => {
  process.stdout.write(`check: ${name}\n`);
  return !check();
}).map(([name]) => name);
if (failed.length > 0) {
  process.stderr.write(`check failed: ${failed.join('; ')}\n`);
  process.exit(1);
}
