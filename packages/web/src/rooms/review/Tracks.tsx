import type { Review, Take, Track } from '@ringback/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Player } from './player.ts';
import { levelSentence, pitchSentence } from './voice.ts';

const HEIGHT = 60;

/** Pitch and level under the sound, on the same seconds: a sentence each, and a small drawing with its scale. */
export default function Tracks({
  review,
  sound,
  durationSec,
  player,
}: {
  review: Review;
  sound: NonNullable<Take['sound']>;
  durationSec: number;
  player: Player;
}) {
  return (
    <div className="tracks">
      {sound.pitch.ok && (
        <Plot
          says={pitchSentence(review, sound.pitch.value)}
          label="Pitch"
          unit="Hz"
          track={sound.pitch.value}
          durationSec={durationSec}
          player={player}
          colour="--move-tie"
        />
      )}
      {sound.level.ok && (
        <Plot
          says={levelSentence(review)}
          label="Level"
          unit="dB"
          track={sound.level.value}
          durationSec={durationSec}
          player={player}
          colour="--move-who"
        />
      )}
    </div>
  );
}

/** Quietest level that is drawn, dB. */
const FLOOR_DB = -70;

/** The least and the most that is drawn. */
function scaleOf(track: Track, unit: string): [number, number] {
  const values = Array.from(track.values).filter((value): value is number => value !== null && !Number.isNaN(value));
  const [min, max] = values.length === 0 ? [0, 1] : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return unit === 'dB' ? [Math.max(FLOOR_DB, min), 0] : [min * 0.92, max * 1.08];
}

function Plot({
  says,
  label,
  unit,
  track,
  durationSec,
  player,
  colour,
}: {
  says: string;
  label: string;
  unit: string;
  track: Track;
  durationSec: number;
  player: Player;
  colour: string;
}) {
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const values = Array.from(track.values, (value) => (value === null || Number.isNaN(value) ? null : value));
    const times = values.map((_, i) => track.startSec + i * track.stepSec);
    const plot = new uPlot(
      {
        width: Math.max(1, container.clientWidth),
        height: HEIGHT,
        padding: [6, 0, 6, 0],
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, range: [0, durationSec] },
          y: { range: scaleOf(track, unit) },
        },
        axes: [{ show: false }, { show: false }],
        series: [{}, { stroke: token(colour), width: 1.75, spanGaps: false }],
      },
      [times, values],
      container,
    );
    // Only the width is followed: the height is fixed, so that nothing below moves.
    const follow = new ResizeObserver(() => plot.setSize({ width: Math.max(1, container.clientWidth), height: HEIGHT }));
    follow.observe(container);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const recolour = () => {
      const [, line] = plot.series;
      if (line) line.stroke = () => token(colour);
      plot.redraw();
    };
    scheme.addEventListener('change', recolour);
    plot.over.addEventListener('click', () => player.seek(plot.posToVal(plot.cursor.left ?? 0, 'x')));
    return () => {
      follow.disconnect();
      scheme.removeEventListener('change', recolour);
      plot.destroy();
    };
  }, [track, durationSec, player, colour, unit]);
  const [least, most] = scaleOf(track, unit);
  return (
    <figure className="track">
      <figcaption>
        <strong>{label}</strong> {says}
      </figcaption>
      <div className="track-drawing">
        <div ref={place} className="track-plot" aria-hidden="true" />
        <span className="track-scale track-most">
          {Math.round(most)} {unit}
        </span>
        <span className="track-scale track-least">
          {Math.round(least)} {unit}
        </span>
      </div>
    </figure>
  );
}
