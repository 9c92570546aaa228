// npm run evaluate | npm run bench: builds what is stale, then runs that workspace's main with the words that follow.
import { readFileSync } from 'node:fs';
import { installBeside, node, prepare, top } from './setup.mjs';

const [workspace, ...args] = process.argv.slice(2);
prepare();
// The peer that is compared with: 32 MB that nothing else needs.
const { peerDependencies } = JSON.parse(readFileSync(`${top}bench/package.json`, 'utf8'));
installBeside(Object.entries(peerDependencies).map(([name, range]) => `${name}@${range}`));
process.exit(node(`${workspace}/dist/main.js`, ...args) ? 0 : 1);
