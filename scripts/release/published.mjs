// What others meet of a packed package: publint, are-the-types-wrong, and its size.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** Megabytes that a packed package may have at most: about a fifth over what it has, so that something large is noticed. House rule. */
const MOST_MB = { core: 3.7, intake: 0.2, ringback: 0.5, server: 4, speech: 2, web: 3.5 };

/** What resolvers that know no export maps, or `require`, cannot do with packages of ECMAScript modules alone. */
const NOT_PROMISED = ['node10', 'node16-cjs'];

const nameOf = (tarball) =>
  basename(tarball)
    .replace(/^ringback-(?=[a-z])/, '')
    .replace(/-\d.*$/, '');

/** Why a tarball is too large; null where it is not. */
export function sizeFault(name, bytes) {
  const most = MOST_MB[name];
  const mb = bytes / 2 ** 20;
  if (most === undefined) return `${name} has no limit of its size: give it one in MOST_MB`;
  return mb <= most ? null : `${name} has ${mb.toFixed(2)} MB, ${most} are allowed`;
}

/** All that is wrong with a packed package, one sentence each. */
export async function faultsOfPacked(tarball) {
  const bytes = readFileSync(tarball);
  const name = nameOf(tarball);
  const size = sizeFault(name, statSync(tarball).size);
  const found = [...(await linted(bytes)), ...(await typed(bytes))].map((fault) => `${name}: ${fault}`);
  return size === null ? found : [size, ...found];
}

async function linted(bytes) {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const data = new Uint8Array(bytes).buffer;
  const { messages, pkg } = await publint({ pack: { tarball: data }, level: 'warning', strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

async function typed(bytes) {
  const { checkPackage, createPackageFromTarballData } = await import('@arethetypeswrong/core');
  const pack = createPackageFromTarballData(new Uint8Array(bytes));
  const { exports = {} } = JSON.parse(pack.readFile(`/node_modules/${pack.packageName}/package.json`));
  // Data, such as weights and the page, have no types.
  const excludeEntrypoints = Object.keys(exports).filter((entry) => typeof exports[entry] === 'string');
  if (excludeEntrypoints.length === Object.keys(exports).length) return [];
  const { problems = [] } = await checkPackage(pack, { excludeEntrypoints });
  return problems
    .filter(({ resolutionKind }) => !NOT_PROMISED.includes(resolutionKind))
    .filter(({ kind }) => kind !== 'CJSResolvesToESM')
    .map(
      ({ kind, entrypoint, resolutionKind }) =>
        `${kind}${entrypoint ? ` at ${entrypoint}` : ''}${resolutionKind ? ` (${resolutionKind})` : ''}`,
    );
}
