// The list in NOTICE of every package that runs with Ringback, by licence; from the lock file.
const BEGIN = 'Every package that runs with Ringback, by licence (this list is made by "npm run notice"):\n';
const END = '(end of the list)';

/** The list, one line a licence. `licenceOf(path)` answers where the lock file does not say. */
export function listOf(lock, licenceOf) {
  const byLicence = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || entry.dev || entry.link) continue;
    const licence = entry.license ?? licenceOf(path) ?? 'not stated';
    const names = byLicence.get(licence) ?? new Set();
    byLicence.set(licence, names.add(path.replace(/^.*node_modules\//, '')));
  }
  return [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => `- ${licence}: ${[...names].sort().join(', ')}.\n`)
    .join('');
}

/** NOTICE with the list in its place; null where it has no place for one. */
export function withList(notice, list) {
  const [from, to] = [notice.indexOf(BEGIN), notice.indexOf(END)];
  if (from < 0 || to < from) return null;
  return notice.slice(0, from) + BEGIN + list + notice.slice(to);
}
