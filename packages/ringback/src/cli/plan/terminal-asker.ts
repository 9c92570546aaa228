import type { Readable, Writable } from 'node:stream';
import type { Asker } from './ask-brief.ts';

/** Asks at a terminal. The questions go to `output`, so that standard output carries only the scripts. */
export async function openTerminalAsker(input: Readable, output: Writable): Promise<Asker> {
  const { isCancel, select, text } = await import('@clack/prompts');
  return {
    async text(question) {
      const answer = await text({ ...question, input, output });
      return isCancel(answer) ? null : (answer ?? '');
    },
    async choose<Value extends string>(question: { message: string; options: { value: Value; label: string; hint?: string }[] }) {
      // clack's own type for options depends on the value; ours are always labelled strings.
      const answer = await select<string>({ message: question.message, options: question.options, input, output });
      return isCancel(answer) ? null : (answer as Value);
    },
  };
}
