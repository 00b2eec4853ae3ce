import sharp from 'sharp'

/** Pixels of a PNG by another decoder than the one under test: 8-bit RGBA. */
export const decodePngForTests = async (file: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await sharp(file).ensureAlpha().raw().toBuffer())
