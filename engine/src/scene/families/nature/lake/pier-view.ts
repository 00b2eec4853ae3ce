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
import { countryOf } from './country.ts'

/** Along a pier with a rowing boat, towards a wooded islet and the range. */
export function pierView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(2.7, 5.6)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [layout.range(-12, 12), eye - (eye - 2.7) * 1.6, 100], fov: layout.range(48, 62) },
    azimuth: side * layout.range(36, 96),
  }))
  const { mesh, scene, side, lit } = site
  const iz = layout.range(130, 270)
  const ix = side * iz * layout.range(-0.4, 0.42)
  const broad = layout.range(14, 44)
  const tall = layout.range(4, 12)
  const islet = (x: number, z: number) => {
    const dx = (x - ix) / broad
    const dz = (z - iz) / (broad * 0.8)
    const d = dx * dx + dz * dz
    return d > 3 ? 0 : tall / (1 + d * d * 2.2) - tall * 0.06 + value2(x * 0.1, z * 0.1) * 0.8
  }
  const country = countryOf(streams('country'))
  const height = basin(
    site,
    country,
    side * layout.range(-600, 600),
    (x, z) => smooth(7.5, 1.5, z + gradient2(x * 0.13, 3.3) * 3 + x * side * 0.12) * 3.4 + islet(x, z),
  )
  valley(site, country.snowLine, height)
  woods(site, height, country.leafy)
  const random = streams('islet')
  const { needles, bark } = trees(site)
  const wooded = random.pick([0, 14, 60, 60] as const)
  for (let i = 0; i < wooded && brief.allows('trees'); i++) {
    const x = ix + random.range(-0.87, 0.87) * broad
    const z = iz + random.range(-0.7, 0.7) * broad
    const y = height(x, z)
    if (y < 0.4) continue
    conifer(mesh, random, { x, y: y - 0.3, z, height: random.range(7, 15), distance: 99 }, random.pick(needles), bark)
  }
  const from = side * layout.range(-1.6, 2.6)
  const lean = -side * layout.range(-0.1, 0.32)
  const reach = layout.range(24, 40)
  const along = (z: number) => from + lean * (z - 1)
  pier(site, { from: [from, 1], to: [along(reach), reach], width: layout.range(1.5, 2.6), top: 0.85, lamp: lit })
  const berth = layout.pick([-1, 1] as const)
  const boatZ = layout.range(14, 21)
  if (brief.allows('boat'))
    rowingBoat(mesh, {
      x: along(boatZ) + berth * 2.2,
      z: boatZ,
      turn: lean + layout.range(-0.3, 0.5),
      colour: brief.accent ?? streams('boat').pick(BOATS),
    })
  finishLake(site)
  standing(scene, () => 0.85, [
    [along(14), 14, 0.6],
    [along(22), 22, 0.6],
  ])
  floating(scene, [
    [along(20) - berth * 4.5, 20, 2.4],
    [along(40) - berth * 6, 42, 5],
    [-side * 16, 54, 6],
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
