// npm run build:static: the page that needs no server, as files for any web host, in packages/static/dist/page.
import { installBeside, prepare, pullModels, tool, top } from './setup.mjs';

prepare();
pullModels();
installBeside('onnxruntime-web');
const place = 'packages/static';
const folder = `${top}${place}`;
if (!tool('vite', 'build', folder, '--config', `${folder}/vite.config.ts`, '--logLevel', 'warn')) process.exit(1);
// Beside what is measured or printed, not in it.
process.stderr.write(`${place}/dist/page is the page: copy it to any web host that serves over HTTPS.\n`);
