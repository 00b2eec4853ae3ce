import { decode } from 'fast-png'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const XMP_KEYWORD = 'XML:com.adobe.xmp'
const XMP_LIMIT = 64 << 10

/** A chunk of a PNG; `at` is where its length field begins in the file. */
type Chunk = { type: string; at: number; data: Uint8Array }

/** A picture as 8-bit sRGB with alpha, four bytes a pixel, row by row: the form that a record's `renderSha256` is made of. */
export type Pixels = { width: number; height: number; rgba: Uint8Array }

/** Takes a PNG apart (W3C PNG, third edition, §5). Throws with the chunk and its byte offset when it is damaged. */
function chunksOf(file: Uint8Array): Chunk[] {
  if (SIGNATURE.some((byte, i) => file[i] !== byte)) throw new Error('it does not begin as a PNG')
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at < file.length; ) {
    if (at + 12 > file.length) throw new Error(`it ends inside a chunk at byte ${at}`)
    const length = view.getUint32(at)
    if (length > file.length - at - 12) throw new Error(`the chunk at byte ${at} claims ${length} bytes`)
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8))
    if (!/^[A-Za-z]{4}$/.test(type)) throw new Error(`there is no chunk at byte ${at}`)
    chunks.push({ type, at, data: file.subarray(at + 8, at + 8 + length) })
    at += 12 + length
    if (type === 'IEND' && at !== file.length) throw new Error(`${file.length - at} bytes follow its end`)
  }
  if (chunks[0]?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') throw new Error('it has no header or no end')
  return chunks
}

/**
 * Decodes a PNG of exactly `size`. Colour profiles and other extras are left out before decoding; the size and the unpacked
 * length are checked first, so that a small file cannot ask for much memory. Throws with a reason.
 */
export async function readPixels(file: Uint8Array, size: { w: number; h: number }): Promise<Pixels> {
  const chunks = chunksOf(file)
  const header = (chunks[0] as Chunk).data
  if (header.length !== 13) throw new Error('its header is damaged')
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [w, h, depth, interlaced] = [view.getUint32(0), view.getUint32(4), header[8] as number, header[12] as number]
  if (w !== size.w || h !== size.h) throw new Error(`it is ${w} × ${h}, the record says ${size.w} × ${size.h}`)
  if (depth !== 8 || interlaced !== 0) throw new Error('it is not 8 bits a channel without interlacing')
  await inflate(
    chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    h * (1 + 4 * w),
  )
  const { data, channels } = decode(rebuilt(file, chunks), { checkCrc: true })
  return { width: w, height: h, rgba: expanded(data, channels, w * h) }
}

/** The file with the chunks that decide pixels, as they stand. */
const rebuilt = (file: Uint8Array, chunks: readonly Chunk[]): Uint8Array =>
  joined([
    file.subarray(0, SIGNATURE.length),
    ...chunks.filter(({ type }) => KEPT.has(type)).map(({ at, data }) => file.subarray(at, at + 12 + data.length)),
  ])

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/** Unpacks zlib data and stops as soon as more comes than `most` bytes. */
async function inflate(parts: readonly Uint8Array[], most: number): Promise<Uint8Array> {
  const packed = new Blob(parts as Uint8Array<ArrayBuffer>[]).stream()
  const reader = packed.pipeThrough(new DecompressionStream('deflate')).getReader()
  const unpacked: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > most) throw new Error(`it unpacks to more than ${most} bytes`)
      unpacked.push(next.value)
    }
  } catch (cause) {
    await reader.cancel().catch(() => undefined)
    throw length > most ? cause : new Error(`it cannot be unpacked: ${(cause as Error).message}`, { cause })
  }
  return joined(unpacked)
}

function expanded(data: ArrayLike<number>, channels: number, pixels: number): Uint8Array {
  if (channels !== 3 && channels !== 4) throw new Error(`it has ${channels} channels, not colour`)
  if (data.length !== pixels * channels) throw new Error('it has too few or too many pixels')
  const rgba = new Uint8Array(pixels * 4)
  for (let i = 0, from = 0; i < rgba.length; i += 4, from += channels) {
    rgba[i] = data[from] as number
    rgba[i + 1] = data[from + 1] as number
    rgba[i + 2] = data[from + 2] as number
    rgba[i + 3] = channels === 4 ? (data[from + 3] as number) : 255
  }
  return rgba
}

/**
 * The XMP packet of a PNG as text; null when it carries none. It stands in an iTXt chunk (Adobe XMP part 3, §1.1.5), packed or
 * not, or, as libvips writes it, in a zTXt chunk of the same keyword. Rejects with a reason on a damaged file.
 */
export async function readXmp(file: Uint8Array): Promise<string | null> {
  for (const { type, data } of chunksOf(file)) {
    if (type !== 'iTXt' && type !== 'zTXt') continue
    const end = data.indexOf(0)
    if (new TextDecoder('latin1').decode(data.subarray(0, end)) !== XMP_KEYWORD) continue
    const packed = type === 'zTXt' || data[end + 1] === 1
    const body = type === 'zTXt' ? data.subarray(end + 2) : afterLanguage(data, end + 3)
    return new TextDecoder().decode(packed ? await inflate([body], XMP_LIMIT) : body.subarray(0, XMP_LIMIT))
  }
  return null
}

/** The text of an iTXt chunk, behind the language tag and the translated keyword, each of which ends with a zero. */
function afterLanguage(data: Uint8Array, from: number): Uint8Array {
  const language = data.indexOf(0, from)
  const keyword = language < 0 ? -1 : data.indexOf(0, language + 1)
  return keyword < 0 ? data.subarray(data.length) : data.subarray(keyword + 1)
}
