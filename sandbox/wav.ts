/** Enough for the chunks that recorders write before the audio itself. */
const headLimit = 64 * 1024;

/** Watches the first bytes of a stream and tells how long the recording is when it is a WAV. */
export class WavProbe {
  #head = Buffer.alloc(0);
  #total = 0;

  push(chunk: Buffer): void {
    this.#total += chunk.length;
    const missing = headLimit - this.#head.length;
    if (missing > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, missing)]);
  }

  /** Seconds of audio; undefined when the bytes are no WAV or its header makes no sense. */
  seconds(): number | undefined {
    const head = this.#head;
    if (head.length < 12 || head.toString("latin1", 0, 4) !== "RIFF") return undefined;
    if (head.toString("latin1", 8, 12) !== "WAVE") return undefined;

    let bytesPerSecond = 0;
    for (let at = 12; at + 8 <= head.length; ) {
      const kind = head.toString("latin1", at, at + 4);
      const size = head.readUInt32LE(at + 4);
      if (kind === "fmt " && at + 20 <= head.length) bytesPerSecond = head.readUInt32LE(at + 16);
      if (kind === "data") {
        // Recorders that stream leave the size at 0 or at its maximum: what arrived decides then.
        const arrived = this.#total - (at + 8);
        const audioBytes = size === 0 ? arrived : Math.min(size, arrived);
        return bytesPerSecond > 0 ? audioBytes / bytesPerSecond : undefined;
      }
      at += 8 + size + (size % 2);
    }
    return undefined;
  }
}
