import type { Finding, HeardBy as HeardByNote, Take, Transcript as Transcribed } from '@ringback/core';
import { lazy, Suspense, useEffect } from 'react';
import { api, soundUrl } from '../../desk/http/client.ts';
import { team } from '../../desk/http/team.ts';
import { useLoaded } from '../../desk/http/use-loaded.ts';
import { useTakes } from '../../desk/http/use-takes.ts';
import { isMine, useMe } from '../../parts/frame/me.ts';
import { goTo, momentAsked } from '../../parts/frame/route.ts';
import { followScript } from '../../parts/frame/thread.ts';
import { LeftThis } from '../../parts/LeftThis.tsx';
import { NotHere } from '../../parts/NotHere.tsx';
import { Press } from '../../parts/Press.tsx';
import { TakeList } from '../../parts/TakeList.tsx';
import { type FindingActions, Tips } from '../../parts/Tips.tsx';
import { Verdict } from '../../parts/Verdict.tsx';
import { clock } from '../../parts/words.ts';
import { AlongScript } from './AlongScript.tsx';
import { CommentLane } from './CommentLane.tsx';
import { Delivery } from './Delivery.tsx';
import { FindingLane } from './FindingLane.tsx';
import { MoveLane } from './Lanes.tsx';
import { NumberCard } from './NumberCard.tsx';
import { type Player, useMoment, usePlayer, usePlaying } from './player.ts';
import { TakeHead } from './TakeHead.tsx';
import { Transcript } from './Transcript.tsx';
import { useTake } from './use-take.ts';
import { Waveform } from './Waveform.tsx';
import './print.css';
import './review.css';

const Tracks = lazy(() => import('./Tracks.tsx'));
const Comments = lazy(() => import('./Comments.tsx'));

/** Where a take is heard, read and mended. */
export default function ReviewRoom({ id }: { id: string | null }) {
  return id === null ? <Choice /> : <Followed id={id} />;
}

function Choice() {
  const takes = useTakes();
  const scripts = useLoaded(() => api.scripts(), 'scripts');
  return (
    <div className="review-choice">
      <div className="room-head">
        <h1>Review</h1>
        <p className="soft">
          {takes.value?.length === 0
            ? 'No take is here yet: record one, drop a recording on this page, or try a sample from the start.'
            : 'Which take?'}
        </p>
      </div>
      {takes.failure && <p className="notice notice-bad">{takes.failure}</p>}
      {takes.value && takes.value.length > 0 && <TakeList takes={takes.value} scripts={scripts.value ?? []} />}
    </div>
  );
}

function Followed({ id }: { id: string }) {
  const { take, failure, isMissing, coming, replace, reload } = useTake(id);
  const scriptId = take?.scriptId;
  const mine = isMine(useMe(), take?.owner);
  useEffect(() => {
    if (scriptId !== undefined && mine) followScript(scriptId);
  }, [scriptId, mine]);
  if (take === null)
    return isMissing ? (
      <NotHere title="There is no such take" ways={<Press onPress={() => goTo('review')}>To all takes</Press>}>
        It may have been deleted, or the link is from another machine.
      </NotHere>
    ) : failure ? (
      <p className="notice notice-bad" role="alert">
        {failure}
      </p>
    ) : (
      <div className="room-loading" />
    );
  return (
    <div className="review">
      <TakeHead take={take} mine={mine} onChange={replace} onReload={reload} />
      {failure && (
        <p className="notice notice-bad" role="alert">
          {failure}
        </p>
      )}
      {take.review ? (
        <Reviewed take={take} mine={mine} review={take.review} coming={coming} onChange={replace} onCorrected={reload} />
      ) : (
        <Unheard take={take} onAgain={mine ? () => api.hearAgain(id).then(reload, reload) : null} />
      )}
    </div>
  );
}

function Unheard({ take, onAgain }: { take: Take; onAgain: (() => void) | null }) {
  if (take.state === 'failed') {
    return (
      <section className="sheet unheard">
        <h2>This take could not be reviewed</h2>
        <p>{take.failure?.message}</p>
        {onAgain && <Press onPress={onAgain}>Hear it again</Press>}
      </section>
    );
  }
  return (
    <section className="sheet unheard" aria-live="polite">
      <h2>{take.state === 'recording' ? 'This take is being recorded' : 'Listening …'}</h2>
      <progress className="unheard-progress" aria-label="Listening" max={1} value={take.state === 'hearing' ? take.progress : 0} />
      <p className="soft">Every word, pause and digit is timed on this machine.</p>
    </section>
  );
}

function Reviewed({
  take,
  mine,
  review,
  coming,
  onChange,
  onCorrected,
}: {
  take: Take;
  /** False where somebody else's is looked at: nothing of it is changed. */
  mine: boolean;
  review: NonNullable<Take['review']>;
  coming: boolean;
  onChange: (take: Take) => void;
  onCorrected: () => void;
}) {
  const player = usePlayer(soundUrl(take.id));
  useEffect(() => {
    const asked = momentAsked();
    if (asked !== null) player.seek(asked);
  }, [player]);
  const me = useMe();
  const said = useLoaded(async () => (me === null ? [] : await team.comments(take.id)), `comments ${take.id} ${me?.id ?? ''}`);
  const hear = ({ start, end }: Pick<Finding, 'start' | 'end'>) => {
    if (start !== undefined) player.playSpan(start, end ?? start + 1);
  };
  const actions: FindingActions = { label: 'Hear it', has: ({ start }) => start !== undefined, onFinding: hear };
  const onSpan = (start: number, end: number) => player.playSpan(start, end);
  const correct = async (transcript: Transcribed) => {
    const corrected = await api.correct(take.id, transcript);
    // The drive test was of the words before: a new one follows.
    const { legibility: _before, ...sound } = take.sound ?? {};
    onChange({ ...take, review: corrected, sound: sound as NonNullable<Take['sound']> });
    onCorrected();
  };
  return (
    <>
      <Verdict review={review} actions={actions} next={mine && <WhatNext take={take} review={review} />} />
      <section className="sheet sound" aria-label="Sound">
        <PlayBar player={player} durationSec={review.source.durationSec} />
        <div className="sound-drawing">
          <Waveform player={player} takeId={take.id} durationSec={review.source.durationSec} />
          <FindingLane review={review} onFinding={hear} />
          <CommentLane comments={said.value ?? []} durationSec={review.source.durationSec} onMoment={(at) => player.playSpan(at, at + 4)} />
          <MoveLane review={review} onSpan={onSpan} />
          <div className="tracks-place">
            {take.sound && (
              <Suspense fallback={null}>
                <Tracks review={review} sound={take.sound} durationSec={review.source.durationSec} player={player} />
              </Suspense>
            )}
          </div>
        </div>
      </section>
      {me && said.value && (
        <Suspense fallback={null}>
          <Comments takeId={take.id} me={me} comments={said.value} player={player} onChange={said.reload} />
        </Suspense>
      )}
      {said.failure && <p role="alert">{said.failure}</p>}
      <div className="review-columns">
        <div className="review-column">
          <section className="sheet review-tips">
            <h2>Seven tips</h2>
            <Tips review={review} actions={actions} open={review.verdict.firstFix} />
          </section>
        </div>
        <div className="review-column">
          <HeardBy heardBy={review.transcript.heardBy} />
          <AlongScript review={review} onSpan={onSpan} />
          <Transcript review={review} player={player} onCorrect={mine ? correct : null} />
          <NumberCard review={review} sound={take.sound} coming={coming} onSpan={onSpan} />
          <Delivery review={review} />
        </div>
      </div>
    </>
  );
}

/** What is done after a review. */
function WhatNext({ take, review }: { take: Take; review: NonNullable<Take['review']> }) {
  return (
    <div className="verdict-next">
      <Press weight="main" icon="rehearse" onPress={() => goTo('rehearse', take.scriptId)}>
        Record again
      </Press>
      {take.scriptId && (
        <Press icon="script" onPress={() => goTo('script', take.scriptId)}>
          Change the script
        </Press>
      )}
      <LeftThis scriptId={take.scriptId} takeId={take.id} name={take.name} text={review.transcript.text} review={review} />
    </div>
  );
}

/** Who heard it, where this machine was not the only one asked. */
function HeardBy({ heardBy }: { heardBy: HeardByNote | undefined }) {
  if (heardBy === undefined) return null;
  const { remote, engine, insteadOf } = heardBy;
  return (
    <p className="notice" role="note">
      {remote
        ? `This recording left your machine: it was heard by ${engine.replace(/^remote:/, '')}.`
        : `${insteadOf?.replace(/^remote:/, '') ?? 'Your speech service'} was sent this recording and gave nothing that can be used; it was heard on this machine.`}
    </p>
  );
}

function PlayBar({ player, durationSec }: { player: Player; durationSec: number }) {
  const playing = usePlaying(player);
  const now = useMoment(player, Math.floor);
  return (
    <div className="play-bar">
      <Press weight="main" icon={playing ? 'pause' : 'play'} onPress={player.toggle}>
        {playing ? 'Pause' : 'Play'}
      </Press>
      <input
        type="range"
        className="play-place"
        aria-label="Place in the take"
        aria-valuetext={`${clock(now)} of ${clock(durationSec)}`}
        min={0}
        max={Math.ceil(durationSec)}
        step={1}
        value={now}
        onChange={(event) => player.seek(Number(event.target.value))}
      />
      <span className="play-time">
        {clock(now)} <span className="soft">/ {clock(durationSec)}</span>
      </span>
    </div>
  );
}
