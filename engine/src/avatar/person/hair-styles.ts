import type { AvatarHair } from '@daedal/protocol/generation/avatar-plan'
import { cos, PI, sin } from '../../math/dmath.ts'
import type { Cap, Comb } from './hair-tools.ts'

const { abs, floor, sqrt } = Math

/** Lays the locks of one style; answers the cap under them. */
export type HairStyle = { readonly cap: Cap; readonly gloss?: number; readonly tall?: number; readonly dress: (comb: Comb) => void }

const THIN: Cap = { line: 0, thickness: 0.035 }

/** A lock that hangs from the crown past the ear down to `end`. */
function hang(
  { lay, scalp, jitter, size }: Comb,
  azimuth: number,
  thick: number,
  end: number,
  flare: number,
  wave: number,
  taper: number,
): void {
  const around = (azimuth * PI) / 180
  const sx = sin(around)
  const cz = cos(around)
  const points: [number, number, number, number][] = [
    scalp(azimuth * 0.6, 82, 1, thick * 0.8),
    scalp(azimuth * 0.9, 52, 1.06, thick * 1.05),
    scalp(azimuth, 18, 1.09, thick * 1.1),
  ]
  for (let i = 1; i <= 4; i++) {
    const f = i / 4
    const w = 0.035 + size[0] + flare * f * f
    points.push([
      sx * w + jitter(0.02) + wave * sin(f * 9 + azimuth) * 0.06,
      0.37 + (end - 0.35) * f,
      -0.03 + cz * w * (f > 0.6 ? 0.92 : 1) + jitter(0.02) + wave * sin(f * 9 + azimuth + 1) * 0.05,
      thick * (1.12 - taper * f * f),
    ])
  }
  lay(...points)
}

const curtain = (comb: Comb, end: number, flare: number, wave: number, taper: number) => {
  for (let i = 0; i < 19; i++) hang(comb, 50 + (260 * i) / 18, 0.115, end + comb.jitter(0.05), flare, wave, taper)
}

/** Locks swept from a middle parting to both sides of the face. */
function parted({ lay, scalp, size }: Comb, end: number): void {
  for (const s of [-1, 1])
    for (let i = 0; i < 5; i++) {
      const a = s * (10 + i * 11)
      const w = size[0] + 0.04 + i * 0.01
      lay(
        scalp(8, 72 + i, 1.02, 0.07),
        scalp(a + s * 8, 56, 1.1, 0.09),
        scalp(s * (46 + i * 4), 34, 1.11, 0.085),
        scalp(s * (64 + i * 4), 8, 1.1, 0.075),
        [s * w, -0.35, 0.12 - i * 0.05, 0.06],
        [s * (w - 0.04), end, 0.2, 0.03],
      )
    }
}

function bangs({ lay, scalp, jitter }: Comb): void {
  for (let i = 0; i < 9; i++) {
    const a = -50 + i * 12.5
    lay(
      scalp(a * 0.5, 78, 1.02, 0.08),
      scalp(a * 0.85, 58, 1.1, 0.09),
      scalp(a + jitter(2), 38, 1.1, 0.075),
      scalp(a * 1.05 + jitter(3), 25 - abs(a) * 0.12, 1.07, 0.02),
    )
  }
}

function cropped({ lay, scalp, jitter }: Comb): void {
  for (const [row, from, front, side, back] of [
    [0, 84, 62, 50, 50],
    [1, 66, 46, 22, 22],
    [2, 46, 33, 8, -22],
  ] as const)
    for (let i = 0; i < 13; i++) {
      const a = -180 + (360 * (i + (row & 1) * 0.5)) / 13 + jitter(6)
      const to = abs(a) < 75 ? front : abs(a) > 115 ? back : side
      lay(scalp(a + jitter(8), from, 1, 0.09), scalp(a + 6, (from + to) / 2 + 4, 1.07, 0.1), scalp(a + 14 + jitter(8), to, 1.08, 0.028))
    }
}

/** Hair swept over from a side parting; `lift` raises it off the brow. */
function swept({ lay, scalp }: Comb, lift: number, sides: boolean): void {
  const part = 38
  for (let i = 0; i < 9; i++) {
    const f = i / 8
    const e = 46 + f * 38
    const a = part * (1 - f * 0.6)
    lay(
      scalp(a, e + 4, 1, 0.08),
      scalp(a - 28, e + 12, 1.1 + lift, 0.125),
      scalp(a - 62, e - 2, 1.13 + lift * 0.6, 0.12),
      scalp(a - 92 - f * 10, e - 34, sides ? 1.07 : 1.1, 0.06),
      scalp(a - 102, e - (sides ? 56 : 44), 1.05, 0.02),
    )
  }
  if (!sides) return
  for (let i = 0; i < 6; i++) {
    const a = part + 4 + i * 20
    lay(
      scalp(part - 4, 56 + i * 6, 1.02, 0.07),
      scalp(a + 10, 40, 1.08, 0.09),
      scalp(a + 16, 16, 1.07, 0.07),
      scalp(a + 18, i < 2 ? 0 : -14, 1.04, 0.025),
    )
  }
  for (let i = 0; i < 9; i++) {
    const a = 120 + i * 24
    lay(scalp(a, 70, 1.03, 0.09), scalp(a, 35, 1.1, 0.1), scalp(a + 5, 0, 1.06, 0.08), scalp(a + 5, -28, 1, 0.03))
  }
}

/** Hair combed tight to a knot. */
function gathered({ lay, scalp }: Comb, knot: readonly [number, number, number, number], from = -180, to = 180): void {
  const count = floor((to - from) / 18)
  for (let i = 0; i <= count; i++) {
    const a = from + ((to - from) * i) / count
    const e = abs(a) < 70 ? 38 : abs(a) < 115 ? 6 : -22
    const m = scalp(a, 55, 1.05, 0.075)
    lay(
      scalp(a, e, 1, 0.045),
      scalp(a, (e + 45) / 2 + 5, 1.045, 0.07),
      [(m[0] + knot[0] * 0.6) * 0.75, (m[1] + knot[1]) * 0.5 + 0.03, (m[2] + knot[2]) * 0.5, 0.07],
      [knot[0], knot[1], knot[2], knot[3]],
    )
  }
}

/** A coil of hair round a point. */
function coil({ lay }: Comb, x: number, y: number, z: number, r: number): void {
  for (let i = 0; i < 7; i++) {
    const a = i * 0.9
    lay(
      [x + cos(a) * r, y + sin(a) * r * 0.5, z + sin(a) * r * 0.8, r * 0.45],
      [x + cos(a + 0.9) * r * 0.85, y + r * 0.4 + 0.05 * cos(a * 2), z - 0.02 + sin(a + 0.9) * r * 0.8, r * 0.5],
      [x + cos(a + 1.8) * r * 0.6, y + r * 0.75, z + sin(a + 1.8) * r * 0.6, r * 0.3],
    )
  }
}

function ringlets({ lay, jitter, size }: Comb, count: number, spread: number, thick: number, line: number): void {
  for (let i = 0; i < count; i++) {
    const y = 1 - (2 * (i + 0.5)) / count
    const a = i * 2.399963
    const r = sqrt(1 - y * y)
    if (y - 0.75 * r * cos(a) < line) continue
    const cx = r * sin(a) * size[0] * spread
    const cy = 0.17 + y * size[1] * spread
    const cz = -0.06 + r * cos(a) * size[2] * spread * 0.98
    const e = thick * 0.55
    lay(
      [cx - e + jitter(0.03), cy + jitter(0.03), cz, thick * 0.8],
      [cx, cy + e, cz + e * 0.4, thick],
      [cx + e, cy - e * 0.3 + jitter(0.03), cz + jitter(0.03), thick * 0.75],
    )
  }
}

function plaits({ lay, size }: Comb): void {
  for (const s of [-1, 1])
    for (let i = 0; i < 8; i++) {
      const y = -0.22 - i * 0.115
      const f = i & 1 ? 1 : -1
      const w = 0.1 - i * 0.005
      const x = s * (size[0] + i * 0.006)
      lay(
        [x - f * 0.05, y + 0.09, 0.16 + i * 0.02, w * 0.5],
        [x + f * 0.02, y, 0.2 + i * 0.02, w],
        [x + f * 0.05, y - 0.08, 0.16 + i * 0.02, w * 0.45],
      )
    }
}

/** Ropes of hair that fall round the head. */
function ropes({ lay, scalp, jitter, random, size }: Comb): void {
  for (let ring = 0; ring < 2; ring++)
    for (let i = 0; i < 15; i++) {
      const a = -180 + (360 * (i + ring * 0.5)) / 15 + jitter(5)
      const front = abs(a) < 48
      const end = front ? 0.3 : random.range(-0.62, -0.4)
      const w = size[0] + 0.06 + ring * 0.07
      const around = (a * PI) / 180
      const t = 0.062
      if (front)
        lay(
          scalp(a * 0.6, 84, 1.02, t),
          scalp(a + (a < 0 ? -24 : 24), 58, 1.14 + ring * 0.05, t),
          scalp(a + (a < 0 ? -58 : 58), 24, 1.17, t),
          [sin(around + (a < 0 ? -1.2 : 1.2)) * w, -0.3 + jitter(0.08), 0.08, t * 0.7],
        )
      else
        lay(
          scalp(a, 84, 1.02, t),
          scalp(a, 50, 1.12 + ring * 0.06, t),
          scalp(a, 12, 1.14 + ring * 0.08, t),
          [sin(around) * w + jitter(0.02), -0.2, cos(around) * w * 0.95, t],
          [sin(around) * w + jitter(0.03), end, cos(around) * w, t * 0.72],
        )
    }
}

function cornrows({ lay, scalp }: Comb): void {
  for (let row = 0; row < 9; row++) {
    const side = (row - 4) * 17
    for (let i = 0; i < 9; i++) {
      const e = 38 + i * 15
      const at = (degrees: number, r: number, t: number) => {
        // rows run from the brow over the crown: a turn about the axis between the ears
        const up = (degrees * PI) / 180
        const out = (side * PI) / 180
        const [x, y, z] = [sin(out), cos(out) * sin(up), cos(out) * cos(up)]
        const p = scalp(0, 0, 1, 0)
        return [x * r * 0.605, 0.17 + y * r * 0.625, -0.03 + z * r * (p[2] + 0.03), t] as const
      }
      lay(at(e - 8, 1.0, 0.03), at(e, 1.035, 0.062), at(e + 8, 1.0, 0.03))
    }
    if (row % 2 === 0) {
      const a = ((180 + side * 0.9) * PI) / 180
      lay(
        [sin(a) * 0.55, -0.1, cos(a) * 0.55, 0.06],
        [sin(a) * 0.6 + (row - 4) * 0.03, -0.45, cos(a) * 0.5, 0.055],
        [sin(a) * 0.6 + (row - 4) * 0.05, -0.8, cos(a) * 0.4, 0.03],
      )
    }
  }
}

function spikes({ lay, scalp, jitter }: Comb): void {
  for (const [row, e] of [72, 46, 22].entries())
    for (let i = 0; i < 10; i++) {
      const a = -180 + 36 * (i + row * 0.5) + jitter(6)
      if (row === 2 && abs(a) < 60) continue
      lay(scalp(a, e, 0.95, 0.14), scalp(a + 4, e + 5, 1.2, 0.1), scalp(a + 10, e + 9 + (abs(a) < 70 ? 8 : 0), 1.44 + jitter(0.1), 0.008))
    }
}

function crest({ lay, scalp, jitter }: Comb): void {
  for (let i = 0; i < 11; i++) {
    const e = 40 + i * 14
    const [a, up] = e > 90 ? [180, 180 - e] : [0, e]
    for (const s of [-1, 1])
      lay(scalp(a + s * 6, up, 0.97, 0.09), scalp(a + s * 3, up, 1.25, 0.075), scalp(a, up + (a ? -8 : 8), 1.52 + jitter(0.04), 0.012))
  }
}

function slicked({ lay, scalp }: Comb): void {
  for (let i = 0; i < 15; i++) {
    const a = -84 + i * 12
    const back = a < 0 ? -180 - a * 0.6 : 180 - a * 0.6
    lay(
      scalp(a * 0.9, 42 - abs(a) * 0.3, 1, 0.05),
      scalp(a * 0.9, 60 - abs(a) * 0.2, 1.06, 0.085),
      scalp(a < 0 ? a - 10 : a + 10, 82 - abs(a) * 0.35, 1.08, 0.085),
      scalp(back, 56 - abs(a) * 0.2, 1.07, 0.085),
      scalp(back, 14, 1.06, 0.075),
      scalp(back, -24, 1.02, 0.03),
    )
  }
}

/** Every style that is not a bare scalp. */
export const HAIR_STYLES: Record<Exclude<AvatarHair, 'any' | 'bald' | 'buzz'>, HairStyle> = {
  crop: { cap: THIN, dress: cropped },
  'side-part': { cap: THIN, dress: (comb) => swept(comb, 0, true) },
  quiff: { cap: THIN, tall: 0.06, dress: (comb) => swept(comb, 0.12, true) },
  undercut: { cap: { line: 0, thickness: 0.006 }, tall: 0.04, dress: (comb) => swept(comb, 0.1, false) },
  slick: { cap: THIN, gloss: 0.9, dress: slicked },
  spiky: { cap: THIN, tall: 0.1, dress: spikes },
  mohawk: { cap: { line: 0, thickness: 0.006 }, tall: 0.14, dress: crest },
  curly: { cap: { line: 0.02, thickness: 0.06 }, gloss: 0.2, dress: (comb) => ringlets(comb, 84, 1.1, 0.1, -0.12) },
  afro: { cap: { line: 0.02, thickness: 0.16 }, gloss: 0.15, tall: 0.12, dress: (comb) => ringlets(comb, 150, 1.32, 0.135, -0.22) },
  locs: { cap: { line: 0, thickness: 0.03 }, gloss: 0.12, tall: 0.03, dress: ropes },
  cornrows: { cap: { line: 0, thickness: 0.012 }, gloss: 0.15, dress: cornrows },
  bob: {
    cap: THIN,
    dress(comb) {
      curtain(comb, -0.42, 0.05, 0.2, 0.5)
      bangs(comb)
    },
  },
  fringe: {
    cap: THIN,
    dress(comb) {
      curtain(comb, -0.75, 0.07, 0.15, 0.6)
      bangs(comb)
    },
  },
  long: {
    cap: THIN,
    dress(comb) {
      curtain(comb, -1, 0.1, 0.5, 0.75)
      parted(comb, -0.75)
    },
  },
  wavy: {
    cap: THIN,
    dress(comb) {
      curtain(comb, -0.85, 0.16, 1.7, 0.6)
      swept(comb, 0.05, false)
      parted(comb, -0.6)
    },
  },
  bun: {
    cap: THIN,
    tall: 0.16,
    dress(comb) {
      const [x, y, z] = comb.scalp(180, 70, 1.12, 0.05)
      gathered(comb, [x, y, z, 0.05])
      coil(comb, x, y + 0.12, z, 0.2)
    },
  },
  'space-buns': {
    cap: THIN,
    tall: 0.12,
    dress(comb) {
      for (const s of [-1, 1]) {
        const [x, y, z] = comb.scalp(s * 100, 52, 1.12, 0.05)
        gathered(comb, [x, y, z, 0.05], s > 0 ? 0 : -180, s > 0 ? 180 : 0)
        coil(comb, x, y + 0.03, z, 0.21)
      }
    },
  },
  ponytail: {
    cap: THIN,
    dress(comb) {
      const [, y, z] = comb.scalp(180, 42, 1.1, 0.06)
      gathered(comb, [0, y, z, 0.06])
      for (let s = -2; s <= 2; s++)
        comb.lay(
          [0, y, z, 0.09],
          [0.25 + s * 0.05, y + 0.1, z - 0.18, 0.13],
          [0.62 + s * 0.04, y - 0.3, z - 0.1 + s * 0.03, 0.12],
          [0.72 + s * 0.05, -0.55, -0.25 + s * 0.05, 0.03],
        )
    },
  },
  braids: {
    cap: THIN,
    dress(comb) {
      gathered(comb, comb.scalp(180, 42, 1.1, 0.06))
      plaits(comb)
    },
  },
}
