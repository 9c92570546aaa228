import { Button } from 'react-aria-components';
import type { Comment } from '../../desk/http/team.ts';
import { clock } from '../../parts/words.ts';

/** Height of a row of marks, pixels. */
const ROW_PX = 28;
/** Share of the take within which two marks would cover each other where the drawing is narrowest. */
const COVERS = 0.1;

/** Gives each commented moment a row: what would cover another goes a row down, never aside. */
function placeMarks(comments: readonly Comment[], durationSec: number) {
  const placed: (Comment & { atSec: number; row: number })[] = [];
  for (const comment of comments) {
    const { atSec, answers } = comment;
    if (atSec === null || answers !== null) continue;
    const taken = new Set(placed.filter((one) => Math.abs(one.atSec - atSec) < COVERS * durationSec).map(({ row }) => row));
    let row = 0;
    while (taken.has(row)) row += 1;
    placed.push({ ...comment, atSec, row });
  }
  return placed;
}

/** Moments that were commented on, as marks under the sound, each where it is. */
export function CommentLane({
  comments,
  durationSec,
  onMoment,
}: {
  comments: readonly Comment[];
  durationSec: number;
  onMoment: (seconds: number) => void;
}) {
  const marks = placeMarks(comments, durationSec);
  if (marks.length === 0) return null;
  const rows = 1 + Math.max(...marks.map(({ row }) => row));
  return (
    <div className="lane lane-comments" style={{ height: `${rows * ROW_PX}px` }}>
      {marks.map(({ id, atSec, author, text, row }) => (
        <Button
          key={id}
          className="comment-mark"
          style={{ left: `min(${(atSec / durationSec) * 100}%, calc(100% - 1.5rem))`, top: `${row * ROW_PX}px` }}
          aria-label={`Hear what ${author.name} commented on at ${clock(atSec)}: ${text}`}
          onPress={() => onMoment(atSec)}
        >
          ”
        </Button>
      ))}
    </div>
  );
}
