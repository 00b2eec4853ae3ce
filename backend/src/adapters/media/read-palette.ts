import { paletteOf } from '@daedal/engine/measure/palette-of'
import sharp from 'sharp'
import { typeOfBytes } from '../../provenance/media-types.ts'

/** Pixels a picture may have; what is larger is not decoded. */
const PIXEL_LIMIT = 4_096 * 4_096
/** Enough pixels for a palette. */
const WIDTH = 192

/** Up to six colours of an encoded picture, most frequent first, `#rrggbb`; none of what is no picture of pixels. */
export async function readPalette(bytes: Uint8Array): Promise<string[]> {
  if (!typeOfBytes(bytes).startsWith('image/')) return []
  const { data, info } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT })
    .resize({ width: WIDTH, withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return paletteOf({ rgba: new Uint8Array(data), width: info.width, height: info.height })
}
