import { type HeardBy, RingbackError, type Transcript } from '@ringback/core';
import type { Recogniser } from '../recogniser.ts';

/**
 * A service first, this machine where the service gives nothing that can be used. The transcript says who heard it, so that a person
 * sees whether their recording left the machine, and that the service failed.
 */
export function orLocal(remote: Recogniser, local: Recogniser): Recogniser {
  const by = (transcript: Transcript, heardBy: HeardBy): Transcript => ({ ...transcript, heardBy });
  return {
    ...local,
    capabilities: local.capabilities,
    async recognise(waveform, options = {}) {
      const asked = remote.capabilities.id;
      try {
        const { onProgress: _whole, ...rest } = options;
        return by(await remote.recognise(waveform, rest), { engine: asked, remote: true });
      } catch (error) {
        options.signal?.throwIfAborted();
        if (!(error instanceof RingbackError)) throw error;
        const heard = await local.recognise(waveform, options);
        return by(heard, { engine: local.capabilities.id, remote: false, insteadOf: asked });
      }
    },
    close: () => local.close(),
  };
}
