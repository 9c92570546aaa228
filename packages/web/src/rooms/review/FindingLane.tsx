import type { Finding, Review } from '@ringback/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { clock, TIP_NAMES } from '../../parts/words.ts';
import { FLAG_PX, placeFlags } from './flags.ts';

/** Where something could be better, as marks under the sound, each where its words are. */
export function FindingLane({ review, onFinding }: { review: Review; onFinding: (finding: Finding) => void }) {
  const lane = useRef<HTMLDivElement | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = lane.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const follow = new ResizeObserver(measure);
    follow.observe(element);
    return () => follow.disconnect();
  }, []);
  const found = review.tips.flatMap(({ id, findings }) =>
    findings.filter(({ good, waived, start }) => !good && waived === undefined && start !== undefined).map((finding) => ({ id, finding })),
  );
  if (found.length === 0) return null;
  const flags = width === 0 ? [] : placeFlags(found, review.source.durationSec, width);
  const rows = 1 + Math.max(0, ...flags.map(({ row }) => row));
  return (
    <div ref={lane} className="lane lane-findings" style={{ height: `${rows * FLAG_PX}px` }}>
      {flags.map(({ id, finding, left, row, more }, i) => (
        <Button
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity of their own
          key={i}
          className={`flag flag-${finding.severity ?? 'hint'}`}
          style={{ left: `${left}px`, top: `${row * FLAG_PX}px` }}
          aria-label={`${i + 1}: hear ${TIP_NAMES[id].toLowerCase()} at ${clock(finding.start ?? 0)}: ${finding.message}${more > 0 ? ` And ${more} more.` : ''}`}
          onPress={() => onFinding(finding)}
        >
          {i + 1}
        </Button>
      ))}
    </div>
  );
}
