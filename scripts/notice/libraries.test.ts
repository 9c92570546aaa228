import { describe, expect, it } from 'vitest';
import { listOf, withList } from './libraries.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/b': { license: 'MIT' },
    'node_modules/a': { license: 'MIT' },
    'node_modules/a/node_modules/b': { license: 'MIT' },
    'node_modules/c': {},
    'node_modules/tool': { license: 'ISC', dev: true },
    'node_modules/@ringback/core': { link: true },
  },
};

describe('the list in NOTICE', () => {
  it('names what runs with Ringback once for each licence, and no tools', () => {
    expect(listOf(lock, () => 'ISC')).toBe('- ISC: c.\n- MIT: a, b.\n');
  });

  it('takes the place of the list before, and nothing else', () => {
    const begin = 'Every package that runs with Ringback, by licence (this list is made by "npm run notice"):\n';
    expect(withList(`Before\n${begin}- old\n(end of the list)\nAfter\n`, '- MIT: a.\n')).toBe(
      `Before\n${begin}- MIT: a.\n(end of the list)\nAfter\n`,
    );
    expect(withList('Nothing', '')).toBeNull();
  });
});
