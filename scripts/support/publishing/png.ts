/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Every PNG ends with this chunk; a file that was cut off does not. */
const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/**
 * Reads the size of a PNG, from its contents and whatever its name says.
 *
 * @returns nothing when it is no PNG, or not all of one
 */
export function pngSize(file: Buffer): Size | undefined {
  const isWhole = file.length > 33 && file.subarray(-end.length).equals(end);
  if (!isWhole || !file.subarray(0, signature.length).equals(signature)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}
