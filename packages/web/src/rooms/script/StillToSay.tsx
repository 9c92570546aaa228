import type { Review } from '@ringback/core';

/** What a message needs, in the order it is said, and whether this one has it. */
const PARTS: readonly (readonly [string, (review: Review) => boolean])[] = [
  ['your name', ({ facts }) => facts.callerName],
  ['what ties you to them', ({ facts }) => facts.bridge],
  ['the one thing you ask', ({ facts, message }) => facts.goal || message.moves.some((move) => move.kind === 'request')],
  ['your number, twice', ({ facts }) => facts.phoneRepeated],
  ['another way to answer', ({ facts }) => facts.replyOption],
];

/** While there is neither an ask nor a way to answer, it is a draft: nothing in it is judged yet. */
export const isDraft = ({ facts, message }: Review): boolean =>
  !message.moves.some((move) => move.kind === 'request') && !facts.phone && message.emails.length === 0;

/** What is still to say, told quietly while the script is being written. */
export function StillToSay({ review }: { review: Review }) {
  const missing = PARTS.filter(([, has]) => !has(review)).map(([part]) => part);
  return (
    <div className="sheet script-draft" role="status">
      <h2>Still to say</h2>
      <ul className="soft">
        {missing.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p className="soft">The seven tips speak once there is something to ask and a way to answer.</p>
    </div>
  );
}
