import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { gradient2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { leaves, stoneOf } from '../paints.ts'
import { conifer } from '../plant/conifer.ts'
import { grass } from '../plant/grass.ts'
import { trees } from '../plant/tree-paints.ts'
import { boulder } from '../prop/boulder.ts'
import { TURF } from '../season.ts'
import { openSite } from '../site.ts'
import { floating, flying, type Room, standing, withKnolls } from '../spots.ts'
import { basin, finishLake, valley, woods } from './basin.ts'

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
  const site = openSite(brief, streams, (side) => ({ view: { eye: [0, 6.2, 0], target: [0, 6.2, 100], fov: 58 }, azimuth: side * 66 }))
  const { mesh, scene, side, season, snowy } = site
  const bare = basin(site, -side * 420, (x, z) => smooth(25, 11, z + x * side * 0.62 + gradient2(x * 0.09, 3.3) * 6) * 4.2)
  const room: readonly Room[] = [
    [-side * 2.4, 16, 1.8],
    [side * 2.6, 17, 1.8],
  ]
  const height = withKnolls(scene.camera, bare, room)
  valley(site, height)
  woods(site, height)
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
    if (y < -1.3 || y > 1.9) continue
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
  const { needles, bark } = trees(site)
  if (brief.allows('trees'))
    for (const [across, z, tall] of GROVE) {
      const x = side * across * grove.range(0.94, 1.06)
      const y = height(x, z)
      if (y < -0.2) continue
      conifer(mesh, grove, { x, y: y - 0.2, z, height: tall * grove.range(0.9, 1.12), distance: z }, needles[tall > 10 ? 2 : 1]!, bark)
    }
  finishLake(site)
  standing(scene, height, room)
  floating(scene, [
    [side * 9, 44, 4],
    [side * 18, 80, 8],
  ])
  flying(scene, [[side * 15, 15, 70, 7]])
  return scene
}
