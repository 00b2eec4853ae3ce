import { smooth } from '../../../math/dmath.ts'
import { rgb } from '../../../solid/palette.ts'
import { fbm2, ridged2, valueFbm2 } from '../../noise.ts'
import { terrain } from '../../shape/terrain.ts'
import { ground } from '../nature/paints.ts'
import { broadleaf } from '../nature/plant/broadleaf.ts'
import { conifer } from '../nature/plant/conifer.ts'
import { trees } from '../nature/plant/tree-paints.ts'
import { FOREST_FLOOR } from '../nature/season.ts'
import type { Site } from '../nature/site.ts'

export type Hills = {
  /** Where they begin and end, metres from the eye. */
  readonly near: number
  readonly far: number
  /** Height of the hills; mountains stand behind them. */
  readonly hills: number
  readonly mountains: number
  /** Height of the plain before them. */
  readonly foot: number
  /** How many trees. */
  readonly wooded?: number
  readonly snowLine?: number
}

/** Country behind a town or castle: wooded hills, and mountains behind them. Returns its height. */
export function hills(
  site: Site,
  { near, far, hills: high, mountains, foot, wooded = 900, snowLine = 1e6 }: Hills,
): (x: number, z: number) => number {
  const { mesh, scene, streams, season, snowy, brief } = site
  const random = streams('hills')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const height = (x: number, z: number) => {
    const begin = smooth(near, near + (far - near) * 0.3, z + fbm2(x * 0.002 + ox, z * 0.002, 2) * near)
    const back = smooth(far * 0.3, far * 0.85, z + fbm2(x * 0.001, z * 0.001 + oz, 2) * 300)
    return (
      foot +
      begin * high * (0.15 + 1.5 * valueFbm2(x * 0.0032 + ox, z * 0.0032 + oz, 4) * valueFbm2(x * 0.0011 + oz, z * 0.0011, 2)) +
      back * mountains * (0.25 + 1.1 * ridged2(x * 0.0005 + ox, z * 0.0005 + oz, 6))
    )
  }
  const [grass, dryGrass] = FOREST_FLOOR[season]
  terrain(mesh, scene.camera, {
    paint: mesh.paint(
      ground({
        rock: rgb('#6f6a66'),
        grass,
        dryGrass,
        snowLine: snowy ? -100 : snowLine,
        snowBand: snowy ? 5 : 260,
        scale: 5,
        rockiness: 0,
      }),
    ),
    near,
    far,
    rows: 120,
    columns: 180,
    halfWidth: 0.75,
    height,
  })
  if (!brief.allows('trees')) return height
  const plants = streams('hill trees')
  const { needles, crowns, bark } = trees(site)
  for (let i = 0; i < wooded; i++) {
    const q = plants.next()
    const z = near * 1.05 + (Math.min(far * 0.4, near * 6) - near) * q * q
    const x = plants.range(-0.7, 0.7) * z
    const tall = plants.range(8, 15)
    const leafy = plants.chance(0.5) && season !== 'winter'
    if (valueFbm2(x * 0.006 + ox, z * 0.006, 2) < 0.42) continue
    const at = { x, y: height(x, z) - 0.5, z, height: tall, distance: Math.max(z, 430) }
    if (leafy) broadleaf(mesh, plants, { ...at, height: tall * 0.8 }, plants.pick(crowns), bark, { fullness: 0.8 })
    else conifer(mesh, plants, at, plants.pick(needles), bark)
  }
  return height
}
