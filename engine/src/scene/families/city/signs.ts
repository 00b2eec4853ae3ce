import type { Prng } from '../../../math/prng.ts'
import { billboard } from '../../material/paints.ts'
import { times } from '../../vector.ts'
import type { CitySite } from './site.ts'

export type Sign = {
  /** Middle. */
  readonly x: number
  readonly y: number
  readonly z: number
  /** Unit direction along its width, on the ground. */
  readonly alongX: number
  readonly alongZ: number
  readonly width: number
  readonly height: number
  readonly gain: number
}

/** A lit sign and the light it throws. */
export function addSign(site: CitySite, random: Prng, { x, y, z, alongX, alongZ, width, height, gain }: Sign): void {
  if (!site.brief.allows('neon')) return
  const first = random.pick(site.neons)
  const second = random.pick(site.neons)
  const { mesh } = site
  const face = { variant: random.next(), first, second, gain: site.neonGain * gain, aspect: height / width, detail: width * 0.16 }
  mesh.use(mesh.paint(billboard(face)))
  const corner = (s: number, t: number) => [x + (alongX * s * width) / 2, y + (t * height) / 2, z + (alongZ * s * width) / 2] as const
  mesh.panel(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1))
  site.scene.lamps.push({ x: x - alongZ * 3, y, z: z + alongX * 3, colour: times(first, 0.34 * gain), range: 40 + width * 2 })
}
