import { smooth } from '../../../../math/dmath.ts'
import { fbm2, gradient2, value3, valueFbm2 } from '../../../noise.ts'
import { loft } from '../../../shape/loft.ts'
import { polygon } from '../../../shape/outline.ts'
import { times, type Vec3 } from '../../../vector.ts'
import { reflected } from '../light.ts'
import { stoneOf } from '../paints.ts'
import type { Site } from '../site.ts'
import { cumulus } from '../sky.ts'

/** Height of the sand at x, z. */
export type Sand = (x: number, z: number) => number

/** Dunes with sharp crests; level ground in front up to `calm` metres. */
export function createDunes({ streams }: Site, calm: number): Sand {
  const ox = streams('dunes').range(0, 90)
  const dune = (x: number, z: number) => {
    const u = x * 0.011 + fbm2(x * 0.006 + ox, z * 0.006, 2) * 1.2 + z * 0.004
    const n = gradient2(u + ox, z * 0.006)
    const crest = 1.06 - Math.sqrt(n * n + 0.004) * 1.9
    return (crest > 0 ? crest * crest : 0) * 13 + valueFbm2(x * 0.004 + 5, z * 0.004 + ox, 3) * 16 - 12
  }
  return (x, z) =>
    dune(x, z) * smooth(calm * 0.1, calm, z) +
    gradient2(x * 0.06, z * 0.06) * 0.5 +
    (z > 700 ? smooth(700, 1800, z) * 30 * valueFbm2(x * 0.002, z * 0.002, 3) : 0)
}

/** Table mountains on the horizon. */
export function mesas({ mesh, streams, side }: Site): void {
  const random = streams('mesas')
  for (const [x, z, w, h, n] of [
    [560, 1500, 240, 230, 11],
    [900, 2100, 330, 280, 12],
    [-900, 2300, 380, 260, 13],
    [-300, 2900, 260, 190, 14],
    [220, 2500, 120, 210, 15],
  ] as const) {
    const paint = mesh.paint(stoneOf({ colour: [0.5, 0.27, 0.17], features: 0.022 }))
    const salt = n + random.range(0, 9)
    const cx = side * x * random.range(0.85, 1.15)
    const wide = w * random.range(0.75, 1.25)
    const outline = (k: number, t: number) =>
      polygon(cx, z, wide * k, 40).map(([a, b]) => {
        const q = 0.8 + 0.5 * value3(a * 0.006 + salt, t * 1.5, b * 0.006) + 0.16 * value3(a * 0.03, salt, b * 0.03)
        return [cx + (a - cx) * q, z + (b - z) * q] as const
      })
    loft(
      mesh,
      (
        [
          [1.45, -30],
          [1.2, h * 0.25],
          [0.98, h * 0.45],
          [0.9, h * 0.8],
          [0.88, h * 0.97],
          [0.7, h],
        ] as const
      ).map(([k, y], i) => ({ y, points: outline(k, i * 0.3) })),
      { paint, cap: paint, smooth: true },
    )
  }
}

/** Thin high clouds, dust over the ground, warm light from the sand. */
export function desertAir(site: Site, sand: Vec3, centre: Vec3, radius: number): void {
  const { scene, brief } = site
  scene.clouds = cumulus(site, { bottom: 2200, top: 2900, cover: 0.46, stretch: 3.5, soft: 0.2, density: 0.003, frequency: 0.0009 })
  Object.assign(scene.sun, { centre, radius, resolution: 2048, normalBias: 0.35, depthBias: 0.3 })
  const dusty = brief.mood.weather === 'storm' || brief.mood.weather === 'fog'
  Object.assign(scene.fog, {
    density: dusty ? 0.006 : 0.0011,
    base: 0,
    thinning: dusty ? 70 : 45,
    haze: dusty ? 0.0007 : 0.0001,
    far: 3000,
    noise: 0.8,
    noiseScale: 0.012,
  })
  if (dusty) {
    scene.rain = null
    scene.fog.colour = [sand[0] * 0.62, sand[1] * 0.6, sand[2] * 0.62]
    scene.fog.skyMix = 0.35
  }
  scene.bounce = reflected(scene, times(sand, 0.55))
  scene.occlusionRadius = 2.2
}
