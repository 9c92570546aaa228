import { RingbackError } from '@ringback/core/failure';

/** The formats named to a person whose file is none of them. */
const KNOWN_FORMATS = 'WAV, MP3, M4A, AMR, 3GP, FLAC, Ogg or WebM';

/** The file has no bytes. */
export const emptyFile = (): RingbackError =>
  new RingbackError('empty-file', 'The recording is empty (0 bytes): record or export it again.');

/** The bytes are readable text. */
export const textNotAudio = (): RingbackError =>
  new RingbackError('not-audio', 'The file holds text, not sound: give a recording, or review it as a script.');

/** The bytes are of no known format. */
export const notAudio = (): RingbackError =>
  new RingbackError(
    'not-audio',
    `The file is not a recording in a known format: export it as ${KNOWN_FORMATS}; where it is sound without a header, say which (.ulaw, .alaw, .sln, .g722, or --raw).`,
  );

/** The bytes are not the headerless sound that the name, or the caller, says. */
export const notRaw = (format: string): RingbackError =>
  new RingbackError(
    'not-audio',
    `The file has no header and does not hold ${format} sound either: name it as what it is, or export it as ${KNOWN_FORMATS}.`,
  );

/** The header makes no sense. `what` completes "The … header". */
export const badHeader = (container: string, what: string): RingbackError =>
  new RingbackError('bad-header', `The ${container.toUpperCase()} header ${what}: export the recording again.`);

/** The container is whole enough to name, but no sound can be had from it. */
export const damaged = (container: string, cause?: unknown): RingbackError =>
  new RingbackError(
    'damaged',
    `The ${container.toUpperCase()} file is damaged and no sound can be read from it: export or download it again.`,
    {
      cause,
    },
  );

/** An MP4 that was cut off before the list of what lies where in it. */
export const withoutTable = (): RingbackError =>
  new RingbackError(
    'damaged',
    'The MP4 file was cut off before its table of contents, without which its sound cannot be found: send or download the whole file again.',
  );

/** The recording is longer than allowed. Seconds. */
export const tooLong = (limitSec: number): RingbackError =>
  new RingbackError(
    'too-long',
    `The recording is longer than ${describeSeconds(limitSec)}, the most a review takes: cut it to the message alone.`,
  );

/** The file is larger than allowed. Bytes. */
export const tooBig = (limitBytes: number): RingbackError =>
  new RingbackError(
    'too-big',
    `The file is larger than ${Math.floor(limitBytes / 1e6)} MB, the most a review takes: cut it to the message alone.`,
  );

/** The format is known but nothing in this package decodes it. */
export const noDecoder = (container: string, codec: string): RingbackError =>
  new RingbackError(
    'no-decoder',
    `Reading ${codec.toUpperCase()} in ${container.toUpperCase()} needs ffmpeg, which is not installed: install it (ffmpeg.org, or "apt install ffmpeg", "brew install ffmpeg", "winget install ffmpeg"), use the web page, or convert the recording to WAV or MP3.`,
  );

function describeSeconds(seconds: number): string {
  const minutes = seconds / 60;
  return seconds >= 120 ? `${Number(minutes.toFixed(1))} minutes` : `${Number(seconds.toFixed(1))} seconds`;
}
