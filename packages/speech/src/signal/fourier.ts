/** A fast Fourier transform of one size (a power of two), in place on separate real and imaginary parts. */
export class Fourier {
  readonly size: number;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  readonly #reversed: Uint32Array;

  constructor(size: number) {
    if (size < 2 || (size & (size - 1)) !== 0) throw new RangeError('a Fourier transform needs a power of two');
    this.size = size;
    this.#cosines = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.#sines = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size));
    const bits = Math.log2(size);
    this.#reversed = Uint32Array.from({ length: size }, (_, i) => {
      let reversed = 0;
      for (let bit = 0; bit < bits; bit += 1) if ((i & (1 << bit)) !== 0) reversed |= 1 << (bits - 1 - bit);
      return reversed >>> 0;
    });
  }

  /** Forward transform (no scaling). Applied twice to a symmetric spectrum it gives `size` times the signal. */
  forward(real: Float64Array, imaginary: Float64Array): void {
    this.#reorder(real, imaginary);
    const { size } = this;
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0; k < half; k += 1) {
          const cosine = this.#cosines[k * stride] ?? 0;
          const sine = this.#sines[k * stride] ?? 0;
          const a = start + k;
          const b = a + half;
          const realB = real[b] ?? 0;
          const imaginaryB = imaginary[b] ?? 0;
          const turnedReal = realB * cosine + imaginaryB * sine;
          const turnedImaginary = imaginaryB * cosine - realB * sine;
          const realA = real[a] ?? 0;
          const imaginaryA = imaginary[a] ?? 0;
          real[b] = realA - turnedReal;
          imaginary[b] = imaginaryA - turnedImaginary;
          real[a] = realA + turnedReal;
          imaginary[a] = imaginaryA + turnedImaginary;
        }
      }
    }
  }

  #reorder(real: Float64Array, imaginary: Float64Array): void {
    for (let i = 0; i < this.size; i += 1) {
      const j = this.#reversed[i] ?? 0;
      if (j <= i) continue;
      const swapReal = real[i] ?? 0;
      real[i] = real[j] ?? 0;
      real[j] = swapReal;
      const swapImaginary = imaginary[i] ?? 0;
      imaginary[i] = imaginary[j] ?? 0;
      imaginary[j] = swapImaginary;
    }
  }
}

/** The smallest power of two that is at least `count`. */
export function powerOfTwoFrom(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, count)));
}
