import { useEffect, useRef } from 'react';
import type WaveSurfer from 'wavesurfer.js';
import { api } from '../../desk/http/client.ts';
import type { Player } from './player.ts';

const HEIGHT = 112;

/** The nonce that the server gave this document; styles without it are refused. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

function colours(): { waveColor: string; progressColor: string; cursorColor: string } {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { waveColor: token('--line-strong'), progressColor: token('--accent'), cursorColor: token('--record') };
}

/**
 * The sound drawn; a click goes there. The player beside it is what keyboards and screen readers use.
 * The server counts the peaks: ten minutes decoded here would hold up the page, and be fetched twice.
 */
export function Waveform({ player, takeId, durationSec }: { player: Player; takeId: string; durationSec: number }) {
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    let drawn: WaveSurfer | null = null;
    let gone = false;
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const recolour = () => drawn?.setOptions(colours());
    // Without peaks there is no drawing; the sound plays all the same.
    const peaks = api.peaks(takeId).catch(() => [0]);
    void Promise.all([import('wavesurfer.js'), peaks]).then(([{ default: Surfer }, counted]) => {
      if (gone) return;
      drawn = Surfer.create({
        container,
        media: player.media,
        peaks: [counted],
        duration: durationSec,
        height: HEIGHT,
        barWidth: 2,
        barGap: 1,
        barRadius: 2,
        normalize: true,
        cursorWidth: 2,
        dragToSeek: true,
        cspNonce: nonce(),
        ...colours(),
      });
      scheme.addEventListener('change', recolour);
    });
    return () => {
      gone = true;
      scheme.removeEventListener('change', recolour);
      drawn?.destroy();
    };
  }, [player, takeId, durationSec]);
  return <div ref={place} className="waveform" aria-hidden="true" />;
}
