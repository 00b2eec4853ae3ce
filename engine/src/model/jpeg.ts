import { cos, PI } from '../math/dmath.ts'

const SQRT2 = Math.sqrt(2)

const list = (text: string) => text.split(' ').map(Number)

/** Place of each coefficient on the zigzag, Figure A.6 of ITU-T T.81. */
const ZIGZAG = list(
  '0 1 8 16 9 2 3 10 17 24 32 25 18 11 4 5 12 19 26 33 40 48 41 34 27 20 13 6 7 14 21 28 35 42 49 56 57 50 43 36 29 22 15 23 30 37 44 51 58 59 52 45 38 31 39 46 53 60 61 54 47 55 62 63',
)
/** Luminance quantisation, Table K.1; used for colour too. */
const LUMINANCE = list(
  '16 11 10 16 24 40 51 61 12 12 14 19 26 58 60 55 14 13 16 24 40 57 69 56 14 17 22 29 51 87 80 62 18 22 37 56 68 109 103 77 24 35 55 64 81 104 113 92 49 64 78 87 103 121 120 101 72 92 95 98 112 100 103 99',
)
/** Luminance Huffman codes, Tables K.3 and K.5: how many of each length, and what they stand for. */
const DC_COUNTS = list('0 1 5 1 1 1 1 1 1 0 0 0 0 0 0 0')
const DC_VALUES = list('0 1 2 3 4 5 6 7 8 9 10 11')
const AC_COUNTS = list('0 2 1 3 3 2 4 3 5 5 4 4 0 0 1 125')
const AC_VALUES = list(
  '1 2 3 0 4 17 5 18 33 49 65 6 19 81 97 7 34 113 20 50 129 145 161 8 35 66 177 193 21 82 209 240 36 51 98 114 130 9 10 22 23 24 25 26 37 38 39 40 41 42',
)
for (const [high, low] of [
  [3, 4],
  [4, 3],
  [5, 3],
  [6, 3],
  [7, 3],
  [8, 3],
  [9, 2],
  [10, 2],
  [11, 2],
  [12, 2],
  [13, 2],
  [14, 1],
  [15, 1],
] as const)
  for (let at: number = low; at <= 10; at++) AC_VALUES.push(high * 16 + at)

type Codes = { readonly code: Uint16Array; readonly length: Uint8Array }

function codesOf(counts: readonly number[], values: readonly number[]): Codes {
  const codes = { code: new Uint16Array(256), length: new Uint8Array(256) }
  let code = 0
  let at = 0
  for (let length = 1; length <= 16; length++) {
    for (let i = 0; i < counts[length - 1]!; i++) {
      codes.code[values[at]!] = code++
      codes.length[values[at++]!] = length
    }
    code *= 2
  }
  return codes
}
const DC = codesOf(DC_COUNTS, DC_VALUES)
const AC = codesOf(AC_COUNTS, AC_VALUES)

/** Half angles of the transform of Arai, Agui and Nakajima (1988). */
const [C4, C6, C2_MINUS_C6, C2_PLUS_C6] = [cos(PI / 4), cos((3 * PI) / 8), cos(PI / 8) - cos((3 * PI) / 8), cos(PI / 8) + cos((3 * PI) / 8)]
/** What that transform makes each wave too large by. */
const GROWN = Float64Array.from({ length: 8 }, (_, u) => (u === 0 ? 1 : cos((u * PI) / 16) * SQRT2) * 2 * SQRT2)

/** Transforms eight values that lie `step` apart, in place. */
function transform(v: Float64Array, o: number, step: number): void {
  const a = o
  const b = o + step
  const c = o + 2 * step
  const d = o + 3 * step
  const e = o + 4 * step
  const f = o + 5 * step
  const g = o + 6 * step
  const h = o + 7 * step
  const s0 = v[a]! + v[h]!
  const s1 = v[b]! + v[g]!
  const s2 = v[c]! + v[f]!
  const s3 = v[d]! + v[e]!
  const d0 = v[a]! - v[h]!
  const d1 = v[b]! - v[g]!
  const d2 = v[c]! - v[f]!
  const d3 = v[d]! - v[e]!
  // even waves
  const outer = s0 + s3
  const inner = s1 + s2
  const lean = (s1 - s2 + s0 - s3) * C4
  v[a] = outer + inner
  v[e] = outer - inner
  v[c] = s0 - s3 + lean
  v[g] = s0 - s3 - lean
  // odd waves
  const t0 = d3 + d2
  const t1 = d2 + d1
  const t2 = d1 + d0
  const shared = (t0 - t2) * C6
  const low = t0 * C2_MINUS_C6 + shared
  const high = t2 * C2_PLUS_C6 + shared
  const middle = t1 * C4
  v[f] = d0 - middle + low
  v[d] = d0 - middle - low
  v[b] = d0 + middle + high
  v[h] = d0 + middle - high
}

/** Bits of a magnitude. */
const bitsOf = (value: number) => 32 - Math.clz32(value < 0 ? -value : value)

/** Writes bits, escaping the marker byte. */
function createBits(capacity: number) {
  let bytes = new Uint8Array(capacity)
  let count = 0
  let held = 0
  let bits = 0
  const push = (byte: number) => {
    if (count === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2)
      larger.set(bytes)
      bytes = larger
    }
    bytes[count++] = byte
  }
  return {
    push,
    put(value: number, length: number) {
      held = (held << length) | value
      bits += length
      while (bits >= 8) {
        const byte = (held >> (bits - 8)) & 255
        push(byte)
        if (byte === 255) push(0)
        bits -= 8
      }
      held &= (1 << bits) - 1
    },
    pending: () => bits,
    finish: () => bytes.slice(0, count),
  }
}
type Bits = ReturnType<typeof createBits>

function isFlat(block: Float64Array): boolean {
  for (let i = 1; i < 64; i++) if (block[i] !== block[0]) return false
  return true
}

/** Transforms one block of 8 × 8 values and writes it; returns its DC term, which the next block is told against. */
function createBlock(out: Bits, quantisers: readonly number[]) {
  const waves = new Float64Array(64)
  const terms = new Int32Array(64)
  /** What each wave is multiplied by to be counted in steps of its quantiser. */
  const shares = Float64Array.from({ length: 64 }, (_, k) => 1 / (quantisers[k]! * GROWN[k & 7]! * GROWN[k >> 3]!))
  const write = (value: number, length: number) => {
    if (length > 0) out.put(value < 0 ? value + (1 << length) - 1 : value, length)
  }
  /** Writes how the mean of a block differs from the last one's. */
  const writeLevel = (change: number) => {
    const length = bitsOf(change)
    out.put(DC.code[length]!, DC.length[length]!)
    write(change, length)
  }
  return (block: Float64Array, before: number): number => {
    if (isFlat(block)) {
      const level = Math.floor((block[0]! * 8) / quantisers[0]! + 0.5)
      writeLevel(level - before)
      out.put(AC.code[0]!, AC.length[0]!)
      return level
    }
    waves.set(block)
    for (let y = 0; y < 8; y++) transform(waves, 8 * y, 1)
    for (let x = 0; x < 8; x++) transform(waves, x, 8)
    for (let i = 0; i < 64; i++) terms[i] = Math.floor(waves[ZIGZAG[i]!]! * shares[ZIGZAG[i]!]! + 0.5)
    writeLevel(terms[0]! - before)
    let zeros = 0
    for (let i = 1; i < 64; i++) {
      const value = terms[i]!
      if (value === 0) {
        zeros++
        continue
      }
      for (; zeros > 15; zeros -= 16) out.put(AC.code[0xf0]!, AC.length[0xf0]!)
      const size = bitsOf(value)
      out.put(AC.code[zeros * 16 + size]!, AC.length[zeros * 16 + size]!)
      write(value, size)
      zeros = 0
    }
    if (zeros > 0) out.put(AC.code[0]!, AC.length[0]!)
    return terms[0]!
  }
}

function writeHeader(out: Bits, width: number, height: number, quantisers: readonly number[], isFine: boolean): void {
  const segment = (...bytes: readonly number[]) => bytes.forEach(out.push)
  segment(255, 0xd8, 255, 0xdb, 0, 67, 0, ...ZIGZAG.map((k) => quantisers[k]!))
  const sampling = isFine ? 0x11 : 0x22
  segment(255, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, sampling, 0, 2, 0x11, 0, 3, 0x11, 0)
  segment(255, 0xc4, 0, 31, 0, ...DC_COUNTS, ...DC_VALUES, 255, 0xc4, 0, 181, 0x10, ...AC_COUNTS, ...AC_VALUES)
  segment(255, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0)
}

/**
 * A baseline JPEG: only + − × ÷ and floor, so the same bytes on every machine.
 * @param rgb three bytes a pixel, sRGB
 * @param width and height, multiples of 16
 * @param quality 1..99, as libjpeg counts it
 * @param colour at `half` resolution for pictures; `full` for what is no colour, such as normals
 */
export function encodeJpeg(rgb: Uint8Array, width: number, height: number, quality: number, colour: 'half' | 'full' = 'half'): Uint8Array {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
  const quantisers = LUMINANCE.map((q) => Math.max(1, Math.min(255, Math.floor((q * scale + 50) / 100))))
  const out = createBits(width * height)
  writeHeader(out, width, height, quantisers, colour === 'full')
  const block = createBlock(out, quantisers)
  if (colour === 'full') writeFine(block, rgb, width, height)
  else writeHalved(block, rgb, width, height)
  if (out.pending() > 0) out.put((1 << (8 - out.pending())) - 1, 8 - out.pending())
  out.push(255)
  out.push(0xd9)
  return out.finish()
}

type WriteBlock = ReturnType<typeof createBlock>

/** Blocks of 16 × 16 pixels: four of light, one of each colour. */
function writeHalved(block: WriteBlock, rgb: Uint8Array, width: number, height: number): void {
  const [luma, blue, red, part] = [new Float64Array(256), new Float64Array(64), new Float64Array(64), new Float64Array(64)]
  let [lastLuma, lastBlue, lastRed] = [0, 0, 0]
  for (let top = 0; top < height; top += 16)
    for (let left = 0; left < width; left += 16) {
      blue.fill(0)
      red.fill(0)
      for (let y = 0; y < 16; y++)
        for (let x = 0; x < 16; x++) {
          const p = ((top + y) * width + left + x) * 3
          const r = rgb[p]!
          const g = rgb[p + 1]!
          const b = rgb[p + 2]!
          const c = (y >> 1) * 8 + (x >> 1)
          luma[y * 16 + x] = 0.299 * r + 0.587 * g + 0.114 * b - 128
          blue[c]! += (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4
          red[c]! += (0.5 * r - 0.418688 * g - 0.081312 * b) / 4
        }
      for (let q = 0; q < 4; q++) {
        for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) part[y * 8 + x] = luma[((q >> 1) * 8 + y) * 16 + (q & 1) * 8 + x]!
        lastLuma = block(part, lastLuma)
      }
      lastBlue = block(blue, lastBlue)
      lastRed = block(red, lastRed)
    }
}

/** Blocks of 8 × 8 pixels, one of each component. */
function writeFine(block: WriteBlock, rgb: Uint8Array, width: number, height: number): void {
  const [luma, blue, red] = [new Float64Array(64), new Float64Array(64), new Float64Array(64)]
  let [lastLuma, lastBlue, lastRed] = [0, 0, 0]
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      for (let y = 0; y < 8; y++) {
        let p = ((top + y) * width + left) * 3
        for (let at = 8 * y; at < 8 * y + 8; at++, p += 3) {
          const r = rgb[p]!
          const g = rgb[p + 1]!
          const b = rgb[p + 2]!
          luma[at] = 0.299 * r + 0.587 * g + 0.114 * b - 128
          blue[at] = -0.168736 * r - 0.331264 * g + 0.5 * b
          red[at] = 0.5 * r - 0.418688 * g - 0.081312 * b
        }
      }
      lastLuma = block(luma, lastLuma)
      lastBlue = block(blue, lastBlue)
      lastRed = block(red, lastRed)
    }
}
