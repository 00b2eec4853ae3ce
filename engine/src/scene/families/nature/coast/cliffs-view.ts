import { clamp, sin, smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, gradient2, value2, value3 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { terrain } from '../../../shape/terrain.ts'
import type { Streams } from '../../../streams.ts'
import { times } from '../../../vector.ts'
import { seaSurface } from '../ground/sea-surface.ts'
import { reflected } from '../light.ts'
import { ground, seaOf, stoneOf } from '../paints.ts'
import { meadow } from '../plant/meadow.ts'
import { birds } from '../prop/birds.ts'
import { keepersHouse, lighthouse, towerOf } from '../prop/lighthouse.ts'
import { FOREST_FLOOR } from '../season.ts'
import { openSite, type Site } from '../site.ts'
import { cumulus } from '../sky.ts'
import { floating, flying, inSight, standing } from '../spots.ts'
import { forceOf } from './lighthouse-view.ts'
import { createSwell } from './swell.ts'

/** From a flowering cliff top along bays and headlands, with stacks in the surf and a lighthouse on the last cape. */
export function cliffsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [0, 52.6, 0],
      target: [side * layout.range(12, 28), layout.range(40, 46), 100],
      fov: layout.range(52, 62),
      shiftY: layout.range(0.06, 0.16),
    },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(50, 96) : layout.range(26, 60)),
  }))
  const { mesh, scene, side, season, snowy, dim } = site
  const random = streams('land')
  const ox = random.range(0, 99)
  const bays = random.range(1.2, 3.4)
  const reach = random.range(0.5, 1.5)
  const breadth = random.range(0.75, 1.3)
  // metres inland of the cliff's edge; land lies on one side and capes reach out across the picture
  const inland = (x: number, z: number) => {
    const capes = (46 * sin(z * 0.017 * breadth + bays) + 26 * sin(z * 0.041 * breadth + bays * 2)) * reach * smooth(90, 210, z) + z * 0.05
    const ragged = (fbm2(x * 0.03 + ox, z * 0.03, 4) * 16 + 5 * gradient2(x * 0.11, z * 0.11)) * smooth(24, 110, z)
    return side * -x + 6 - 26 * smooth(16, 84, z) + 1.6 * gradient2(x * 0.2, z * 0.2) + capes + ragged
  }
  const land = (x: number, z: number) => {
    const d = inland(x, z)
    const top =
      48.6 +
      2.4 * fbm2(x * 0.012 + ox, z * 0.012, 3) * smooth(20, 90, z) +
      0.5 * fbm2(x * 0.16, z * 0.16, 3) +
      clamp(d * 0.022, 0, 14) -
      smooth(300, 900, z) * 12
    const face = smooth(-5, 1.2, d)
    const ledges = 0.06 * sin(face * 22 + value2(x * 0.06, z * 0.06) * 5) * face * (1 - face) * 4
    return -7 + (top + 7) * clamp(face + ledges, 0, 1) + smooth(-26, -6, d) * 5.5 * value2(x * 0.2, z * 0.2) * (1 - face)
  }
  const [turf, dry] = FOREST_FLOOR[season]
  const chalk = brief.wants('ruins') ? rgb('#8a7a68') : random.pick([rgb('#b8b0a0'), rgb('#7c6e60'), rgb('#8c6a50')])
  const rock = ground({
    rock: chalk,
    grass: snowy ? rgb('#e2e8f0') : turf,
    dryGrass: snowy ? rgb('#d8e0ea') : dry,
    scale: 2.2,
    bump: 1.6,
    rockiness: 0.04,
    shore: 1,
    shoreBand: 2.4,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(rock), near: 2, far: 2600, rows: 400, columns: 380, halfWidth: 0.78, height: land })
  const force = forceOf(brief.mood.weather)
  const swell = createSwell(streams('swell'), side * 0.9, force * 0.7)
  const light = dim ? 0.3 : 1
  const stacks = stacksOf(site, inland)
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(
      seaOf({
        deep: times([0.008, 0.055, 0.085], light),
        crest: times([0.02, 0.11, 0.11], light),
        foam: 0.55 + 0.45 * force,
        bed: times([0.03, 0.17, 0.17], light),
      }),
    ),
    near: 30,
    far: 6000,
    rows: 300,
    columns: 300,
    halfWidth: 0.78,
    height: (x, z) => swell(x, z) * smooth(900, 160, z) * 0.7,
    shore: (x, z) => {
      let d = inland(x, z) + 9
      for (const s of stacks) {
        const r = s.radius + 6 - Math.sqrt((x - s.x) * (x - s.x) + (z - s.z) * (z - s.z))
        if (r > d) d = r
      }
      const lace =
        smooth(-9, 3, d) * (0.45 + 0.8 * value2(x * 0.12, z * 0.12)) +
        0.7 * smooth(2.4, 0.4, Math.abs(d + 15 + 5 * value2(x * 0.03, z * 0.03))) * smooth(0.45, 0.7, value2(x * 0.02, z * 0.02))
      return lace > 0.1 ? Math.min(1, lace) : -1 + 0.95 * smooth(-70, -6, d)
    },
    crest: 3,
  })
  const capeZ = 560
  const capeX = -side * (inlandEdge(inland, side, capeZ) + 20)
  if (brief.allows('towers') && (brief.wants('towers') || layout.chance(0.6))) {
    const tower = streams('tower')
    lighthouse(site, capeX, land(capeX, capeZ), capeZ, 30, towerOf(tower, brief.accent))
    keepersHouse(site, capeX - side * 16, land(capeX - side * 16, capeZ + 4), capeZ + 4, 0.3, tower)
  }
  if (!snowy) meadow(site, land, { near: 2.6, far: 40, spread: 0.7, tries: 15000, flowers: 1500 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 14,
      x: side * 22,
      y: 44,
      z: 120,
      spread: 30,
      size: 1.1,
      paint: mesh.paint(plain([0.8, 0.82, 0.84])),
    })
  scene.clouds = cumulus(site, { cover: 0.46, banks: 0.5, bottom: 900, top: 1900 })
  Object.assign(scene.sun, { centre: [0, 25, 260], radius: 330, resolution: 2048, normalBias: 0.5, depthBias: 0.5 })
  Object.assign(scene.fog, {
    density: brief.mood.weather === 'fog' ? 0.006 : 0.00035,
    thinning: 24,
    haze: brief.mood.weather === 'clear' ? 0.00016 : 0.0004,
    far: 3000,
    noise: 0.6,
    noiseScale: 0.008,
    sunPhase: 0.6,
  })
  scene.bounce = reflected(scene, [0.1, 0.11, 0.1])
  scene.occlusionRadius = 3
  const near = inSight(scene.camera, land(side * 0.6, 13) - 0.3, () => side * 0.6, 13)
  standing(scene, land, [
    [side * 0.6, near, 1.1],
    [-side * 2.4, near + 6, 1.8],
  ])
  floating(scene, [[side * 72, 190, 16]])
  flying(scene, [
    [side * 19, 50, 60, 6],
    [side * 44, 44, 130, 12],
  ])
  return scene
}

/** x (towards the land's side) of the cliff's edge at z. */
function inlandEdge(inland: (x: number, z: number) => number, side: number, z: number): number {
  for (let out = -160; out < 220; out += 2) if (inland(-side * out, z) > 2) return out
  return 0
}

type Stack = { readonly x: number; readonly z: number; readonly radius: number }

/** Pillars of rock that the sea has cut off. */
function stacksOf({ mesh, streams, side }: Site, inland: (x: number, z: number) => number): readonly Stack[] {
  const random = streams('stacks')
  const paint = mesh.paint(stoneOf({ colour: [0.34, 0.29, 0.24], features: 0.32, covered: 0.75, cover: rgb('#4a5230'), wet: [4, 0.5] }))
  const stacks: Stack[] = []
  const most = random.pick([1, 3, 6, 9] as const)
  for (let i = 0; i < 60 && stacks.length < most; i++) {
    const z = random.range(110, 420)
    const x = side * random.range(-0.1, 0.42) * z
    const radius = random.range(6, 13)
    const tall = random.range(16, 40)
    const d = inland(x, z)
    if (d > -24 || d < -120 || stacks.some((s) => Math.abs(s.x - x) + Math.abs(s.z - z) < 44)) continue
    stacks.push({ x, z, radius })
    const salt = random.range(0, 50)
    const outline = (k: number, t: number) =>
      polygon(x, z, radius * k, 26).map(([a, b]) => {
        const q = 0.72 + 0.62 * value3(a * 0.09 + salt, t * 3, b * 0.09) + 0.2 * value3(a * 0.35, t * 6 + salt, b * 0.35)
        return [x + (a - x) * q + t * 1.6, z + (b - z) * q] as const
      })
    loft(
      mesh,
      (
        [
          [1.25, 0],
          [1.02, 0.1],
          [0.94, 0.3],
          [0.9, 0.5],
          [0.93, 0.62],
          [0.84, 0.82],
          [0.72, 0.94],
          [0.46, 1],
        ] as const
      ).map(([k, t]) => ({ y: -4 + (tall + 4) * t, points: outline(k, t) })),
      { paint, cap: paint, smooth: true },
    )
  }
  return stacks
}
