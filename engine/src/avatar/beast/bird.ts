import { atan2, smooth } from '../../math/dmath.ts'
import { noise3 } from '../../math/lattice.ts'
import { mirrorX, smoothMax, smoothMin } from '../../solid/field/combine.ts'
import type { Field, Rgb } from '../../solid/field/field.ts'
import { capsule, ellipsoid, length2 } from '../../solid/field/shapes.ts'
import { sweep } from '../../solid/field/sweep.ts'
import { plain } from '../../solid/material/plain.ts'
import { rgb, scale } from '../../solid/palette.ts'
import type { Opaque } from '../../solid/render/part.ts'
import { bump, dim, paint, type Surface, tint } from '../../solid/render/surface.ts'
import type { Bust, Fitting } from '../bust.ts'
import { addBigEyes } from './big-eyes.ts'
import { addBody } from './body.ts'

const { abs, floor, min } = Math

export type Bird = 'owl' | 'penguin' | 'chick' | 'duck' | 'eagle' | 'parrot'

type Plumage = {
  readonly skull: readonly [number, number, number]
  readonly beak: 'hook' | 'small' | 'flat' | 'raptor'
  readonly beakColour: string
  readonly eyes: {
    readonly x: number
    readonly y: number
    readonly z: number
    readonly r: number
    readonly dark?: boolean
    readonly tilt?: number
  }
  /** Rows of feathers show. */
  readonly scaled: boolean
  readonly pattern: (s: Surface, ax: number, tones: Tones) => void
  readonly crest?: 'tufts' | 'curl' | 'plume'
  readonly neck: readonly [above: number, below: number]
}

type Tones = { readonly light: Rgb; readonly dark: Rgb; readonly coat: Rgb }

const WHITE = rgb('#ddd8cd')

/** Ink of rows of rounded feathers, 1 between rows. */
function feather(x: number, y: number): number {
  const row = floor(y * 9)
  const u = x * 7 + (row & 1) * 0.5
  const f = u - floor(u) - 0.5
  return smooth(0.02, 0.16, y * 9 - row - f * f * 1.6)
}

const BIRDS: Record<Bird, Plumage> = {
  owl: {
    skull: [0.68, 0.62, 0.56],
    beak: 'hook',
    beakColour: '#e2a02e',
    eyes: { x: 0.27, y: 0.07, z: 0.4, r: 0.2, tilt: -0.1 },
    scaled: true,
    crest: 'tufts',
    neck: [0.5, 0.62],
    pattern(s, ax, { light, dark, coat }) {
      if (s.z < 0.15) return
      const disc = length2(ax - 0.27, (s.y - 0.08) * 0.95)
      tint(s, light, smooth(0.36, 0.33, disc) * 0.95)
      tint(s, dark, smooth(0.03, 0, abs(disc - 0.345)))
      tint(s, coat, smooth(0.34, 0.2, disc) * noise3(atan2(s.y - 0.08, ax - 0.27) * 9, disc * 6, 2) * 0.6)
    },
  },
  penguin: {
    skull: [0.62, 0.6, 0.55],
    beak: 'small',
    beakColour: '#e8953a',
    eyes: { x: 0.25, y: 0.1, z: 0.4, r: 0.14, dark: true },
    scaled: false,
    neck: [0.46, 0.58],
    pattern(s, ax) {
      if (s.z < 0.1) return
      const n = noise3(s.x * 12, s.y * 12, s.z * 12) * 0.03
      const face = min(length2((ax - 0.24) * 0.95, s.y - 0.06) - 0.25, length2(ax, (s.y + 0.35) * 0.8) - 0.34)
      tint(s, WHITE, smooth(0.02, -0.02, face + n))
    },
  },
  chick: {
    skull: [0.64, 0.6, 0.57],
    beak: 'small',
    beakColour: '#ee8f35',
    eyes: { x: 0.27, y: 0.08, z: 0.42, r: 0.14, dark: true },
    scaled: false,
    crest: 'curl',
    neck: [0.5, 0.58],
    pattern() {},
  },
  duck: {
    skull: [0.56, 0.58, 0.55],
    beak: 'flat',
    beakColour: '#eda135',
    eyes: { x: 0.28, y: 0.16, z: 0.38, r: 0.135, dark: true },
    scaled: false,
    crest: 'curl',
    neck: [0.3, 0.42],
    pattern() {},
  },
  eagle: {
    skull: [0.56, 0.56, 0.56],
    beak: 'raptor',
    beakColour: '#eab13c',
    eyes: { x: 0.26, y: 0.1, z: 0.38, r: 0.145, tilt: -0.35 },
    scaled: true,
    neck: [0.38, 0.52],
    pattern: (s) => tint(s, WHITE, smooth(-0.66, -0.5, s.y + 0.06 * noise3(s.x * 9, s.y * 3, s.z * 9)) * 0.93),
  },
  parrot: {
    skull: [0.55, 0.57, 0.56],
    beak: 'raptor',
    beakColour: '#2b2a2e',
    eyes: { x: 0.29, y: 0.1, z: 0.37, r: 0.14 },
    scaled: true,
    crest: 'plume',
    neck: [0.36, 0.5],
    pattern(s, ax, { coat }) {
      if (s.z > 0.1) tint(s, WHITE, smooth(0.26, 0.22, length2((ax - 0.3) * 0.9, s.y - 0.05)) * 0.9)
      tint(
        s,
        [coat[2] * 0.4 + 0.05, coat[0] * 0.25 + 0.12, coat[1] * 0.3 + 0.42],
        smooth(-0.92, -1.02, s.y + 0.05 * noise3(s.x * 7, 1, s.z * 7)),
      )
    },
  },
}

function plumage(bird: Plumage, tones: Tones): Opaque {
  const { coat } = tones
  return {
    kind: 'opaque',
    base: coat,
    shade(s) {
      paint(s, coat)
      const around = atan2(s.x, s.z)
      bird.pattern(s, abs(s.x), tones)
      dim(
        s,
        bird.scaled
          ? 0.6 + 0.45 * feather(around * 0.9, s.y + 0.02 * noise3(s.x * 6, s.y * 6, s.z))
          : 0.86 + 0.2 * noise3(s.x * 30, s.y * 14, s.z * 30),
      )
      s.rough = 0.85
      s.sheen = 0.8
      s.soften = bird.scaled ? 0.3 : 0.5
      bump(s, 0.12, down)
    },
  }
}

const down: Field = (x, y, z) => noise3(x * 40, y * 16, z * 40) * 0.05

/** Head and body of a bird. */
export function buildBird(bust: Bust): Fitting {
  const { traits, add } = bust
  const bird = BIRDS[traits.being as Bird]
  const coat = traits.skin
  const tones: Tones = { coat, light: [coat[0] * 0.6 + 0.34, coat[1] * 0.6 + 0.33, coat[2] * 0.6 + 0.3], dark: scale(coat, 0.45) }
  const shell = plumage(bird, tones)
  const [a, b, c] = bird.skull
  const owl = traits.being === 'owl'
  const head: Field = (x, y, z) => {
    const ax = abs(x)
    let d = ellipsoid(x, y - 0.06, z, a, b, c)
    if (owl) d = smoothMax(d, -ellipsoid(ax - 0.27, y - 0.07, z - 0.72, 0.27, 0.27, 0.22), 0.1)
    if (bird.crest === 'tufts') d = smoothMin(d, capsule(ax, y, z, 0.36, 0.46, 0.1, 0.58, 0.92, -0.02, 0.17, 0.02), 0.12)
    return d
  }
  add('head', head, [0, 0.05, 0, 1.05], shell)
  if (owl)
    add(
      'brow',
      mirrorX((x, y, z) => capsule(x, y, z, 0.03, 0.12, 0.58, 0.56, 0.5, 0.34, 0.06, 0.035)),
      [0, 0.3, 0.4, 0.6],
      plumage({ ...bird, pattern() {} }, { ...tones, coat: tones.light }),
    )
  addCrest(bust, bird)
  addBeak(bust, bird)
  addBigEyes(bust, {
    ...bird.eyes,
    colour: bird.eyes.dark ? rgb('#2e1c12') : traits.eyes,
    iris: 0.9,
    inward: 0.08,
    lid: plain(traits.being === 'eagle' ? scale(WHITE, 0.85) : owl ? tones.dark : scale(coat, 0.8), { rough: 0.9, sheen: 0.6 }),
  })
  const front: Opaque = {
    ...shell,
    shade(s) {
      shell.shade(s)
      if (s.z > 0 && (owl || traits.being === 'penguin'))
        tint(s, owl ? tones.light : WHITE, smooth(0.5, owl ? 0.3 : 0.42, abs(s.x)) * (owl ? feather(s.x * 1.1, s.y) : 1))
    },
  }
  addBody(bust, front, bird.neck[0], bird.neck[1])
  return {
    skull: bird.skull,
    hat: { y: 0.22, z: -0.02, scale: owl ? 0.6 : 0.72 },
    eyes: { ...bird.eyes, r: bird.eyes.r + 0.02 },
    ear: [a - 0.02, 0.05, 0],
    neck: bird.neck[0] + 0.06,
    shoulders: 0.8,
    tall: bird.crest ? 0.14 : 0,
  }
}

function addCrest({ traits, add }: Bust, { crest }: Plumage): void {
  if (crest === 'curl') {
    const curl = sweep(
      [
        [0, 0.62, 0.02, 0.05],
        [0.03, 0.82, 0.04, 0.045],
        [0.14, 0.88, 0.06, 0.03],
        [0.16, 0.78, 0.06, 0.006],
      ],
      5,
    )
    const other = sweep(
      [
        [0, 0.62, 0, 0.045],
        [-0.06, 0.78, 0, 0.035],
        [-0.14, 0.8, 0.02, 0.006],
      ],
      5,
    )
    add(
      'curl',
      (x, y, z) => smoothMin(curl(x, y, z), other(x, y, z), 0.02),
      [0.02, 0.75, 0.02, 0.3],
      plain(traits.skin, { rough: 0.85, sheen: 0.6 }),
    )
  }
  if (crest === 'plume') {
    const feathers = [-0.2, 0, 0.22, 0.42].map((lean, i) =>
      sweep(
        [
          [0, 0.55, -0.1 - i * 0.06, 0.07],
          [lean * 0.2, 0.82 - i * 0.04, -0.2 - i * 0.1, 0.075],
          [lean * 0.3, 1.02 - i * 0.09, -0.42 - i * 0.1, 0.012],
        ],
        4,
      ),
    )
    add(
      'plume',
      (x, y, z) => min(...feathers.map((f) => f(x, y, z))),
      [0, 0.75, -0.3, 0.55],
      plain(traits.skin, { rough: 0.7, sheen: 0.6 }),
    )
  }
}

function addBeak({ add }: Bust, { beak, beakColour }: Plumage): void {
  const material = plain(rgb(beakColour), { rough: 0.35, coat: 0.4 })
  if (beak === 'hook') {
    add('beak', (x, y, z) => capsule(x, y, z, 0, -0.02, 0.56, 0, -0.25, 0.68, 0.09, 0.012), [0, -0.12, 0.6, 0.3], material)
    return
  }
  if (beak === 'small') {
    const field: Field = (x, y, z) => {
      const upper = capsule(x * 0.8, y, z, 0, -0.08, 0.5, 0, -0.12, 0.74, 0.12, 0.02)
      return min(upper, capsule(x * 0.8, y, z, 0, -0.17, 0.48, 0, -0.16, 0.66, 0.08, 0.02))
    }
    add('beak', field, [0, -0.12, 0.58, 0.3], material)
    return
  }
  if (beak === 'flat') {
    const field: Field = (x, y, z) => {
      const upper = ellipsoid(x, y + 0.1 - (z - 0.6) * 0.1, z - 0.66, 0.3, 0.075, 0.34)
      const lower = ellipsoid(x, y + 0.19, z - 0.6, 0.25, 0.06, 0.28)
      return min(smoothMin(upper, ellipsoid(x, y + 0.02, z - 0.5, 0.16, 0.12, 0.16), 0.1), lower)
    }
    add('beak', field, [0, -0.1, 0.62, 0.5], material)
    return
  }
  const curve = sweep(
    [
      [0, 0.0, 0.48, 0.17],
      [0, 0.0, 0.68, 0.14],
      [0, -0.14, 0.82, 0.085],
      [0, -0.32, 0.8, 0.012],
    ],
    6,
  )
  const field: Field = (x, y, z) => min(curve(x * 1.1, y, z), capsule(x, y, z, 0, -0.2, 0.48, 0, -0.22, 0.66, 0.09, 0.03))
  add('beak', field, [0, -0.1, 0.65, 0.42], material)
}
