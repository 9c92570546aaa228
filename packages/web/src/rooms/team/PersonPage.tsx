import { useEffect, useState } from 'react';
import { type CommentOnTake, type Member, team } from '../../desk/http/team.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { lookedAt, lookedUntil, newerOf } from '../../parts/frame/news.ts';
import { goTo } from '../../parts/frame/route.ts';
import { Press } from '../../parts/Press.tsx';
import { TakeList } from '../../parts/TakeList.tsx';
import { clock, moment, TIP_NAMES } from '../../parts/words.ts';
import { TipRates } from './TipRates.tsx';
import { takesWords } from './told.ts';

/** One person: what to coach next, how each tip goes, what was said of their takes, and the takes. */
export function PersonPage({
  person,
  weeks,
  isMe,
  canGoBack,
}: {
  person: Member;
  weeks: readonly string[];
  isMe: boolean;
  canGoBack: boolean;
}) {
  const { id, name, role, reviewed, tips } = person;
  const takes = useLoaded(() => team.takesOf(id), `takes of ${id}`);
  const comments = useLoaded(() => team.commentsAbout(id), `comments about ${id}`);
  const failure = takes.failure ?? comments.failure;
  return (
    <div className="team">
      <div className="room-head">
        <h1>{name}</h1>
        <p className="soft">{[isMe ? `you, ${role}` : role, takesWords(reviewed)].join(' · ')}</p>
        {canGoBack && (
          <div>
            <Press onPress={() => goTo('team')}>The whole team</Press>
          </div>
        )}
      </div>
      {failure && (
        <p className="notice notice-bad" role="alert">
          {failure}
        </p>
      )}
      <Next person={person} isMe={isMe} />
      {tips.length > 0 && <TipRates title="Tip by tip" tips={tips} weeks={weeks} />}
      {comments.value && comments.value.length > 0 && <Said comments={comments.value} reader={isMe ? id : null} />}
      {takes.value && takes.value.length > 0 && (
        <section aria-labelledby="takes-title">
          <h2 id="takes-title">{takes.value.length === 1 ? 'One take' : `${takes.value.length} takes`}</h2>
          <TakeList takes={takes.value} />
        </section>
      )}
    </div>
  );
}

function Next({ person: { next, reviewed }, isMe }: { person: Member; isMe: boolean }) {
  if (next === null) {
    return (
      <section className="sheet team-next" aria-labelledby="next-title">
        <h2 id="next-title">{reviewed === 0 ? 'Nothing to coach yet' : 'Nothing left to mend'}</h2>
        <p>
          {reviewed > 0
            ? 'The newest takes have nothing that should be mended first.'
            : isMe
              ? 'Record a take: what to try next stands here then.'
              : 'What to coach next stands here when a take is reviewed.'}
        </p>
      </section>
    );
  }
  const { tip, times, of, takeId, takeName, finding } = next;
  return (
    <section className="sheet team-next" aria-labelledby="next-title">
      <h2 id="next-title">
        {isMe ? 'Next to try' : 'Next to coach'}: {TIP_NAMES[tip].toLowerCase()}
      </h2>
      <p>
        {of === 1
          ? 'It was the first thing to mend in the one reviewed take.'
          : `It was the first thing to mend in ${times} of the newest ${of} takes.`}
      </p>
      {finding && (
        <p>
          “{takeName}”{finding.start !== undefined && ` at ${clock(finding.start)}`}: {finding.message} {finding.fix}
        </p>
      )}
      <div>
        <Press weight="main" icon="review" onPress={() => goTo('review', takeId, { atSec: finding?.start })}>
          Open “{takeName}”
        </Press>
      </div>
    </section>
  );
}

/** `reader` is who is told which of them are new: the person whose takes these are. */
function Said({ comments, reader }: { comments: readonly CommentOnTake[]; reader: string | null }) {
  const [since] = useState(() => (reader === null ? '' : lookedUntil(reader)));
  const fresh = new Set(reader === null ? [] : newerOf(comments, reader, since).map(({ id }) => id));
  useEffect(() => {
    if (reader !== null) lookedAt(reader, comments);
  }, [reader, comments]);
  return (
    <section className="sheet team-said" aria-labelledby="said-title">
      <h2 id="said-title">What was said of these takes</h2>
      <ul className="comments">
        {comments.map(({ id, takeId, takeName, author, atSec, text, createdAt }) => (
          <li key={id} className="comment">
            <p className="comment-head soft">
              <strong>{author.name}</strong> {moment(createdAt)} {fresh.has(id) && <span className="news">new</span>}
            </p>
            <p className="comment-text">{text}</p>
            <Press weight="quiet" icon="review" onPress={() => goTo('review', takeId, { atSec })}>
              {takeName}
              {atSec === null ? '' : `, at ${clock(atSec)}`}
            </Press>
          </li>
        ))}
      </ul>
    </section>
  );
}
