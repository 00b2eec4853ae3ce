import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { gradient2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { leaves, stoneOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { grass } from '../plant/grass.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { TURF } from '../season.ts'
import { openSite } from '../site.ts'
import { floating, flying, type Room, sightAt, standing, withKnolls } from '../spots.ts'
import { basin, finishLake, valley, woods } from './basin.ts'
import { countryOf } from './country.ts'

/** Large trees by the water: across, forward, height. */
const GROVE = [
  [-10.4, 19, 17],
  [-13.5, 24, 20],
  [-8.4, 17.6, 7.5],
  [-18, 27, 23],
  [-15, 30, 15],
  [-20, 22, 14],
  [-11.6, 16.4, 4],
  [-24, 34, 20],
] as const

/** From a grassy bank with firs, over the lake to the peak. */
export function shore(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(3.4, 12)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-4, 4), eye - (eye - 3.4) * 0.6, 100], fov: layout.range(52, 62) },
    azimuth: side * layout.range(40, 92),
  }))
  const { mesh, scene, side, season, snowy } = site
  const slant = layout.range(0.35, 1.2)
  const near = layout.range(0.2, 2.2)
  const room: readonly Room[] = [
    [-side * near, 16, 1.8],
    [-side * (near + 4.4), 17, 1.8],
  ]
  // as high as what stands on it has to be: the bank is one slope that falls to the water on the other hand
  const bank = Math.max(4.4, sightAt(scene.camera, -side * near, 16) + 3)
  const width = layout.range(9, 14)
  const country = countryOf(streams('country'))
  const bare = basin(
    site,
    country,
    side * layout.range(-700, 500),
    (x, z) => smooth(19 + width, 17, z + x * side * slant + gradient2(x * 0.09, 3.3) * 6) * bank,
  )
  const height = withKnolls(scene.camera, bare, room)
  valley(site, country.snowLine, height)
  woods(site, height, country.leafy)
  const stones = streams('stones')
  const snow = rgb('#e8edf4')
  const stone = mesh.paint(
    stoneOf({
      colour: [0.15, 0.145, 0.14],
      features: 2.6,
      cover: snowy ? snow : [0.07, 0.085, 0.04],
      covered: snowy ? 0.95 : 0.22,
      wet: [0.7, 0],
    }),
  )
  for (let i = 0; i < 70; i++) {
    const z = stones.range(6, 46)
    const x = stones.range(-0.6, 0.6) * z
    const radius = stones.range(0.25, 1.5) * (i < 34 ? 0.4 : 1)
    const y = height(x, z)
    if (y < -1.3 || y > (i < 34 ? bank - 3.4 : 1.9)) continue
    boulder(mesh, stones, { x, y, z, radius, paint: stone, rings: z < 20 ? 14 : 8 })
  }
  if (!snowy) {
    const [from, to] = TURF[season]
    grass(mesh, streams('grass'), {
      tries: 17000,
      near: 3.5,
      far: 34,
      spread: 0.72,
      height: [0.14, 0.5],
      paints: [
        mesh.paint(leaves(from, to, { through: 0.35 })),
        mesh.paint(leaves(to, [to[0] * 1.25, to[1] * 1.15, to[2]], { through: 0.35 })),
      ],
      ground: (x, z) => {
        const y = height(x, z)
        return y < 0.25 || value2(x * 0.5, z * 0.5) < 0.25 ? null : y
      },
    })
  }
  const grove = streams('grove')
  const { needles, crowns, bark } = trees(site)
  const groves = grove.pick([[1], [-1], [1, -1], []] as const)
  const leafy = !snowy && grove.chance(0.4)
  if (brief.allows('trees'))
    for (const [across, z, tall] of groves.flatMap((hand) => GROVE.map(([a, b, c]) => [a * hand, b, c] as const))) {
      const x = side * across * grove.range(0.9, 1.2)
      const y = height(x, z)
      if (y < -0.2) continue
      if (leafy) {
        broadleaf(mesh, grove, { x, y: y - 0.2, z, height: tall * grove.range(0.55, 0.7), distance: z }, grove.pick(crowns), bark)
        continue
      }
      conifer(mesh, grove, { x, y: y - 0.2, z, height: tall * grove.range(0.9, 1.12), distance: z }, needles[tall > 10 ? 2 : 1]!, bark)
    }
  finishLake(site)
  standing(scene, height, room)
  floating(scene, [
    [side * 9, 44, 4],
    [side * 18, 80, 8],
  ])
  flying(scene, [[side * 15, eye + 9, 70, 7]])
  return scene
}
