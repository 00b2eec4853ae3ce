import { rgb } from '../../../../solid/palette.ts'
import type { Paint } from '../../../mesh.ts'
import { value2 } from '../../../noise.ts'
import type { Vec3 } from '../../../vector.ts'
import { leaves } from '../paints.ts'
import { flower, grass } from '../plant/grass.ts'
import { boulder } from '../prop/boulder.ts'
import { TURF } from '../season.ts'
import type { Site } from '../site.ts'
import { standing } from '../spots.ts'
import { type Island, island } from './island.ts'
import { dressIslet } from './islet-dress.ts'

const PETALS = ['#d8404c', '#e8c63c', '#8a5cc8', '#f0ece0', '#e88ab0'].map(rgb)

/** A small island near the eye: grass, flowers and stones, and room for things. */
export function islet(site: Site, [x0, y0, z0]: Vec3, paint: Paint, variant: number): Island {
  const { mesh, scene, streams, season, snowy, brief } = site
  const random = streams('islet')
  const radius = random.range(6.2, 9.2)
  const home = island(site, {
    x: x0,
    y: y0,
    z: z0,
    radius,
    depth: radius * random.range(0.9, 2.6),
    segments: 90,
    paint,
    variant: 17.3 + variant,
    hills: random.range(0.15, 0.6),
  })
  const free = (x: number, z: number) => {
    const [rx, rz] = home.towards(x, z, 0.96)
    return (x - home.x) * (x - home.x) + (z - home.z) * (z - home.z) < (rx - home.x) * (rx - home.x) + (rz - home.z) * (rz - home.z)
  }
  const [from, to] = TURF[season]
  const blades = snowy ? [leaves(rgb('#b8bcae'), rgb('#e4e6e4'))] : [leaves(from, to, { through: 0.3 }), leaves(to, from, { through: 0.3 })]
  const paints = blades.map((spec) => mesh.paint(spec))
  grass(mesh, streams('islet grass'), {
    tries: 12000,
    near: z0 - radius - 2,
    far: z0 + radius + 2,
    spread: (Math.abs(x0) + 9) / z0,
    height: snowy ? [0.06, 0.22] : [0.1, 0.42],
    paints,
    ground: (x, z) => (free(x, z) ? home.turf(x, z) - 0.06 : null),
  })
  if (!snowy && brief.allows('flowers')) {
    const petals = (brief.accent ? [brief.accent] : [random.pick(PETALS), random.pick(PETALS)]).map((c) =>
      mesh.paint(leaves(c, c, { through: 0.4 })),
    )
    for (let i = 0; i < 260; i++) {
      const z = z0 + random.range(-9, 9)
      const x = x0 + random.range(-9, 9)
      if (!free(x, z) || value2(x * 0.5 + 3, z * 0.5) < 0.5) continue
      flower(mesh, random, x, home.turf(x, z) - 0.05, z, random.range(0.2, 0.42), random.range(0.06, 0.1), random.pick(petals), paints[0]!)
    }
  }
  for (let i = 0; i < 26; i++) {
    const [x, z] = home.towards(x0 + random.range(-9, 9), z0 + random.range(-9, 9), random.range(0.86, 0.98))
    boulder(mesh, random, { x, y: home.turf(x, z), z, radius: random.range(0.15, 0.55), paint, rings: 9 })
  }
  dressIslet(site, home, paint)
  const hand = x0 > 0 ? 1 : -1
  standing(scene, home.turf, [
    [x0 - hand * 2.4, z0 - 0.6, 2.4],
    [x0 + hand * 2.4, z0 - 0.9, 2.4],
    [x0 - hand * 0.2, z0 + 3.2, 2.2],
  ])
  return home
}
