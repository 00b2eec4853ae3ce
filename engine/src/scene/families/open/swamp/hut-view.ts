import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { barkOf, leaves } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { smoke } from '../../nature/prop/log-cabin.ts'
import { pier } from '../../nature/prop/pier.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying, standing } from '../../nature/spots.ts'
import { deadTree } from '../prop/dead-tree.ts'
import { stiltHut } from '../prop/stilt-hut.ts'
import { type Bog, bog, farWood, hangingMoss, lilies, reeds, swampAir } from './bog.ts'

/** A hut on stilts with a lantern, a landing stage and a boat. */
export function hutView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.chance(0.3) ? layout.range(4, 6) : layout.range(1.6, 3.2)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-2, 2), eye + 1.3 - (eye > 3.5 ? 2.6 : 0), 40],
      fov: layout.range(48, 58),
      shiftY: 0.1,
    },
    azimuth: layout.pick([-1, 1] as const) * side * layout.range(30, 120),
  }))
  const { mesh, scene, side, lit } = site
  const hz = layout.range(18, 34)
  const hx = -side * hz * layout.range(-0.02, 0.2)
  const height = bog(
    site,
    (x, z) =>
      smooth(7, 17, Math.abs(x - hx * (z / hz)) - z * 0.08) * (0.4 + 0.9 * value2(x * 0.13, z * 0.1)) * smooth(6, 16, z + Math.abs(x)) +
      smooth(4, 1.6, z) * 0.9 +
      smooth(40, 64, z) * 0.8,
    [
      [side * 3.6, 13.5, 1.2],
      [side * 5.4, 17.5, 1.2],
    ],
  )
  const size = layout.range(0.95, 1.25)
  const floor = layout.range(1.4, 2.2)
  scene.lampBox = [
    [hx - 22, -2, 4],
    [hx + 22, 12, hz + 16],
  ]
  const turn = side * layout.range(-0.3, 0.7)
  stiltHut(site, { x: hx, z: hz, turn, floor, size })
  if (layout.chance(0.6)) smoke(site, [hx + 1.2, floor + 4.8 * size, hz + 1], side, 0.8)
  if (layout.chance(0.5)) {
    const far = -hx * 1.7 + side * 3
    stiltHut(site, { x: far, z: hz + 24, turn: -turn, floor: 1.6, size: 0.95 })
  }
  const landing = hx + side * layout.range(3.4, 5)
  pier(site, { from: [landing + side * 1.5, hz - 4], to: [landing + side * 2.6, hz - 13], width: 1.3, top: 0.5, lamp: false })
  if (brief.allows('boat'))
    rowingBoat(mesh, {
      x: landing + side * 0.3,
      z: hz - 9.6,
      turn: side * layout.range(0.1, 0.5),
      colour: brief.accent ?? layout.pick([rgb('#4c2c20'), rgb('#28443c'), rgb('#5a4a30')]),
    })
  surroundings(site, height, hx, hz)
  reeds(site, height)
  lilies(site, height, 150)
  farWood(site, height, 62, 320)
  swampAir(site, lit ? [0.96, 1, 0.94] : [0.96, 1.04, 0.9])
  floating(scene, [
    [side * 1.1, 10, 1.4],
    [hx - side * 5, hz - 8, 1.8],
  ])
  standing(scene, () => 0.5, [[landing + side * 2.5, hz - 12, 0.6]])
  standing(scene, () => floor, [[hx + side * 0.2, hz - 2.6 * size, 0.7]])
  flying(scene, [[side * 5, eye + 5, 26, 2.4]])
  return scene
}

/** Trees that stand about the hut and frame it. */
function surroundings(site: Site, height: Bog, hx: number, hz: number): void {
  const { mesh, streams, side, brief, snowy } = site
  if (!brief.allows('trees')) return
  const random = streams('trees')
  const { crowns, bark } = trees(site)
  const dead = mesh.paint(barkOf(rgb('#4e463e'), 1.8, rgb('#3c4420'), 0.4))
  const moss = mesh.paint(leaves(rgb('#5c6448'), rgb('#868a60'), { through: 0.35 }))
  for (let i = 0; i < 26; i++) {
    const z = i < 2 ? 9 + i * 4 : random.range(17, 66)
    const x = i < 2 ? side * (i === 0 ? 1 : -1) * (5.4 + i * 2.4) : random.range(-0.62, 0.62) * z
    if (i >= 2 && Math.abs(x - hx * (z / hz)) < 7 + z * 0.06 && z < hz + 14) continue
    const y = Math.max(-0.3, height(x, z)) - 0.2
    if (i % 3 === 0 || snowy) {
      const tips = deadTree(mesh, random, { x, y, z, height: random.range(6, 11), paint: dead, forks: 2 })
      if (!snowy)
        hangingMoss(
          mesh,
          random,
          tips.filter((_, k) => k % 2 === 0),
          1.6,
          moss,
        )
    } else
      broadleaf(mesh, random, { x, y, z, height: random.range(7, 13), distance: z }, random.pick(crowns), bark, {
        spread: 1.35,
        fullness: 0.9,
      })
  }
}
