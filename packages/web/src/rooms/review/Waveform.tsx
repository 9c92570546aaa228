import { useEffect, useRef } from 'react';
import type WaveSurfer from 'wavesurfer.js';
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

/** The sound drawn; a click goes there. The player beside it is what keyboards and screen readers use. */
export function Waveform({ player, url }: { player: Player; url: string }) {
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const container = place.current;
    if (container === null) return;
    let drawn: WaveSurfer | null = null;
    let gone = false;
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const recolour = () => drawn?.setOptions(colours());
    void import('wavesurfer.js').then(({ default: Surfer }) => {
      if (gone) return;
      drawn = Surfer.create({
        container,
        media: player.media,
        url,
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
  }, [player, url]);
  return <div ref={place} className="waveform" aria-hidden="true" />;
}
