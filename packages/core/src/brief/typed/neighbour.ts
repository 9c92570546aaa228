/** "next door at number 9". */
const NEXT_FLOOR =
  /^(?:from |in |at )?(?:the flat |the apartment )?(downstairs|upstairs|across the (?:road|street|hall|landing)|over the road)$/i;
const NEXT_DOOR = /^(?:the )?next[- ]door(?: neighbou?r)?(?:,? (at .+))?$/i;

/** Whoever lives beside the one called: "next door at number 9" is "your neighbour at number 9"; undefined for anyone else. */
export function neighbour(text: string): string | undefined {
  const [, floor = ''] = NEXT_FLOOR.exec(text) ?? [];
  if (floor) return `your neighbour from ${floor.toLowerCase()}`;
  const [whole, door = ''] = NEXT_DOOR.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return door ? `your neighbour ${door.toLowerCase()}` : 'your next-door neighbour';
}
