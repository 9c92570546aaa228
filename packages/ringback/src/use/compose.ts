import {
  type Brief,
  briefNotes,
  type ComposeOptions,
  type Composition,
  composeScripts,
  type FieldNote,
  type MissingPart,
  missingParts,
} from '@ringback/core';

/** Scripts of a brief, with what would make them better. */
export interface ComposedMessage extends Composition {
  brief: Brief;
  /** Parts the brief does without. */
  missing: MissingPart[];
  /** What was not understood, by field. */
  notes: FieldNote[];
}

/** Composes scripts from a complete brief. */
export function composeMessage(brief: Brief, options: ComposeOptions): ComposedMessage {
  const composition = composeScripts(brief, options);
  return { brief, ...composition, missing: missingParts(brief), notes: briefNotes(brief, composition) };
}
