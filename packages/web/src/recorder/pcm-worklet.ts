/** What the worklet's global scope offers; TypeScript's library does not know it. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Samples of one message: an eighth of a second at 16 kHz, so that at most that is lost when the tab dies. */
const BLOCK = 2048;

/** Hands the microphone's samples over as 16-bit blocks with their peak. */
class PcmBlocks extends AudioWorkletProcessor {
  readonly #block = new Int16Array(BLOCK);
  #filled = 0;
  #peak = 0;

  process(inputs: Float32Array[][]): boolean {
    const [channel] = inputs[0] ?? [];
    for (const sample of channel ?? []) {
      this.#peak = Math.max(this.#peak, Math.abs(sample));
      this.#block[this.#filled] = Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff);
      this.#filled += 1;
      if (this.#filled === BLOCK) this.#send();
    }
    return true;
  }

  #send(): void {
    const samples = this.#block.slice(0, this.#filled);
    this.port.postMessage({ samples, peak: this.#peak }, [samples.buffer]);
    this.#filled = 0;
    this.#peak = 0;
  }
}

registerProcessor('pcm-blocks', PcmBlocks);
