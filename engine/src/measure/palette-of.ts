import { pow } from '../math/dmath.ts'
import type { Picture } from '../picture.ts'
import { linearOf } from './linear.ts'

const { floor, sqrt } = Math

/** A colour of the histogram: mean sRGB bytes, OKLab position, number of pixels. */
type Bin = { r: number; g: number; b: number; L: number; A: number; B: number; count: number }

/** Rounds of k-means after the first choice; pictures settle in fewer. */
const ROUNDS = 8

/** Up to `count` colours a viewer would name in a picture, most frequent first, as `#rrggbb`. */
export function paletteOf(picture: Picture, count = 6): string[] {
  const bins = histogram(picture)
  let centres = firstCentres(bins, count)
  let groups = group(bins, centres)
  for (let round = 0; round < ROUNDS; round++) {
    centres = groups.map(meanOf)
    groups = group(bins, centres)
  }
  return groups
    .map(meanOf)
    .sort((a, b) => b.count - a.count || a.r - b.r || a.g - b.g || a.b - b.b)
    .map(
      ({ r, g, b }) =>
        `#${[r, g, b]
          .map((v) =>
            floor(v + 0.5)
              .toString(16)
              .padStart(2, '0'),
          )
          .join('')}`,
    )
}

/** 32 levels a channel. */
function histogram({ rgba }: Picture): Bin[] {
  const bins = new Map<number, Bin>()
  for (let o = 0; o < rgba.length; o += 4) {
    const r = rgba[o]!
    const g = rgba[o + 1]!
    const b = rgba[o + 2]!
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)
    const bin = bins.get(key) ?? { r: 0, g: 0, b: 0, L: 0, A: 0, B: 0, count: 0 }
    bins.set(key, bin)
    bin.r += r
    bin.g += g
    bin.b += b
    bin.count++
  }
  const list = [...bins.entries()].sort(([a], [b]) => a - b).map(([, bin]) => bin)
  for (const bin of list) {
    bin.r /= bin.count
    bin.g /= bin.count
    bin.b /= bin.count
    placeInLab(bin)
  }
  return list
}

/** OKLab (Ottosson 2020). */
function placeInLab(bin: Bin): void {
  const r = linearOf(floor(bin.r + 0.5))
  const g = linearOf(floor(bin.g + 0.5))
  const b = linearOf(floor(bin.b + 0.5))
  const l = pow(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 1 / 3)
  const m = pow(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 1 / 3)
  const s = pow(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b, 1 / 3)
  bin.L = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  bin.A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  bin.B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
}

/** Squared distance; hue and chroma count more than lightness, so that a small red stays apart from large greys. */
const apart = (a: Bin, b: Bin) => (a.L - b.L) * (a.L - b.L) + 3 * ((a.A - b.A) * (a.A - b.A) + (a.B - b.B) * (a.B - b.B))

/** The most frequent colour, then again and again the one that is both frequent and far from those chosen. */
function firstCentres(bins: readonly Bin[], count: number): Bin[] {
  const centres: Bin[] = []
  while (centres.length < count) {
    let best: Bin | undefined
    let bestScore = 0
    for (const bin of bins) {
      let nearest = 1
      for (const centre of centres) nearest = Math.min(nearest, apart(bin, centre))
      const score = sqrt(bin.count) * nearest
      if (score > bestScore) {
        bestScore = score
        best = bin
      }
    }
    if (!best) break
    centres.push(best)
  }
  return centres
}

/** Assigns each colour to its nearest centre; centres nobody chose are dropped. */
function group(bins: readonly Bin[], centres: readonly Bin[]): Bin[][] {
  const groups: Bin[][] = centres.map(() => [])
  for (const bin of bins) {
    let nearest = 0
    for (let k = 1; k < centres.length; k++) if (apart(bin, centres[k]!) < apart(bin, centres[nearest]!)) nearest = k
    groups[nearest]!.push(bin)
  }
  return groups.filter((members) => members.length > 0)
}

function meanOf(members: readonly Bin[]): Bin {
  const mean: Bin = { r: 0, g: 0, b: 0, L: 0, A: 0, B: 0, count: 0 }
  for (const bin of members) {
    mean.r += bin.r * bin.count
    mean.g += bin.g * bin.count
    mean.b += bin.b * bin.count
    mean.count += bin.count
  }
  mean.r /= mean.count
  mean.g /= mean.count
  mean.b /= mean.count
  placeInLab(mean)
  return mean
}
