// Before the tests, and again when one is run anew in watch mode: threads and spawned commands run compiled code, which must not be stale.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));

function build() {
  // The server's package brings those it needs. Whether the tests' own types hold is for the check to say.
  const tsc = [`${top}node_modules/typescript/bin/tsc`, '-b', 'packages/server'];
  const { status } = spawnSync(process.execPath, tsc, { cwd: top, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed; the lines above say where');
}

/** Vitest's global set-up. */
export default function setup(project) {
  build();
  project.onTestsRerun(build);
}
