import { PI } from '../../../../math/dmath.ts'
import { value2 } from '../../../noise.ts'
import type { Vec3 } from '../../../vector.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { smoke } from '../../nature/prop/log-cabin.ts'
import type { Site } from '../../nature/site.ts'
import { domedChurch } from '../prop/domed-church.ts'
import { pagoda } from '../prop/pagoda.ts'
import { nave, steeple } from '../prop/steeple.ts'
import { roofPaints, type TownStyle, townHouse } from './styles.ts'

type Land = (x: number, z: number) => number

/** Where houses stand, metres: round what rises over them, in rows `step` apart with gaps of up to `gap`; a share of them are gardens. */
export type Hillside = {
  readonly heroX: number
  readonly heroZ: number
  readonly from: number
  readonly to: number
  readonly step: number
  readonly gap: number
  readonly gardens: number
}

/** Rows of houses as the land rises, each turned its own way, with trees between them, smoke and lamps. */
export function hillHouses(site: Site, style: TownStyle, land: Land, { heroX, heroZ, from, to, step, gap, gardens }: Hillside): void {
  const { streams, mesh, brief, snowy, season, scene, lit } = site
  const random = streams('houses')
  const paints = roofPaints(site, style)
  const { crowns, needles, bark } = trees(site)
  for (let z = from; z < to; z += step) {
    const reach = z * 0.72 + 9
    for (let x = -reach + random.range(0, 6); x < reach; ) {
      const width = random.range(6, 10)
      const middle = x + width / 2
      x += width + random.range(0.2, gap)
      const dx = middle - heroX
      const dz = z - heroZ
      if (dx * dx + dz * dz * 0.5 < 260) continue
      const pz = z + random.range(-2.5, 2.5)
      const y = land(middle, pz)
      const turn = (value2(middle * 0.02 + 9, pz * 0.02) - 0.5) * 1.6 + random.pick([0, 0, PI / 2]) + random.range(-0.15, 0.15)
      if (random.chance(gardens) && brief.allows('trees') && pz > 40) {
        const at = { x: middle, y: y - 0.3, z: pz, height: random.range(6, 10), distance: pz }
        if (random.chance(0.6) && season !== 'winter') broadleaf(mesh, random, at, random.pick(crowns), bark)
        else conifer(mesh, random, at, random.pick(needles), bark)
        continue
      }
      const { spec } = townHouse(site, random, style, paints, {
        x: middle,
        y: y - 0.4,
        z: pz,
        turn,
        width,
        depth: random.range(7, 9.5),
        near: pz < 75,
        floors: random.int(Math.max(1, style.floors[0]), Math.min(3, style.floors[1])),
        lit: 0.5,
      })
      if ((snowy || season === 'autumn' || brief.mood.time !== 'day') && random.chance(0.05) && pz > 24)
        smoke(site, [middle, y + spec.floors * spec.floor + 5, pz], site.side, 0.8)
      if (lit && random.chance(0.4)) scene.lamps.push({ x: middle, y: y + 2.5, z: pz - 5.5, colour: [0.8, 0.42, 0.15], range: 13 })
    }
  }
}

/** What rises over the roofs: a pagoda, a domed church or a steeple with its nave. `size` 1 is that of a large town. */
export function landmark(site: Site, style: TownStyle, [x, y, z]: Vec3, size: number): void {
  const random = site.streams('hero')
  const roof = random.pick(roofPaints(site, style))
  const turn = random.range(-0.5, 0.5)
  if (style.swept) return void pagoda(site, x, z, roof, y - 1, 1.05)
  if (style.name === 'south' && random.chance(0.65))
    return void domedChurch(site, { x, y, z, turn }, random.range(8, 10.5) * size, style.stone, roof)
  const width = random.range(7.5, 9) * size
  const height = random.range(25, 32)
  steeple(site, { x, y, z, turn, width, height, top: random.pick(style.tops), stone: style.stone, roof })
  nave(site, { x, y, z: z + 20 * size, turn }, 16 * size, 32 * size, 15 * size, style.stone, roof)
}
