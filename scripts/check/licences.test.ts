import { describe, expect, it } from 'vitest';
import { faultsOf, isAllowed } from './licences.mjs';

describe('licence check', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-or-later)', 'MPL-2.0', 'MIT AND ISC'])('allows %s', (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN FILE', ''])('refuses %s', (licence) => {
    expect(isAllowed(licence)).toBe(false);
  });

  it('names the run-time package at fault and leaves development packages alone', () => {
    const lock = {
      packages: {
        'node_modules/fine': { license: 'MIT' },
        'node_modules/copyleft': { license: 'AGPL-3.0-only' },
        'node_modules/a/node_modules/unstated': {},
        'node_modules/tool': { license: 'GPL-3.0-only', dev: true },
      },
    };
    expect(faultsOf(lock, () => undefined)).toEqual(['copyleft: AGPL-3.0-only', 'unstated: no licence stated']);
  });
});
