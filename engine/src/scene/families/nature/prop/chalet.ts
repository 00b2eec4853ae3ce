import { PI } from '../../../../math/dmath.ts'
import { emitter, plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { barkOf, planksOf, snowOf } from '../paints.ts'
import type { Site } from '../site.ts'
import type { CabinForm } from './cabin-form.ts'
import { logCabin, placedAt } from './log-cabin.ts'

/** Height of the floor of wood over the ground. */
const STOREY = 2.7

/** A house of two floors, the lower one plastered, its gable with a balcony to the eye. Returns the top of its chimney. */
export function chalet(
  site: Site,
  { width, walls, roof, eaves }: CabinForm,
  { x, y, z, turn }: { readonly x: number; readonly y: number; readonly z: number; readonly turn: number },
): Vec3 {
  const { mesh, scene, lit, snowy } = site
  const at = placedAt(x, y, z, turn)
  const half = width * 0.56
  const deep = width * 0.9
  const front = -deep / 2
  const plaster = mesh.paint(plain([0.62, 0.59, 0.53]))
  box(mesh, { x, y: y - 0.9, z, width: half * 2 - 0.3, height: STOREY + 0.9, depth: deep - 0.3, turn, paint: plaster })
  const main = logCabin(site, {
    x,
    y: y + STOREY,
    z,
    turn: turn + PI / 2,
    width: deep,
    depth: half * 2,
    eaves: eaves * 0.86,
    pitch: 0.36,
    walls,
    roof,
    snowy,
    footing: 0.1,
  })
  const glow = mesh.paint(lit ? emitter([1, 0.5, 0.16], 3) : plain([0.03, 0.04, 0.05], 0.9, 1))
  const frame = mesh.paint(planksOf([0.12, 0.075, 0.045], 0.2))
  const opening = (a: number, up: number, w: number, h: number, out: number) => {
    for (const [paint, k, ahead] of [
      [frame, 0.16, 0],
      [glow, 0, 0.04],
    ] as const) {
      mesh.use(paint)
      const b = front + out - ahead
      mesh.panel(at(a - w - k, up - k, b), at(a + w + k, up - k, b), at(a + w + k, up + h + k, b), at(a - w - k, up + h + k, b))
    }
  }
  for (const a of [-0.6, 0.6]) opening(a * half, 0.9, 0.62, 1.1, 0.1)
  opening(0, 0, 0.6, 2.05, 0.1)
  const timber = mesh.paint(barkOf([0.13, 0.085, 0.055], 2))
  const out = front - 1.3
  const reach = half - 0.1
  mesh.use(frame)
  mesh.panel(at(-reach, STOREY, out), at(reach, STOREY, out), at(reach, STOREY, front), at(-reach, STOREY, front))
  mesh.panel(at(-reach, STOREY - 0.24, out), at(reach, STOREY - 0.24, out), at(reach, STOREY, out), at(-reach, STOREY, out))
  for (let i = 0; i <= 14; i++) {
    const a = (i / 7 - 1) * reach
    tube(mesh, [at(a, STOREY, out), at(a, STOREY + 0.95, out)], { paint: timber, radius: 0.045, sides: 4 })
  }
  tube(mesh, [at(-reach, STOREY + 0.98, out), at(reach, STOREY + 0.98, out)], { paint: timber, radius: 0.08, sides: 5 })
  if (snowy)
    tube(mesh, [at(-reach, STOREY + 1.1, out), at(reach, STOREY + 1.1, out)], { paint: mesh.paint(snowOf()), radius: 0.12, sides: 6 })
  for (const a of [-1, 1]) tube(mesh, [at(a * reach, -0.6, out), at(a * reach, STOREY, out)], { paint: timber, radius: 0.11, sides: 6 })
  if (lit)
    for (const a of [-0.6, 0, 0.6]) {
      const [lx, ly, lz] = at(a * half, 1.3, front - 1.6)
      scene.lamps.push({ x: lx, y: ly, z: lz, colour: [0.55, 0.26, 0.08], range: 12 })
    }
  return main.chimney
}
