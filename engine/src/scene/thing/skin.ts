import { catmullRom } from '../../solid/field/outline.ts'
import type { Shape } from './shape.ts'

const { abs, ceil, floor, max, min, sqrt } = Math

export type Knot = readonly [x: number, y: number, z: number, radius: number]

/** A bone with flesh: a smooth tube through knots. */
export type Bone = {
  readonly knots: readonly Knot[]
  /** Says what it is part of to whoever colours the skin. */
  readonly part: number
  /** Width of its section over its height; left out, it is round. */
  readonly squash?: number
  /** How wide the fillet is that joins it to the others, metres. */
  readonly fillet: number
}

/** A point of the skin, its unit normal, and the part it lies on. */
export type SkinPoint = {
  x: number
  y: number
  z: number
  nx: number
  ny: number
  nz: number
  part: number
}

/** Shares of the second and the third colour at a point of the skin, 0 to 1. */
export type Coat = (at: Readonly<SkinPoint>) => readonly [pale: number, dark: number]

/** Where bones do not reach. */
const FAR = 1e6
const STEPS = 4

/** One skin over bones whose joints flow into each other, as triangles of about `cell` metres whose uv is what `coat` says. */
export const skin =
  (bones: readonly Bone[], cell: number, coat: Coat): Shape =>
  (sink) => {
    const low = [FAR, FAR, FAR]
    const high = [-FAR, -FAR, -FAR]
    for (const { knots, squash = 1 } of bones)
      for (const knot of knots)
        for (let c = 0; c < 3; c++) {
          const r = knot[3] * max(1, squash)
          low[c] = min(low[c]!, knot[c]! - r)
          high[c] = max(high[c]!, knot[c]! + r)
        }
    const [x0, y0, z0] = low.map((v) => v - cell * 3) as [number, number, number]
    const [nx, ny, nz] = high.map((v, c) => ceil((v - low[c]!) / cell) + 7) as [number, number, number]
    const field = new Float32Array(nx * ny * nz).fill(FAR)
    const owner = new Uint8Array(nx * ny * nz)
    for (const bone of bones) addBone(bone)

    /** Joins a bone to the field, by its box. */
    function addBone({ knots, part, squash = 1, fillet }: Bone): void {
      const curve = knots.length > 2 ? catmullRom(knots, STEPS) : knots
      const reach = fillet + cell * 2.5
      const box = [FAR, FAR, FAR, -FAR, -FAR, -FAR]
      const spans: number[][] = []
      for (let i = 1; i < curve.length; i++) {
        const [a, b] = [curve[i - 1]!, curve[i]!]
        const r = max(a[3]!, b[3]!) + reach
        const lower = [0, 1, 2].map((c) => min(a[c]!, b[c]!) - r * (c === 0 ? squash : 1) - (c === 0 ? reach : 0))
        const upper = [0, 1, 2].map((c) => max(a[c]!, b[c]!) + r * (c === 0 ? squash : 1) + (c === 0 ? reach : 0))
        spans.push([...a, ...b, ...lower, ...upper])
        for (let c = 0; c < 3; c++) {
          box[c] = min(box[c]!, lower[c]!)
          box[c + 3] = max(box[c + 3]!, upper[c]!)
        }
      }
      const from = (v: number, o: number) => max(0, ceil((v - o) / cell))
      const to = (v: number, o: number, n: number) => min(n - 1, floor((v - o) / cell))
      const [bi, bj, bk] = [from(box[0]!, x0), from(box[1]!, y0), from(box[2]!, z0)]
      const wi = to(box[3]!, x0, nx) - bi + 1
      const wj = to(box[4]!, y0, ny) - bj + 1
      const wk = to(box[5]!, z0, nz) - bk + 1
      if (wi <= 0 || wj <= 0 || wk <= 0) return
      const own = new Float32Array(wi * wj * wk).fill(FAR)
      const narrow = min(1, squash)
      for (const s of spans) {
        const [ax, ay, az, ar, bx, by, bz, br] = s as [number, number, number, number, number, number, number, number]
        const ux = (bx - ax) / squash
        const uy = by - ay
        const uz = bz - az
        const ul = ux * ux + uy * uy + uz * uz || 1
        const i1 = to(s[11]!, x0, nx)
        const j1 = to(s[12]!, y0, ny)
        const k1 = to(s[13]!, z0, nz)
        for (let k = from(s[10]!, z0); k <= k1; k++) {
          const pz = z0 + k * cell - az
          for (let j = from(s[9]!, y0); j <= j1; j++) {
            const py = y0 + j * cell - ay
            const row = ((k - bk) * wj + j - bj) * wi - bi
            for (let i = from(s[8]!, x0); i <= i1; i++) {
              const px = (x0 + i * cell - ax) / squash
              let t = (px * ux + py * uy + pz * uz) / ul
              t = t < 0 ? 0 : t > 1 ? 1 : t
              const dx = px - ux * t
              const dy = py - uy * t
              const dz = pz - uz * t
              const d = (sqrt(dx * dx + dy * dy + dz * dz) - ar - (br - ar) * t) * narrow
              if (d < own[row + i]!) own[row + i] = d
            }
          }
        }
      }
      for (let k = 0; k < wk; k++)
        for (let j = 0; j < wj; j++) {
          const row = (k * wj + j) * wi
          const at = ((k + bk) * ny + j + bj) * nx + bi
          for (let i = 0; i < wi; i++) {
            const d = own[row + i]!
            if (d >= FAR) continue
            const before = field[at + i]!
            if (d < before) owner[at + i] = part
            const gap = abs(d - before)
            const lesser = d < before ? d : before
            field[at + i] = gap < fillet ? lesser - ((fillet - gap) * (fillet - gap)) / (4 * fillet) : lesser
          }
        }
    }

    const plane = nx * ny
    const ids = new Int32Array(nx * ny * nz).fill(-1)
    const point: SkinPoint = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0, part: 0 }
    /** A vertex in the middle of where the skin crosses the edges of a cell. */
    function vertexIn(o: number, i: number, j: number, k: number): number {
      let [sx, sy, sz, count] = [0, 0, 0, 0]
      for (const [a, b, axis] of EDGES) {
        const va = field[o + (a & 1) + ((a >> 1) & 1) * nx + (a >> 2) * plane]!
        const vb = field[o + (b & 1) + ((b >> 1) & 1) * nx + (b >> 2) * plane]!
        if (va < 0 === vb < 0) continue
        const t = va / (va - vb)
        sx += axis === 0 ? t : a & 1
        sy += axis === 1 ? t : (a >> 1) & 1
        sz += axis === 2 ? t : a >> 2
        count++
      }
      const [fx, fy, fz] = [sx / count, sy / count, sz / count]
      let [gx, gy, gz] = [0, 0, 0]
      for (let c = 0; c < 8; c++) {
        const p = o + (c & 1) + ((c >> 1) & 1) * nx + (c >> 2) * plane
        const w = (c & 1 ? fx : 1 - fx) * (c & 2 ? fy : 1 - fy) * (c & 4 ? fz : 1 - fz)
        gx += w * (near(p + 1) - near(p - 1))
        gy += w * (near(p + nx) - near(p - nx))
        gz += w * (near(p + plane) - near(p - plane))
      }
      const length = sqrt(gx * gx + gy * gy + gz * gz) || 1
      point.x = x0 + (i + fx) * cell
      point.y = y0 + (j + fy) * cell
      point.z = z0 + (k + fz) * cell
      point.nx = gx / length
      point.ny = gy / length
      point.nz = gz / length
      point.part = owner[o + (fx > 0.5 ? 1 : 0) + (fy > 0.5 ? nx : 0) + (fz > 0.5 ? plane : 0)]!
      const [u, v] = coat(point)
      return sink.vertex(point.x, point.y, point.z, point.nx, point.ny, point.nz, u, v)
    }
    /** Where no bone reaches, the slope of the field is what it is nearby. */
    function near(p: number): number {
      return min(field[p]!, cell * 4)
    }
    for (let k = 1; k < nz - 2; k++)
      for (let j = 1; j < ny - 2; j++)
        for (let i = 1; i < nx - 2; i++) {
          const o = (k * ny + j) * nx + i
          if (abs(field[o]!) > cell * 3) continue
          const isIn = field[o]! < 0
          let crosses = false
          for (let c = 1; c < 8 && !crosses; c++) crosses = field[o + (c & 1) + ((c >> 1) & 1) * nx + (c >> 2) * plane]! < 0 !== isIn
          if (!crosses) continue
          ids[o] = vertexIn(o, i, j, k)
          join(o, isIn, 1, nx, plane)
          join(o, isIn, nx, plane, 1)
          join(o, isIn, plane, 1, nx)
        }
    /** Two triangles round an edge along `step` that the skin crosses. */
    function join(o: number, isIn: boolean, step: number, s: number, t: number): void {
      if (field[o + step]! < 0 === isIn) return
      const [a, b, c, d] = [ids[o]!, ids[o - s]!, ids[o - s - t]!, ids[o - t]!]
      if (min(a, b, c, d) < 0) return
      if (isIn) {
        sink.triangle(a, b, c)
        sink.triangle(a, c, d)
      } else {
        sink.triangle(a, c, b)
        sink.triangle(a, d, c)
      }
    }
  }

/** Edges of a cell by the numbers of their corners (bits x, y, z), and the axis they run along. */
const EDGES = [
  [0, 1, 0],
  [2, 3, 0],
  [4, 5, 0],
  [6, 7, 0],
  [0, 2, 1],
  [1, 3, 1],
  [4, 6, 1],
  [5, 7, 1],
  [0, 4, 2],
  [1, 5, 2],
  [2, 6, 2],
  [3, 7, 2],
] as const
