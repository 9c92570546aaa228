// npm run evaluate | npm run bench: builds what is stale, then runs that workspace's main with the words that follow.
import { installBeside, node, prepare } from './setup.mjs';

const [workspace, ...args] = process.argv.slice(2);
prepare();
// The peer that is compared with.
if (args[0] !== 'soak') installBeside('sherpa-onnx-node');
if (workspace === 'bench' && args[0] === 'static' && !node('scripts/build-static.mjs')) process.exit(1);
process.exit(node(`${workspace}/dist/main.js`, ...args) ? 0 : 1);
