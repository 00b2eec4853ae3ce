import { atan2 } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { emitter } from '../../material/paints.ts'
import { tube } from '../../shape/tube.ts'
import { times, type Vec3 } from '../../vector.ts'
import { addFlyingCar, type FlyingCar } from './flying-car.ts'
import type { CitySite } from './site.ts'

const { sqrt } = Math

/** Colours of cars; white ones are kept below the white of paper, so that sunlit sides hold their shape. */
export const CAR_COLOURS = ['#b23a2c', '#b9bcbc', '#2b3440', '#c07f1e', '#1f6a9c', '#5a6a72', '#c9c2b2', '#73305f', '#2f7d6b'].map((hex) =>
  times(rgb(hex), 0.8),
)

export type Lane = {
  readonly path: readonly Vec3[]
  /** Metres between cars, about. */
  readonly gap: number
  readonly length: number
  /** Brightness of lines of light along it; 0 for none. */
  readonly trails?: number
}

/** No car of a lane comes nearer to the camera, metres. */
const CLEAR = 14

/** How much closer together cars fly than usual. */
function crowding({ brief }: CitySite): number {
  const wanted = brief.wants('flying-cars') ? 1.35 : 1
  return brief.density === 'dense' ? wanted * 1.3 : brief.density === 'sparse' ? wanted * 0.55 : wanted
}

function addTrails(site: CitySite, a: Vec3, b: Vec3, length: number, gain: number): void {
  for (const [colour, aside] of [
    [[1, 0.16, 0.08], -1.6],
    [[0.8, 0.9, 1], 1.6],
  ] as const) {
    const x = ((b[2] - a[2]) / length) * aside
    const z = ((a[0] - b[0]) / length) * aside
    const line = [[a[0] + x, a[1], a[2] + z] as const, [b[0] + x, b[1], b[2] + z] as const]
    tube(site.mesh, line, { paint: site.mesh.paint(emitter(colour, gain)), radius: 0.16, sides: 4 })
  }
}

/** Cars along a line in the air. */
export function addLane(site: CitySite, { path, gap, length, trails = 0 }: Lane): void {
  const { brief, camera, streams } = site
  if (!brief.allows('flying-cars')) return
  const random = streams('traffic')
  const spacing = gap / crowding(site)
  for (let k = 0; k + 1 < path.length; k++) {
    const a = path[k]!
    const b = path[k + 1]!
    const dx = b[0] - a[0]
    const dy = b[1] - a[1]
    const dz = b[2] - a[2]
    const long = sqrt(dx * dx + dy * dy + dz * dz)
    const heading = atan2(dx, dz)
    for (let t = random.next() * spacing; t < long; t += spacing * random.range(0.5, 1.7)) {
      const q = t / long
      const x = a[0] + dx * q + random.range(-1.5, 1.5)
      const y = a[1] + dy * q + random.range(-1.2, 1.2)
      const z = a[2] + dz * q
      const far = sqrt((x - camera.x) * (x - camera.x) + (y - camera.y) * (y - camera.y) + (z - camera.z) * (z - camera.z))
      const car = { x, y, z, heading, length: length * random.range(0.9, 1.3), colour: random.pick(CAR_COLOURS) }
      if (far > CLEAR) addFlyingCar(site, { ...car, detail: far > 160 ? 'far' : far > 60 ? 'middle' : 'near' })
    }
    if (trails > 0) addTrails(site, a, b, long, trails)
  }
}

/** A single car that the composition places. */
export function addCar(site: CitySite, car: Omit<FlyingCar, 'colour' | 'detail'> & Partial<Pick<FlyingCar, 'colour'>>): void {
  if (!site.brief.allows('flying-cars')) return
  const colour = car.colour ?? site.streams('foreground cars').pick(CAR_COLOURS)
  addFlyingCar(site, { ...car, colour, detail: 'near' })
}
