// npm run format: every file as the check wants it.
import { installBeside, prepare, tool } from './setup.mjs';

prepare();
installBeside('@biomejs/biome');
process.exit(tool('biome', 'check', '--write', '.') ? 0 : 1);
