import { type SyntheticEvent, useState } from 'react';
import { sentenceOf } from '../../desk/http/problem.ts';
import { type Comment, type Me, team } from '../../desk/http/team.ts';
import { announce } from '../../parts/frame/Announcements.tsx';
import { Press } from '../../parts/Press.tsx';
import { clock, moment } from '../../parts/words.ts';
import { type Player, useMoment } from './player.ts';
import '../../parts/comments.css';

/** Characters of a comment, as the server bounds them. */
const LONGEST = 2000;

/** What was said of moments of a take, and the way to say more; for its person and who coaches them. */
export default function Comments({
  takeId,
  me,
  comments,
  player,
  onChange,
}: {
  takeId: string;
  me: Me;
  comments: readonly Comment[];
  player: Player;
  onChange: () => void;
}) {
  const first = comments
    .filter(({ answers }) => answers === null)
    .toSorted((a, b) => (a.atSec ?? -1) - (b.atSec ?? -1) || a.createdAt.localeCompare(b.createdAt));
  return (
    <section className="sheet take-comments" aria-labelledby="comments-title">
      <h2 id="comments-title">Comments</h2>
      {first.length === 0 && (
        <p className="soft">Nothing was said of this take yet. Coaches and whoever recorded it see what is written here.</p>
      )}
      <ul className="comments">
        {first.map((comment) => (
          <Thread key={comment.id} comment={comment} all={comments} me={me} player={player} takeId={takeId} onChange={onChange} />
        ))}
      </ul>
      <NewComment takeId={takeId} player={player} onChange={onChange} />
    </section>
  );
}

interface ThreadProps {
  comment: Comment;
  all: readonly Comment[];
  me: Me;
  player: Player;
  takeId: string;
  onChange: () => void;
}

function Thread({ comment, all, me, player, takeId, onChange }: ThreadProps) {
  const { id, author, text, atSec, createdAt } = comment;
  const [isAnswering, setAnswering] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const answers = all.filter((one) => one.id !== id && firstOf(one, all).id === id);
  const takeBack = () =>
    team.takeBack(takeId, id).then(
      () => {
        announce('The comment is deleted.');
        onChange();
      },
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  return (
    <li className="comment">
      <p className="comment-head soft">
        <strong>{author.id === me.id ? 'You' : author.name}</strong> {moment(createdAt)}
      </p>
      <p className="comment-text">{text}</p>
      <div className="comment-ways">
        {atSec !== null && comment.answers === null && (
          <Press
            weight="quiet"
            icon="play"
            aria-label={`Hear ${clock(atSec)}: ${text}`}
            onPress={() => player.playSpan(atSec, atSec + HEARD_SEC)}
          >
            {clock(atSec)}
          </Press>
        )}
        {comment.answers === null && (
          <Press weight="quiet" aria-label={`Answer: ${text}`} aria-expanded={isAnswering} onPress={() => setAnswering(!isAnswering)}>
            Answer
          </Press>
        )}
        {author.id === me.id && (
          <Press weight="quiet" icon="trash" aria-label={`Delete: ${text}`} onPress={takeBack}>
            Delete
          </Press>
        )}
      </div>
      {failure && <p role="alert">{failure}</p>}
      {answers.length > 0 && (
        <ul className="comments">
          {answers.map((answer) => (
            <Thread key={answer.id} comment={answer} all={all} me={me} player={player} takeId={takeId} onChange={onChange} />
          ))}
        </ul>
      )}
      {isAnswering && (
        <Written
          label={`Your answer to ${author.id === me.id ? 'yourself' : author.name}`}
          submit="Send the answer"
          onText={(answer) => team.say(takeId, crypto.randomUUID(), { text: answer, atSec: null, answers: id })}
          onDone={() => {
            setAnswering(false);
            onChange();
          }}
        />
      )}
    </li>
  );
}

/** What a comment answers in the end: answers to answers stand below the same comment. */
function firstOf(comment: Comment, all: readonly Comment[]): Comment {
  const answered = all.find(({ id }) => id === comment.answers);
  return answered === undefined ? comment : firstOf(answered, all);
}

/** Seconds that are heard of a moment that was commented on. House rule: about a sentence. */
const HEARD_SEC = 4;

function NewComment({ takeId, player, onChange }: { takeId: string; player: Player; onChange: () => void }) {
  const now = useMoment(player, Math.floor);
  const [isWhole, setWhole] = useState(false);
  return (
    <div className="comment-new">
      <Written
        label={isWhole ? 'A comment on the whole take' : `A comment on the moment at ${clock(now)}`}
        submit={isWhole ? 'Comment on the take' : `Comment on ${clock(now)}`}
        onText={(text) => team.say(takeId, crypto.randomUUID(), { text, atSec: isWhole ? null : player.media.currentTime, answers: null })}
        onDone={onChange}
      />
      <label className="comment-whole">
        <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.target.checked)} /> on the take as a whole
      </label>
    </div>
  );
}

function Written({
  label,
  submit,
  onText,
  onDone,
}: {
  label: string;
  submit: string;
  onText: (text: string) => Promise<unknown>;
  onDone: () => void;
}) {
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() === '') return setFailure('Write something first.');
    setFailure(null);
    onText(text).then(
      () => {
        setText('');
        announce('The comment is kept.');
        onDone();
      },
      // What was written stays, to be sent again.
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  };
  return (
    <form className="comment-form" onSubmit={send}>
      <label>
        {label}
        <textarea value={text} maxLength={LONGEST} onChange={(event) => setText(event.target.value)} />
      </label>
      {failure && <p role="alert">{failure}</p>}
      <div>
        <Press type="submit">{submit}</Press>
      </div>
    </form>
  );
}
