import { openAmrFrames } from './amr.ts';
import { openBoxedOpus } from './boxed-opus.ts';
import { damaged, noDecoder, withoutTable } from './failures.ts';
import { endsBeforeTable, firstSoundTrack, type SoundTrack } from './mp4-boxes.ts';
import type { OpenedRecording } from './opened.ts';

/** Codecs by the four characters of the sample entry. */
const CODEC_NAMES: Readonly<Record<string, string>> = { mp4a: 'aac', alac: 'alac', fLaC: 'flac', 'ac-3': 'ac3', '.mp3': 'mp3' };

/** Opens MP4, M4A or 3GP with AMR or Opus; AAC and the rest are `no-decoder` here. */
export async function openMp4(bytes: Uint8Array): Promise<OpenedRecording> {
  if (endsBeforeTable(bytes)) throw withoutTable();
  const track = firstSoundTrack(bytes);
  if (track === null) throw damaged('mp4');
  if (track.codec === 'samr' || track.codec === 'sawb') return openBoxedAmr(bytes, track);
  if (track.codec === 'Opus') return openBoxedOpus(bytes, 'mp4');
  throw noDecoder('mp4', CODEC_NAMES[track.codec] ?? track.codec.trim());
}

function openBoxedAmr(bytes: Uint8Array, track: SoundTrack): OpenedRecording {
  const pieces = track.samples.filter(({ to }) => to <= bytes.length);
  const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  // Tables that overlap could make a small file large.
  if (pieces.length === 0 || length > bytes.length) throw damaged('3gp');
  const frames = new Uint8Array(length);
  let at = 0;
  for (const { from, to } of pieces) {
    frames.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  const opened = openAmrFrames(frames, track.codec === 'samr' ? 'amr-nb' : 'amr-wb', '3gp');
  if (pieces.length < track.samples.length) opened.header.cut = { wholeSec: track.durationSec };
  return opened;
}
