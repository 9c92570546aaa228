// npm run evaluate | npm run bench: builds what is stale, then runs that workspace's main with the words that follow.
import { installBeside, node, prepare } from './setup.mjs';

const [workspace, ...args] = process.argv.slice(2);
prepare();
// The peer that is compared with.
installBeside('sherpa-onnx-node');
process.exit(node(`${workspace}/dist/main.js`, ...args) ? 0 : 1);
