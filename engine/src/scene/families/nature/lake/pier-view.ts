import { smooth } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { gradient2, value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { pier } from '../prop/pier.ts'
import { rowingBoat } from '../prop/rowing-boat.ts'
import { openSite } from '../site.ts'
import { floating, flying, standing } from '../spots.ts'
import { basin, finishLake, valley, woods } from './basin.ts'

/** An islet off to one side. */
function islet(x: number, z: number, side: number): number {
  const dx = (x - side * 62) / 30
  const dz = (z - 205) / 24
  const d = dx * dx + dz * dz
  return d > 3 ? 0 : 6.5 / (1 + d * d * 2.2) - 0.4 + value2(x * 0.1, z * 0.1) * 0.8
}

/** Along a pier with a rowing boat, towards a wooded islet and the range. */
export function pierView(brief: Brief, streams: Streams): Scene {
  const site = openSite(brief, streams, (side) => ({ view: { eye: [0, 3.1, 0], target: [0, 3.1, 100], fov: 56 }, azimuth: side * 66 }))
  const { mesh, scene, side, lit } = site
  const height = basin(
    site,
    side * 260,
    (x, z) => smooth(7.5, 1.5, z + gradient2(x * 0.13, 3.3) * 3 + x * side * 0.12) * 3.4 + islet(x, z, side),
  )
  valley(site, height)
  woods(site, height)
  const random = streams('islet')
  const { needles, bark } = trees(site)
  for (let i = 0; i < 60 && brief.allows('trees'); i++) {
    const x = side * 62 + random.range(-26, 26)
    const z = 205 + random.range(-22, 22)
    const y = height(x, z)
    if (y < 0.4) continue
    conifer(mesh, random, { x, y: y - 0.3, z, height: random.range(7, 15), distance: 99 }, random.pick(needles), bark)
  }
  pier(site, { from: [side * 1.2, 1], to: [-side * 5.6, 31], width: 1.9, top: 0.85, lamp: lit })
  if (brief.allows('boat'))
    rowingBoat(mesh, { x: -side * 5.4, z: 17.5, turn: side * 0.35 + 0.2, colour: brief.accent ?? streams('boat').pick(BOATS) })
  finishLake(site)
  standing(scene, () => 0.85, [
    [-side * 1.7, 14, 0.6],
    [-side * 3.7, 23, 0.6],
  ])
  floating(scene, [
    [side * 4.5, 20, 2.4],
    [side * 9, 40, 5],
    [-side * 16, 52, 6],
  ])
  flying(scene, [[side * 14, 13, 70, 7]])
  return scene
}

const BOATS = [
  [0.25, 0.05, 0.03],
  [0.03, 0.12, 0.2],
  [0.5, 0.44, 0.34],
  [0.05, 0.16, 0.1],
] as const
