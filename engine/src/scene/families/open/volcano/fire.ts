import { cos, PI, sin, smooth } from '../../../../math/dmath.ts'
import type { Prng } from '../../../../math/prng.ts'
import { emitter } from '../../../material/paints.ts'
import { tube } from '../../../shape/tube.ts'
import { blend, type Rgb, type Vec3 } from '../../../vector.ts'
import type { Site } from '../../nature/site.ts'

/** Warm light on the ground round a place that burns. */
export function fireLight({ scene }: Site, x: number, y: number, z: number, range: number, k = 1): void {
  scene.lamps.push({ x, y, z, colour: [1.5 * k, 0.42 * k, 0.08 * k], range })
}

/** Ash that rises from a vent and drifts, lit from below; `tall` and `wide` in metres. */
export function ashColumn(
  { scene, dim }: Site,
  random: Prng,
  [x, y, z]: Vec3,
  tall: number,
  wide: number,
  drift: number,
  count = 190,
): void {
  const hot: Rgb = [1.5, 0.45, 0.09]
  const ash: Rgb = dim ? [0.05, 0.045, 0.05] : blend(scene.sky.middle, [0.1, 0.094, 0.09], 0.85)
  const pale: Rgb = blend(ash, scene.sky.horizon, 0.35)
  for (let i = 0; i < count; i++) {
    const t = i / count
    const swell = 0.12 + 0.88 * smooth(0, 0.8, t)
    const a = random.next() * 2 * PI
    const r = Math.sqrt(random.next()) * wide * swell
    scene.puffs.push({
      x: x + drift * t * t + cos(a) * r,
      y: y + tall * t + sin(a) * r * 0.35,
      z: z + sin(a) * r * 0.2,
      size: wide * (0.25 + 0.75 * swell) * random.range(0.5, 0.95),
      opacity: 0.7 * (1 - 0.45 * t),
      colour: blend(blend(hot, ash, smooth(0, 0.24, t + 0.05 * random.next())), pale, 0.5 * smooth(-0.4, 0.9, cos(a) * 0.6 + sin(a) * 0.5)),
    })
  }
}

/** Fragments thrown out of a vent, with trails. */
export function bombs({ mesh, scene }: Site, random: Prng, [x, y, z]: Vec3, reach: number, count: number): void {
  const paints = [mesh.paint(emitter([1, 0.6, 0.16], 9)), mesh.paint(emitter([1, 0.34, 0.06], 5))]
  for (let i = 0; i < count; i++) {
    const a = random.range(-0.75, 0.75) * random.range(0.3, 1)
    const v = random.range(0.35, 1)
    const path = (t: number): Vec3 => [x + sin(a) * reach * v * t * 1.1, y + reach * (1.7 * v * cos(a) * t - 1.15 * t * t), z - 6 * t]
    const end = random.range(0.25, 1)
    const long = random.range(0.08, 0.22)
    const size = reach * random.range(0.005, 0.012)
    tube(mesh, [path(Math.max(0, end - long)), path(end - long * 0.5), path(end)], {
      paint: paints[i & 1]!,
      radius: size * 0.2,
      endRadius: size,
      sides: 4,
    })
    if (i % 6 === 0) {
      const [gx, gy, gz] = path(end)
      scene.glows.push({ x: gx, y: gy, z: gz - 2, colour: [1, 0.42, 0.1], intensity: 0.7, size: size * 3.4, fade: 0.0004 })
    }
  }
}

/** Sparks that drift in the near air. */
export function embers({ scene }: Site, random: Prng, count: number): void {
  for (let i = 0; i < count; i++) {
    const z = random.range(5, 46)
    scene.glows.push({
      x: random.range(-0.5, 0.5) * z,
      y: random.range(0.2, 0.42) * z * random.next() + 0.6,
      z,
      colour: [1, 0.45, 0.12],
      intensity: random.range(0.5, 1.8),
      size: random.range(0.02, 0.05),
    })
  }
}

/** Lightning inside a cloud of ash. */
export function ashLightning({ mesh }: Site, random: Prng, [x, y, z]: Vec3, tall: number): void {
  const white = mesh.paint(emitter([0.72, 0.74, 1], 12))
  const bolts = 2 + Math.floor(random.range(0, 2.9))
  for (let b = 0; b < bolts; b++) {
    let px = x + random.range(-0.1, 0.1) * tall
    let py = y + tall * random.range(0.35, 0.7)
    const path: Vec3[] = [[px, py, z]]
    const hand = random.chance(0.5) ? 1 : -1
    for (let i = 0; i < 9; i++) {
      px += hand * random.range(-0.012, 0.045) * tall
      py += random.range(-0.05, 0.028) * tall
      path.push([px, py, z])
    }
    tube(mesh, path, { paint: white, radius: tall * 0.0032, endRadius: tall * 0.001, sides: 3 })
  }
}

/** Smoky air that glows. */
export function smokyAir({ scene, brief }: Site, density: number): void {
  const { weather } = brief.mood
  Object.assign(scene.fog, {
    density: density * (weather === 'fog' ? 4 : 1),
    thinning: 60,
    haze: weather === 'clear' ? 0.00012 : 0.0006,
    far: 2600,
    noise: 0.8,
    noiseScale: 0.01,
    lamps: 0.9,
    steps: 26,
  })
  scene.bounce = [0.1, 0.06, 0.045]
  scene.occlusionRadius = 2.4
  scene.bloom = Math.max(scene.bloom, 0.14)
}
