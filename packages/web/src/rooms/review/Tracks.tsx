import type { Take, Track } from '@ringback/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Player } from './player.ts';

const HEIGHT = 84;

/** Pitch and level under the sound, on the same seconds. */
export default function Tracks({ sound, durationSec, player }: { sound: NonNullable<Take['sound']>; durationSec: number; player: Player }) {
  return (
    <div className="tracks">
      {sound.pitch.ok && (
        <Plot label="Pitch" unit="Hz" track={sound.pitch.value} durationSec={durationSec} player={player} colour="--move-tie" />
      )}
      {sound.level.ok && (
        <Plot label="Level" unit="dB" track={sound.level.value} durationSec={durationSec} player={player} colour="--move-who" />
      )}
    </div>
  );
}

function Plot({
  label,
  unit,
  track,
  durationSec,
  player,
  colour,
}: {
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
          y: { range: (_u, min, max) => (unit === 'dB' ? [Math.max(-70, min), 0] : [min * 0.92, max * 1.08]) },
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
  return (
    <figure className="track">
      <figcaption className="soft">
        {label} <span className="track-unit">{unit}</span>
      </figcaption>
      <div ref={place} className="track-plot" aria-hidden="true" />
    </figure>
  );
}
