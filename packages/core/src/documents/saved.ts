import { type Artifacts, artifactsSchema } from './artifacts.ts';
import { RingbackError } from './failure.ts';

/** Steps of a hundredth: as fine as a track is measured. */
const STEPS = 100;

/** A document as JSON text: tracks become lists, NaN becomes null. `indent` in blanks; 0 writes one line. */
export function toJson(document: object, indent = 0): string {
  return `${JSON.stringify(document, plain, indent)}\n`;
}

/** A document as plain data, as it would be read back from JSON. */
export function toPlain<Document extends object>(document: Document): Document {
  return JSON.parse(toJson(document)) as Document;
}

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Float32Array) {
    return Array.from(value, (sample) => (Number.isFinite(sample) ? Math.round(sample * STEPS) / STEPS : null));
  }
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

/**
 * Reads saved artifacts of any version there was; a later version than this program knows is refused. So far there is one.
 * @param place Names the file in a failure.
 * @throws RingbackError "bad-artifacts" when they are of another version, or not of the right shape.
 */
export function readArtifacts(saved: unknown, place: string): Artifacts {
  const parsed = artifactsSchema.safeParse(saved);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') || 'the top';
  throw new RingbackError('bad-artifacts', `"${place}" is not artifacts of version 1 (at ${where}): save them again with --artifacts.`);
}
