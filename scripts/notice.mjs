// npm run notice: writes the list of packages in NOTICE; with "--check" fails where it is another.
import { readFileSync, writeFileSync } from 'node:fs';
import { listOf, withList } from './notice/libraries.mjs';
import { giveUp, top } from './setup.mjs';

const read = (path) => readFileSync(`${top}${path}`, 'utf8');
const list = listOf(JSON.parse(read('package-lock.json')), (path) => {
  const { license, licenses } = JSON.parse(read(`${path}/package.json`));
  return license?.type ?? license ?? licenses?.[0]?.type;
});
const notice = read('NOTICE');
const right = withList(notice, list);
if (right === null) giveUp('NOTICE has no place for the list of packages: put its two marks back, see scripts/notice/libraries.mjs.');
if (!process.argv.includes('--check')) writeFileSync(`${top}NOTICE`, right);
else if (right !== notice) giveUp('NOTICE does not name the packages that run with Ringback: run "npm run notice".');
