import { cos, PI, sin } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Rgb, Vec3 } from '../../../vector.ts'
import { clothOf, planksOf } from '../paints.ts'
import type { Site } from '../site.ts'

export type SailingShip = {
  readonly x: number
  /** Height of her waterline. */
  readonly y: number
  readonly z: number
  /** Heading, radians from +x. */
  readonly turn: number
  /** Sine of her heel to leeward and of her pitch. */
  readonly heel: number
  readonly pitch: number
  /** Metres. */
  readonly length: number
  readonly sail: Rgb
  /** Colours of her planks and of the band along them. */
  readonly hull?: readonly [planks: string, band: string]
  /** Few sails set: heavy weather. */
  readonly reefed: boolean
}

const STATIONS = 22

/** A three-masted ship under sail; lanterns at her stern when the site is lit. */
export function sailingShip(site: Site, ship: SailingShip): void {
  const { mesh, scene, lit } = site
  const { length: L } = ship
  const c = cos(ship.turn)
  const s = sin(ship.turn)
  /** Along the keel -0.5..0.5 lengths, up and to starboard in lengths. */
  const at = (along: number, up: number, across: number): Vec3 => {
    const a = along * L
    const u = up * L + a * ship.pitch
    const b = across * L
    const v = u - b * ship.heel
    const w = b + u * ship.heel
    return [ship.x + a * c - w * s, ship.y + v, ship.z + a * s + w * c]
  }
  const beam = (t: number) => 0.125 * Math.sqrt(Math.max(0, 1 - (2 * t - 1.06) * (2 * t - 1.06) * (t > 0.53 ? 1.26 : 0.62)))
  const sheer = (t: number) => 0.1 + 0.17 * (t - 0.45) * (t - 0.45) + (t < 0.2 ? 0.055 : 0)
  const [planks, band] = ship.hull ?? ['#5a3a26', '#b08a4c']
  const hull = mesh.paint(planksOf(rgb(planks), 0.32))
  const wale = mesh.paint(planksOf(rgb(band), 0.6))
  let last: number[] = []
  for (let i = 0; i <= STATIONS; i++) {
    const t = i / STATIONS
    const row: number[] = []
    for (let k = 0; k <= 12; k++) {
      const q = (k / 12) * 2 - 1
      const side = q < 0 ? -1 : 1
      const rise = Math.abs(q) * Math.abs(q)
      const w = Math.max(0.002, beam(t)) * Math.sqrt(Math.min(1, Math.abs(q) * 1.25)) * (1 - 0.12 * Math.max(0, Math.abs(q) - 0.7))
      const rake = t > 0.86 ? (t - 0.86) * (t - 0.86) * 4.2 * (rise - 0.35) : t < 0.1 ? (0.1 - t) * -0.5 * (rise - 0.5) : 0
      const p = at(t - 0.5 + rake, -0.06 + (sheer(t) + 0.06) * rise, side * w)
      row.push(mesh.vertex(p[0], p[1], p[2], t * L, Math.abs(q) * 0.22 * L, -s * side, 0.1, c * side))
    }
    mesh.use(hull, true)
    if (i > 0) for (let k = 0; k < 12; k++) mesh.quad(last[k]!, row[k]!, row[k + 1]!, last[k + 1]!)
    last = row
  }
  mesh.use(hull)
  mesh.panel(at(-0.5, 0.0, -0.05), at(-0.5, 0.0, 0.05), at(-0.5, sheer(0), beam(0)), at(-0.5, sheer(0), -beam(0)))
  for (const q of [-1, 1]) {
    for (const [drop, r] of [
      [0, 0.006],
      [0.03, 0.0045],
    ] as const)
      tube(
        mesh,
        Array.from({ length: STATIONS + 1 }, (_, i) =>
          at(i / STATIONS - 0.5, sheer(i / STATIONS) - drop, q * Math.max(0.003, beam(i / STATIONS) * (1 - drop))),
        ),
        { paint: wale, radius: r * L, sides: 5 },
      )
  }
  const deck = mesh.paint(planksOf(rgb('#8a6c48'), 0.3))
  mesh.use(deck)
  for (let i = 0; i < STATIONS; i++) {
    const t = i / STATIONS
    const u = (i + 1) / STATIONS
    mesh.panel(
      at(t - 0.5, sheer(t) - 0.02, -beam(t) * 0.95),
      at(t - 0.5, sheer(t) - 0.02, beam(t) * 0.95),
      at(u - 0.5, sheer(u) - 0.02, beam(u) * 0.95),
      at(u - 0.5, sheer(u) - 0.02, -beam(u) * 0.95),
    )
  }
  rig(site, ship, at)
  const window = mesh.paint(lit ? emitter([1, 0.6, 0.22], 3) : plain([0.06, 0.06, 0.06], 0.9, 1))
  mesh.use(window)
  for (const a of [-0.055, -0.018, 0.018, 0.055])
    mesh.panel(at(-0.502, 0.085, a - 0.012), at(-0.502, 0.085, a + 0.012), at(-0.502, 0.12, a + 0.012), at(-0.502, 0.12, a - 0.012))
  if (!lit) return
  const [lx, ly, lz] = at(-0.5, 0.22, 0)
  box(mesh, { x: lx, y: ly, z: lz, width: 0.016 * L, height: 0.024 * L, depth: 0.016 * L, paint: window })
  scene.glows.push({ x: lx, y: ly + 0.3, z: lz - 0.5, colour: [1, 0.6, 0.24], intensity: 1.6, size: 0.7 })
  scene.lamps.push({ x: lx, y: ly, z: lz - 1, colour: [0.8, 0.4, 0.13], range: 0.55 * L })
  scene.lampBox = [
    [ship.x - L, ship.y - 6, ship.z - L],
    [ship.x + L, ship.y + L * 1.2, ship.z + L],
  ]
}

/** Masts, yards, bellied sails, stays and a pennant. */
function rig(
  { mesh, side }: Site,
  { length: L, sail, reefed }: SailingShip,
  at: (along: number, up: number, across: number) => Vec3,
): void {
  const spar = mesh.paint(planksOf(rgb('#6a4a2c'), 1))
  const cloth = mesh.paint(clothOf(sail, 0.42))
  const rope = mesh.paint(plain([0.05, 0.04, 0.03]))
  const wind = side * 0.06
  for (const [along, tall, tiers] of [
    [0.26, 0.82, 3],
    [-0.02, 0.94, 4],
    [-0.3, 0.7, 3],
  ] as const) {
    tube(mesh, [at(along, 0.05, 0), at(along, tall, 0)], { paint: spar, radius: 0.011 * L, endRadius: 0.005 * L, sides: 7 })
    const set = reefed ? Math.max(1, tiers - 2) : tiers
    let low = 0.2
    for (let k = 0; k < set; k++) {
      const high = low + ((tall - 0.24) / tiers) * (1.12 - k * 0.06)
      const wideLow = 0.19 * (1 - k * 0.16)
      const wideHigh = 0.19 * (1 - (k + 1) * 0.16)
      tube(mesh, [at(along + 0.012, high, -wideHigh - 0.015), at(along + 0.012, high, wideHigh + 0.015)], {
        paint: spar,
        radius: 0.006 * L,
        sides: 5,
      })
      bellied(mesh, cloth, at, along + 0.014, low + 0.012, high - 0.004, wideLow, wideHigh, 0.062 * (1 - k * 0.15), wind)
      low = high + 0.012
    }
    for (const q of [-1, 1])
      for (const d of [-0.03, 0.02, 0.07])
        tube(mesh, [at(along - d, 0.13, q * 0.115), at(along, tall * 0.66, 0)], { paint: rope, radius: 0.0016 * L, sides: 3 })
  }
  tube(mesh, [at(0.42, 0.11, 0), at(0.68, 0.22, 0)], { paint: spar, radius: 0.009 * L, endRadius: 0.004 * L, sides: 6 })
  for (const [foot, head] of [
    [0.66, 0.78],
    [0.56, 0.6],
    [0.49, 0.46],
  ] as const) {
    tube(mesh, [at(foot, 0.11 + (foot - 0.42) * 0.42, 0), at(0.265, head, 0)], { paint: rope, radius: 0.0016 * L, sides: 3 })
    if (reefed) continue
    mesh.use(cloth, true)
    const a = at(foot - 0.012, 0.125 + (foot - 0.42) * 0.42, 0)
    const b = at(0.285, head - 0.06, 0)
    const d = at(foot - 0.17, 0.17, wind * 0.9)
    mesh.triangle(mesh.vertex(...a, 0, 0, 0, 0.2, -1), mesh.vertex(...b, 0, 1, 0, 0.2, -1), mesh.vertex(...d, 1, 0, 0.4, 0.2, -1))
  }
  tube(mesh, [at(0.26, 0.82, 0), at(-0.02, 0.7, 0)], { paint: rope, radius: 0.0016 * L, sides: 3 })
  tube(mesh, [at(-0.02, 0.94, 0), at(-0.3, 0.56, 0)], { paint: rope, radius: 0.0016 * L, sides: 3 })
  const flag = mesh.paint(clothOf([0.5, 0.05, 0.04], 0.3))
  mesh.use(flag, true)
  const rows = 9
  const base = Array.from({ length: rows + 1 }, (_, i) => {
    const t = i / rows
    const wave = 0.008 * sin(t * 9)
    const high = at(-0.02 + t * 0.16, 0.955 - t * 0.012 + wave, wave)
    const low = at(-0.02 + t * 0.16, 0.925 + t * 0.008 + wave, wave)
    return [mesh.vertex(...high, t, 1, 0, 0, -1), mesh.vertex(...low, t, 0, 0, 0, -1)] as const
  })
  for (let i = 0; i < rows; i++) mesh.quad(base[i]![0], base[i + 1]![0], base[i + 1]![1], base[i]![1])
}

/** A square sail full of wind. */
function bellied(
  mesh: Site['mesh'],
  paint: Parameters<Site['mesh']['use']>[0],
  at: (along: number, up: number, across: number) => Vec3,
  along: number,
  low: number,
  high: number,
  wideLow: number,
  wideHigh: number,
  belly: number,
  lift: number,
): void {
  const n = 10
  const first = mesh.vertexCount()
  for (let j = 0; j <= n; j++)
    for (let i = 0; i <= n; i++) {
      const u = i / n
      const v = j / n
      const wide = wideLow + (wideHigh - wideLow) * v
      const full = belly * sin(PI * u) * sin(PI * (0.12 + 0.84 * v))
      const foot = v < 0.15 ? 0.02 * sin(PI * u) * (1 - v / 0.15) : 0
      const p = at(along + full, low + (high - low) * v + foot, (u * 2 - 1) * wide + lift * full)
      mesh.vertex(p[0], p[1], p[2], u, v, 0, 0.1, -1)
    }
  mesh.use(paint, true)
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      const a = first + j * (n + 1) + i
      mesh.quad(a, a + 1, a + n + 2, a + n + 1)
    }
  mesh.smoothGrid(first, n + 1, n + 1)
}
