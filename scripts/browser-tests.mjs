// Before the tests in Chromium: what recognises there is no package of the clone.
import { installBeside } from './setup.mjs';

/** Vitest's global set-up of the project "browser". */
export default function setup() {
  installBeside('onnxruntime-web');
}
