import { RingbackError } from '@ringback/core';

/** Largest answer of a tool, bytes of UTF-8: what is longer stands in a resource. */
export const LARGEST_ANSWER = 20_000;

/** Rounds of shortening: longest text and longest list. */
const CUTS = [
  { text: 2_000, list: 50 },
  { text: 400, list: 20 },
  { text: 120, list: 8 },
  { text: 60, list: 3 },
] as const;

/** What a tool hands back. */
export interface ToolAnswer {
  [key: string]: unknown;
  content: ({ type: 'text'; text: string } | { type: 'resource_link'; uri: string; name: string; mimeType: string })[];
  isError?: boolean;
}

const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');

function shortened(value: unknown, cut: (typeof CUTS)[number]): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string' && part.length > cut.text) return `${part.slice(0, cut.text)}…`;
    return Array.isArray(part) && part.length > cut.list ? part.slice(0, cut.list) : part;
  });
}

/** A document as a tool's answer, texts and lists cut until it is small enough. @param review The resource that holds the whole. */
export function answer(document: unknown, review?: string): ToolAnswer {
  const tries = CUTS.map((cut) => shortened(document, cut));
  const text = tries.find((one) => bytesOf(one) <= LARGEST_ANSWER) ?? '{"tooLong":true}';
  const link =
    review === undefined ? [] : [{ type: 'resource_link' as const, uri: review, name: 'the whole review', mimeType: 'application/json' }];
  return { content: [{ type: 'text', text }, ...link] };
}

/** Runs a tool's work; what is wrong with the input is told to the caller in one sentence, and nothing of what broke on our side. */
export async function attempt(work: () => Promise<ToolAnswer>): Promise<ToolAnswer> {
  try {
    return await work();
  } catch (error) {
    const told = error instanceof RingbackError ? error.message : 'Something broke on our side; try again.';
    return { content: [{ type: 'text', text: told }], isError: true };
  }
}
