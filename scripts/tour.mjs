// npm run tour: the pictures of docs/tour.md, made by the browser test that goes the way it tells.
import { buildPage, installBeside, prepare, tool, top } from './setup.mjs';

prepare();
installBeside('onnxruntime-web');
buildPage();
process.env.RINGBACK_TOUR = `${top}docs/tour`;
process.exit(tool('vitest', 'run', '--project', 'browser', 'packages/web/test/tour.test.ts') ? 0 : 1);
