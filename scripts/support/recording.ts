const sampleRate = 8_000;
/** Two turns of four seconds, which hold whole waves of every pitch, so that they may be repeated. */
const patternSeconds = 8;

/**
 * A recording for trying things out: a WAV of 8-bit mono in which two low voices take turns, so
 * that no stretch of it is silence. The same arguments give the same bytes.
 *
 * @param seconds length; Gong drops recordings shorter than 60 (G27)
 * @param voice a number that makes this recording differ from others, since Gong takes the same
 *   bytes once (G26)
 */
export function makeRecording(seconds: number, voice: number): Buffer {
  const pattern = Buffer.alloc(patternSeconds * sampleRate);
  for (let index = 0; index < pattern.length; index += 1) {
    const time = index / sampleRate;
    const pitch = (Math.floor(time / 4) % 2 === 0 ? 140 : 210) + (voice % 50);
    const syllables = 0.6 + 0.4 * Math.sin(2 * Math.PI * 3 * time);
    pattern[index] = 128 + Math.round(90 * syllables * Math.sin(2 * Math.PI * pitch * time));
  }
  const samples = Buffer.alloc(seconds * sampleRate, pattern);
  // The voice number also stands in the first samples, where it cannot be heard.
  samples.writeUInt32LE(voice >>> 0, 0);
  return Buffer.concat([wavHeader(samples.length), samples]);
}

/** RIFF header of 8-bit mono PCM. */
function wavHeader(dataBytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "ascii");
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write("WAVEfmt ", 8, "ascii");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36, "ascii");
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
