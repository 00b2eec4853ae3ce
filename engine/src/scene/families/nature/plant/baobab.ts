import { cos, sin, TAU } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import type { MeshBuilder, Paint } from '../../../mesh.ts'
import { tube } from '../../../shape/tube.ts'
import type { Vec3 } from '../../../vector.ts'
import { leafCard } from './broadleaf.ts'
import type { Stand } from './conifer.ts'

/** A baobab: a trunk like a barrel, short limbs that fork, tufts of leaves at their ends. `leafy` 0 is the dry season. */
export function baobab(mesh: MeshBuilder, random: Prng, at: Stand, leaf: Paint, bark: Paint, leafy: number): void {
  const { x, y, z, height: h, distance } = at
  const girth = h * random.range(0.12, 0.17)
  const shoulder = h * random.range(0.5, 0.6)
  const sides = distance < 60 ? 14 : 8
  const trunk: readonly Vec3[] = [
    [x, y - 0.5, z],
    [x, y + shoulder * 0.5, z],
    [x + random.range(-0.02, 0.02) * h, y + shoulder, z],
  ]
  tube(mesh, trunk, { paint: bark, radius: girth, sides, endRadius: girth * 0.72 })
  const tips: Vec3[] = []
  const limbs = random.int(6, 8)
  const first = random.next()
  for (let i = 0; i < limbs; i++) {
    const a = TAU * (first + (i + random.range(-0.25, 0.25)) / limbs)
    const out = h * random.range(0.2, 0.36)
    const root: Vec3 = [x + cos(a) * girth * 0.4, y + shoulder * random.range(0.82, 0.98), z + sin(a) * girth * 0.4]
    const elbow: Vec3 = [x + cos(a) * out * 0.66, y + shoulder + h * random.range(0.1, 0.2), z + sin(a) * out * 0.66]
    tube(mesh, [root, elbow], { paint: bark, radius: girth * 0.4, sides: 7, endRadius: girth * 0.2 })
    for (let k = 0; k < 3; k++) {
      const turn = a + random.range(-0.7, 0.7)
      const tip: Vec3 = [
        elbow[0] + cos(turn) * h * random.range(0.08, 0.17),
        elbow[1] + h * random.range(0.06, 0.2),
        elbow[2] + sin(turn) * h * random.range(0.08, 0.17),
      ]
      tips.push(tip)
      tube(mesh, [elbow, tip], { paint: bark, radius: girth * 0.17, sides: 5, endRadius: girth * 0.03 })
    }
  }
  mesh.use(leaf, true)
  const card = Math.max(0.2, 0.011 * distance)
  const count = Math.min(70, Math.ceil((h * h * 0.055) / (card * card))) * leafy
  for (const [tx, ty, tz] of tips)
    for (let n = 0; n < count; n++) leafCard(mesh, random, tx, ty, tz, h * 0.075, card, ty - h * 0.1, h * 0.25)
}
