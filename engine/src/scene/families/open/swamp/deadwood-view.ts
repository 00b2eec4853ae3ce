import { sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { value2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import { barkOf, leaves } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { floating, flying } from '../../nature/spots.ts'
import { deadTree } from '../prop/dead-tree.ts'
import { type Bog, bog, farWood, hangingMoss, lilies, reeds, swampAir } from './bog.ts'

/** Dead trees mirrored in black water. */
export function deadwoodView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.chance(0.3) ? layout.range(4, 6) : layout.range(1.7, 3.2)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, eye, 0],
      target: [layout.range(-3, 3), eye > 3.5 ? eye - 1.2 : eye + 1.6, 40],
      fov: layout.range(46, 60),
      shiftY: 0.1,
    },
    azimuth: side * (layout.chance(0.45) ? layout.range(60, 130) : layout.range(8, 40)),
  }))
  const { mesh, scene, side } = site
  const bend = layout.range(0, 6)
  const way = (z: number) => side * (2 * sin(z * 0.08 + bend) + z * 0.03)
  const height = bog(
    site,
    (x, z) => smooth(4, 15, Math.abs(x - way(z)) - z * 0.1) * (0.35 + 0.9 * value2(x * 0.13, z * 0.1)) + smooth(4.5, 2.4, z) * 0.7,
    [
      [-side * 2.6, 14, 1.2],
      [-side * 4.6, 18, 1.3],
    ],
  )
  hero(site, height, way)
  stand(site, height, way)
  fallen(site, height)
  if (((layout.chance(0.45) && !brief.hasSwimmer) || brief.wants('boat')) && brief.allows('boat'))
    rowingBoat(mesh, { x: way(14) - side * 2, z: 14, turn: side * layout.range(0.2, 0.9), colour: brief.accent ?? rgb('#4c4034') })
  reeds(site, height)
  lilies(site, height, Math.floor(layout.range(60, 260)))
  farWood(site, height, 60, 260)
  swampAir(site, [0.95, 1.06, 0.86])
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 6,
      x: -side * 6,
      y: eye + 8,
      z: 46,
      spread: 8,
      size: 0.7,
      paint: mesh.paint(plain([0.02, 0.02, 0.022])),
    })
  floating(scene, [
    [way(12) + side * 1.6, 12, 1.4],
    [way(20), 20, 2],
    [way(30), 30, 3],
  ])
  flying(scene, [[side * 3, eye + 4, 22, 2]])
  return scene
}

/** The largest, crooked, hung with moss. */
function hero(site: Site, height: Bog, way: (z: number) => number): void {
  const { mesh, streams, side, snowy } = site
  const random = streams('hero')
  const bark = mesh.paint(barkOf(rgb('#5c5148'), 1.7, rgb('#4a5224'), snowy ? 0 : 0.5))
  const moss = mesh.paint(leaves(rgb('#5c6448'), rgb('#8a8f68'), { through: 0.35 }))
  const z = random.range(17, 23)
  const x = way(z) - side * random.range(3.4, 5.6)
  const tips = deadTree(mesh, random, {
    x,
    y: Math.max(-0.5, height(x, z) - 0.2),
    z,
    height: random.range(11, 15),
    paint: bark,
    roots: 3.6,
    forks: 3,
  })
  if (!snowy)
    hangingMoss(
      mesh,
      random,
      tips.filter((_, i) => i % 2 === 0),
      2.2,
      moss,
    )
}

function stand(site: Site, height: Bog, way: (z: number) => number): void {
  const { mesh, streams, brief } = site
  const random = streams('stand')
  const bark = mesh.paint(barkOf(rgb('#4e463e'), 1.8, rgb('#3c4420'), 0.3))
  const moss = mesh.paint(leaves(rgb('#4c5440'), rgb('#7c8260'), { through: 0.35 }))
  const dense = brief.density === 'sparse' ? 16 : brief.density === 'dense' ? 46 : 30
  for (let i = 0, n = 0; i < 400 && n < dense; i++) {
    const z = 11 + 62 * random.next()
    const x = random.range(-0.6, 0.6) * z
    if (Math.abs(x - way(z)) < 3.2 + z * 0.06) continue
    n++
    const tall = random.range(4, 13)
    const tips = deadTree(mesh, random, { x, y: Math.max(-0.4, height(x, z)) - 0.2, z, height: tall, paint: bark, forks: z < 32 ? 2 : 1 })
    if (z < 40 && n % 2 === 0)
      hangingMoss(
        mesh,
        random,
        tips.filter((_, k) => k % 3 === 0),
        1.5,
        moss,
      )
  }
}

/** Trunks that lie half in the water, and stumps. */
function fallen({ mesh, streams, side }: Site, height: Bog): void {
  const random = streams('fallen')
  const bark = mesh.paint(barkOf(rgb('#463c32'), 1.6, rgb('#44501f'), 0.9))
  for (let i = 0; i < 4; i++) {
    const z = 6 + i * random.range(4, 8)
    const x = side * (i % 2 ? -1 : 1) * (2.6 + z * 0.16)
    const y = Math.max(0, height(x, z))
    tube(
      mesh,
      [
        [x - 2.2, y - 0.2, z - 0.7],
        [x, y + 0.14, z],
        [x + 2.4, y + 0.3, z + 0.8],
      ],
      { paint: bark, radius: random.range(0.2, 0.34), endRadius: 0.14, sides: 12 },
    )
  }
}
