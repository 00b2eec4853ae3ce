import { plain } from '../../../material/paints.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import { times } from '../../../vector.ts'
import type { Building } from '../plot.ts'

/** Plant, masts with beacons, and neon down a corner. `flat` roofs carry plant; `top` is the roof's height. */
export function addRoofLife(building: Building, flat: boolean, top: number): void {
  const { site, random, width, depth, height, base, turn, strip, neon, at } = building
  const { mesh, scene } = site
  const gear = mesh.paint(plain([0.16, 0.165, 0.175], 0.3))
  const plants = flat ? random.int(2, 5) : 0
  for (let i = 0; i < plants; i++) {
    const [x, z] = at(random.range(-0.22, 0.22) * width, random.range(-0.22, 0.22) * depth)
    box(mesh, { x, y: top - 0.5, z, width: random.range(2, 6), height: random.range(1.5, 5), depth: random.range(2, 6), turn, paint: gear })
  }
  if (random.chance(0.6)) {
    const mast = height * random.range(0.06, 0.22) + 4
    const [x, z] = at(random.range(-0.1, 0.1) * width, 0)
    const path = [[x, top - 1, z] as const, [x, top + mast * 0.5, z] as const, [x, top + mast, z] as const]
    tube(mesh, path, { paint: gear, radius: 0.5, endRadius: 0.12, sides: 4 })
    scene.glows.push({ x, y: top + mast, z, colour: [1, 0.12, 0.1], intensity: 1.6 * (0.15 + scene.night), size: 0.9 })
  }
  if (scene.night > 0.25 && random.chance(0.35)) {
    const [x, z] = at(width / 2 + 0.3, random.range(-0.3, 0.3) * depth)
    const long = height * random.range(0.25, 0.6)
    const y = base + height * random.range(0.1, 0.3)
    box(mesh, { x, y, z, width: 0.6, height: long, depth: 0.6, turn, paint: strip })
    scene.lamps.push({ x, y: y + long / 2, z, colour: times(neon, 0.5), range: 70 })
  }
}
