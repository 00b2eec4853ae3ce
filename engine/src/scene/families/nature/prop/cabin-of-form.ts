import { emitter, plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { barkOf, planksOf, snowOf } from '../paints.ts'
import type { Site } from '../site.ts'
import type { CabinForm } from './cabin-form.ts'
import { chalet } from './chalet.ts'
import { logCabin, type Placed, placedAt } from './log-cabin.ts'

type Stand = { readonly x: number; readonly y: number; readonly z: number; readonly turn: number }

/** A cabin of a form with all that belongs to it. Returns the top of its chimney. */
export function cabinOfForm(site: Site, form: CabinForm, { x, y, z, turn }: Stand): Vec3 {
  if (form.tent) return tentCabin(site, form, { x, y, z, turn })
  if (form.chalet) return chalet(site, form, { x, y, z, turn })
  const { width, depth, eaves, walls, roof, pitch, raised, wing, porch } = form
  const { snowy } = site
  const at = placedAt(x, y, z, turn)
  const main = logCabin(site, {
    x,
    y: y + raised,
    z,
    turn,
    width,
    depth,
    eaves,
    pitch,
    walls,
    roof,
    snowy,
    footing: raised > 0 ? 0.2 : 0.8,
  })
  if (wing !== 0 && raised === 0) {
    const [wx, , wz] = at(wing * (width / 2 + width * 0.24), 0, depth * 0.12)
    logCabin(site, {
      x: wx,
      y,
      z: wz,
      turn,
      width: width * 0.56,
      depth: depth * 0.72,
      eaves: eaves * 0.78,
      pitch,
      walls,
      roof,
      snowy,
      plainly: true,
    })
  }
  if (raised > 0) posts(site, at, form)
  if (porch || raised > 0) veranda(site, at, form)
  return main.chimney
}

/** Posts under a floor, braced, and steps up to it. */
function posts({ mesh }: Site, at: Placed, { width, depth, raised }: CabinForm): void {
  const bark = mesh.paint(barkOf([0.12, 0.08, 0.055], 2))
  for (const a of [-0.46, -0.15, 0.15, 0.46])
    for (const b of [-0.42, 0.42])
      tube(mesh, [at(a * width, -1.2, b * depth), at(a * width, raised + 0.1, b * depth)], { paint: bark, radius: 0.17, sides: 8 })
  for (const a of [-0.46, 0.15])
    tube(mesh, [at(a * width, 0.2, -0.42 * depth), at((a + 0.31) * width, raised, -0.42 * depth)], { paint: bark, radius: 0.08, sides: 5 })
  const tread = mesh.paint(planksOf([0.16, 0.11, 0.07], 0.3))
  mesh.use(tread)
  const steps = 7
  for (let i = 0; i < steps; i++) {
    const up = (raised * (i + 1)) / steps
    const out = -depth / 2 - 2 - 0.34 * (steps - i)
    mesh.panel(at(-0.6, up, out), at(0.6, up, out), at(0.6, up, out + 0.34), at(-0.6, up, out + 0.34))
    mesh.panel(at(-0.6, up - raised / steps, out), at(0.6, up - raised / steps, out), at(0.6, up, out), at(-0.6, up, out))
  }
}

/** A floor of planks along the front with posts, a rail and a roof of its own. */
function veranda(site: Site, at: Placed, { width, depth, raised, eaves }: CabinForm): void {
  const { mesh, snowy } = site
  const front = -depth / 2
  const half = width / 2
  const out = front - 2
  const low = raised + 0.16
  const timber = mesh.paint(planksOf([0.17, 0.11, 0.065], 0.22))
  const post = mesh.paint(barkOf([0.13, 0.085, 0.055], 2))
  mesh.use(timber)
  mesh.panel(at(-half, low, out), at(half, low, out), at(half, low, front), at(-half, low, front))
  mesh.panel(at(-half, low - 0.3, out), at(half, low - 0.3, out), at(half, low, out), at(-half, low, out))
  const roof = raised + eaves - 0.55
  for (const a of [-1, -0.36, 0.36, 1])
    tube(mesh, [at(a * (half - 0.12), raised - 0.6, out + 0.12), at(a * (half - 0.12), roof, out + 0.12)], {
      paint: post,
      radius: 0.1,
      sides: 7,
    })
  for (const q of [-1, 1])
    for (const up of [0.5, 0.95])
      tube(mesh, [at(q * (half - 0.12), low + up, out + 0.12), at(q * half * 0.36, low + up, out + 0.12)], {
        paint: post,
        radius: 0.05,
        sides: 5,
      })
  mesh.use(timber)
  const edge = out - 0.4
  const inner = roof + 0.75
  mesh.panel(at(-half - 0.3, roof, edge), at(half + 0.3, roof, edge), at(half + 0.3, inner, front), at(-half - 0.3, inner, front))
  const thick = snowy ? 0.34 : 0.1
  mesh.use(snowy ? mesh.paint(snowOf()) : timber)
  mesh.panel(
    at(-half - 0.3, roof + thick, edge),
    at(half + 0.3, roof + thick, edge),
    at(half + 0.3, inner + thick, front),
    at(-half - 0.3, inner + thick, front),
  )
  mesh.panel(
    at(-half - 0.3, roof, edge),
    at(half + 0.3, roof, edge),
    at(half + 0.3, roof + thick, edge),
    at(-half - 0.3, roof + thick, edge),
  )
}

/** A cabin that is all roof: two slopes from ridge to ground, its glazed gable to the eye, a deck before it. */
function tentCabin(site: Site, { width, depth, walls, roof }: CabinForm, { x, y, z, turn }: Stand): Vec3 {
  const { mesh, scene, lit, snowy } = site
  const at = placedAt(x, y, z, turn)
  const half = width / 2
  const front = -depth / 2
  const back = depth / 2
  const top = width * 0.94
  const foot = -0.9
  const spread = half * (1 - foot / top)
  const boards = mesh.paint(walls)
  mesh.use(boards)
  for (const b of [front, back]) {
    const [l, r, t] = [at(-spread, foot, b), at(spread, foot, b), at(0, top, b)]
    mesh.triangle(mesh.vertex(...l, -spread, foot), mesh.vertex(...r, spread, foot), mesh.vertex(...t, 0, top))
  }
  const skin = mesh.paint(snowy ? snowOf() : planksOf(roof, 0.4))
  const edge = mesh.paint(planksOf([0.13, 0.08, 0.05], 0.3))
  const over = 1.1
  for (const q of [-1, 1])
    for (const [lift, paint] of [
      [0, edge],
      [snowy ? 0.5 : 0.22, skin],
    ] as const) {
      mesh.use(paint)
      const rows = 6
      for (let j = 0; j < rows; j++) {
        const side = (t: number, b: number): Vec3 => {
          const up = foot + (top - foot) * t
          // Snow slides: it lies thick on the lower half.
          const thick = lift * (snowy ? 1.15 - 0.5 * t : 1)
          return at(q * (spread * (1 - t) + thick * 0.8), up + thick * 0.5, b)
        }
        const [t0, t1] = [j / rows, (j + 1) / rows]
        mesh.panel(side(t0, front - over), side(t0, back + 0.5), side(t1, back + 0.5), side(t1, front - over))
      }
      const rim = (t: number, k: number): Vec3 => at(q * (spread * (1 - t) + k * 0.8), foot + (top - foot) * t + k * 0.5, front - over)
      if (lift > 0) mesh.panel(rim(0, 0), rim(0, lift), rim(1, lift), rim(1, 0))
    }
  const glow = mesh.paint(lit ? emitter([1, 0.5, 0.16], 2.8) : plain([0.05, 0.065, 0.08], 0.9, 1))
  const glass = (a0: number, a1: number, up0: number, up1: number, lean = 0) => {
    mesh.use(glow)
    mesh.panel(at(a0, up0, front - 0.05), at(a1, up0, front - 0.05), at(a1 - lean, up1, front - 0.05), at(a0, up1, front - 0.05))
  }
  const w = half * 0.16
  glass(-w * 3.2, -w * 1.5, 0.8, 2.3)
  glass(w * 1.5, w * 3.2, 0.8, 2.3)
  glass(-w * 0.9, w * 0.9, 0.1, 2.2)
  mesh.use(glow)
  for (const q of [-1, 1]) {
    const [a, b, c] = [at(q * w * 0.15, 3, front - 0.05), at(q * w * 3.1, 3, front - 0.05), at(q * w * 0.15, top * 0.84, front - 0.05)]
    mesh.triangle(mesh.vertex(...a), mesh.vertex(...b), mesh.vertex(...c))
  }
  const deck = mesh.paint(planksOf([0.2, 0.14, 0.09], 0.22))
  mesh.use(deck)
  const near = front - 2.6
  mesh.panel(at(-half * 0.9, 0.08, near), at(half * 0.9, 0.08, near), at(half * 0.9, 0.08, front), at(-half * 0.9, 0.08, front))
  mesh.panel(at(-half * 0.9, -0.7, near), at(half * 0.9, -0.7, near), at(half * 0.9, 0.08, near), at(-half * 0.9, 0.08, near))
  const pipe = at(half * 0.3, 0, depth * 0.15)
  box(mesh, {
    x: pipe[0],
    y: y + top * 0.55,
    z: pipe[2],
    width: 0.6,
    height: top * 0.45,
    depth: 0.6,
    turn,
    paint: mesh.paint(plain([0.1, 0.1, 0.1])),
  })
  if (lit)
    for (const [a, up, b, range] of [
      [0, 1.6, front - 2, 15],
      [-half, 1.4, front - 2, 11],
      [half, 1.4, front - 2, 11],
    ] as const) {
      const [lx, ly, lz] = at(a, up, b)
      scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.6, 0.29, 0.09], range })
    }
  return [pipe[0], y + top, pipe[2]]
}
