// npm run evaluate | npm run bench: builds what is stale, then runs that workspace's main with the words that follow.
import { existsSync, readFileSync } from 'node:fs';
import { giveUp, node, prepare, run, top } from './setup.mjs';

/** The peer that is compared with: 32 MB that nothing else needs, so no other command installs it. */
function installPeer() {
  if (existsSync(`${top}node_modules/sherpa-onnx-node`)) return;
  const { peerDependencies } = JSON.parse(readFileSync(`${top}bench/package.json`, 'utf8'));
  const wanted = Object.entries(peerDependencies).map(([name, range]) => `${name}@${range}`);
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...wanted])) {
    giveUp(`${wanted.join(', ')} could not be installed: npm needs its registry once.`);
  }
}

const [workspace, ...args] = process.argv.slice(2);
prepare();
installPeer();
process.exit(node(`${workspace}/dist/main.js`, ...args) ? 0 : 1);
