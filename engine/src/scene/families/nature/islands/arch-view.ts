import { cos, PI, sin } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import type { Paint } from '../../../mesh.ts'
import { value3 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Vec3 } from '../../../vector.ts'
import { cloudSea } from '../ground/cloud-sea.ts'
import { barkOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { type TreePaints, trees } from '../plant/tree-paints.ts'
import { openSite, type Site } from '../site.ts'
import { flying, sightAt } from '../spots.ts'
import { debris, flock, scatter, stance } from './archipelago.ts'
import { highAir, islandPaints } from './high-air.ts'
import { type Island, island, plant, waterfall } from './island.ts'
import { islet } from './islet.ts'

const LEVEL = 34

/** A bow of rock, overgrown, from one floating island to another; water falls from its crown. */
export function archView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const view = stance(layout, LEVEL)
  const site = openSite(brief, streams, (side) => ({
    view,
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 110) : layout.range(20, 60)),
  }))
  const { scene, side } = site
  const { near, far } = islandPaints(site)
  const paints = trees(site)
  const v = layout.range(0, 40)
  const middle = side * layout.range(-16, 16)
  const half = layout.range(34, 52)
  const z = layout.range(120, 165)
  const turn = layout.range(-22, 22)
  const foot = (hand: -1 | 1) =>
    island(site, {
      x: middle + hand * half,
      y: LEVEL + layout.range(-9, 9),
      z: z + hand * turn,
      radius: layout.range(16, 27),
      depth: layout.range(34, 70),
      segments: 64,
      paint: near,
      variant: v + hand * 6.7,
      hills: 0.5,
    })
  const [left, right] = [foot(-1), foot(1)]
  const rise = layout.range(30, 48)
  bow(site, left, right, rise, near, paints)
  for (const on of [left, right]) plant(site, on, { count: Math.round(layout.range(8, 24)), height: layout.range(5, 8), paints })
  scatter(site, { near, far, paints, level: LEVEL, variant: v, kept: [left, right] })
  const nz = layout.range(26, 40)
  const nx = layout.pick([-1, 1] as const) * nz * layout.range(0.06, 0.32)
  islet(site, [nx, sightAt(scene.camera, nx, nz) + 0.2, nz], near, v)
  debris(site, near, view.eye[1])
  cloudSea(site, -110, -54)
  flock(site, LEVEL + rise * 0.7, z)
  highAir(site)
  const lookAt = view.eye[1] - (view.eye[1] - view.target[1]) * 0.6
  flying(scene, [
    [middle, lookAt + 8, 62, 6],
    [middle + side * 12, lookAt + 12, 92, 8],
  ])
  return scene
}

/** The bow itself: a thick tube of rock along an arc, with turf and trees on its back and roots that hang from it. */
function bow(site: Site, from: Island, to: Island, rise: number, paint: Paint, paints: TreePaints): void {
  const { mesh, streams, brief } = site
  const random = streams('bow')
  const salt = random.range(0, 90)
  const thick = random.range(5, 8)
  const steps = 46
  const sides = 22
  const at = (t: number): Vec3 => [
    from.x + (to.x - from.x) * (0.5 - 0.5 * cos(t * PI)),
    from.y + (to.y - from.y) * t + rise * sin(t * PI) - 3,
    from.z + (to.z - from.z) * t,
  ]
  const girth = (t: number) => thick * (1 + 0.9 * (2 * t - 1) * (2 * t - 1))
  const base = mesh.vertexCount()
  for (let i = 0; i <= steps; i++) {
    const t = i / steps
    const [x, y, z] = at(t)
    const [bx, by] = at(Math.min(1, t + 0.01))
    const [ax, ay] = at(Math.max(0, t - 0.01))
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay)) || 1
    const [ux, uy] = [-(by - ay) / length, (bx - ax) / length]
    for (let j = 0; j <= sides; j++) {
      const a = (2 * PI * (j % sides)) / sides
      const [c, s] = [cos(a), sin(a)]
      const r = girth(t) * (0.72 + 0.62 * value3(c * 1.6 + salt, s * 1.6, t * 9) + 0.3 * value3(c * 5, s * 5 + salt, t * 26))
      mesh.vertex(x + ux * s * r, y + uy * s * r, z + c * r, j, i, ux * s, uy * s, c)
    }
  }
  mesh.use(paint, true)
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < sides; j++) {
      const k = base + i * (sides + 1) + j
      mesh.quad(k, k + 1, k + sides + 2, k + sides + 1)
    }
  mesh.smoothGrid(base, sides + 1, steps + 1)
  const bark = mesh.paint(barkOf([0.09, 0.07, 0.045], 0.6))
  for (let i = 0; i < 16; i++) {
    const t = random.range(0.2, 0.8)
    const [x, y, z] = at(t)
    const low = y - girth(t) * 0.8
    const hang = random.range(4, 15)
    tube(
      mesh,
      [
        [x, low + 2, z - 2],
        [x + random.range(-1, 1), low - hang * 0.5, z - 2.4],
        [x + random.range(-1.5, 1.5), low - hang, z - 2],
      ],
      {
        paint: bark,
        radius: 0.3,
        endRadius: 0.05,
        sides: 5,
      },
    )
  }
  const wooded = brief.allows('trees') ? Math.round(random.range(4, 18)) : 0
  for (let i = 0; i < wooded; i++) {
    const t = random.range(0.22, 0.78)
    const [x, y, z] = at(t)
    const stand = { x, y: y + girth(t) * 0.7, z: z + random.range(-1, 1), height: random.range(5, 9), distance: 70 }
    if (random.chance(0.35)) conifer(mesh, random, stand, random.pick(paints.needles), paints.bark)
    else broadleaf(mesh, random, stand, random.pick(paints.crowns), paints.bark)
  }
  if (!brief.allows('waterfall')) return
  const [x, y, z] = at(random.range(0.42, 0.58))
  waterfall(site, x, y + thick * 0.75, z - thick * 0.85, random.range(2, 3.6), rise + random.range(40, 70), 0, -1)
}
