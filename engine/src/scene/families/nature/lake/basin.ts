import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import { sunAt } from '../../../look/look.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, ridged2, value2, valueFbm2 } from '../../../noise.ts'
import { terrain } from '../../../shape/terrain.ts'
import { lakeSurface } from '../ground/lake-surface.ts'
import { reflected } from '../light.ts'
import { ground, lakeOf } from '../paints.ts'
import { broadleaf } from '../plant/broadleaf.ts'
import { conifer } from '../plant/conifer.ts'
import { trees } from '../plant/tree-paints.ts'
import { birds } from '../prop/birds.ts'
import { FOREST_FLOOR } from '../season.ts'
import type { Site } from '../site.ts'
import { cumulus } from '../sky.ts'
import type { Country } from './country.ts'

/** Height of the land at x, z; the lake is at 0. */
export type Land = (x: number, z: number) => number

/** A basin between wooded banks under a peak that stands at `peakX`; `near` raises land in front. */
export function basin({ streams, side }: Site, { crests, peak: tall, broad, from: start, over }: Country, peakX: number, near: Land): Land {
  const random = streams('land')
  const ox = random.range(0, 200)
  const oz = random.range(0, 200)
  const peakZ = start + over + random.range(300, 1000)
  return (x, z) => {
    const small = 1.2 * fbm2(x * 0.05, z * 0.05, 3) - 3.2
    if (z < 110) return near(x, z) + small
    const w = fbm2(x * 0.0011 + ox, z * 0.0011 + oz, 3) * 300
    const far = smooth(start, start + over, z + w * 0.5)
    const bank = smooth(120, 420, Math.abs(x - side * 30) - z * 0.16 + w * 0.35) * smooth(120, 420, z)
    let h = near(x, z) + smooth(start + 30, start + 230, z + w * 0.2) * 16
    if (far > 0) {
      const r = ridged2((x + w) * 0.00062 + ox, (z + w) * 0.00062 + oz, z < 2500 ? 7 : 6)
      const dx = x - peakX
      const dz = z - peakZ
      const peak = 1 / (1 + (dx * dx + dz * dz * 0.8) / (broad * broad))
      h += far * (r * crests + peak * tall * (0.62 + 0.55 * r) - Math.min(50, crests * 0.2))
    }
    if (bank > 0) h += bank * (44 + 120 * valueFbm2(x * 0.004 + ox, z * 0.004, 4))
    return h + small * (1 - far)
  }
}

/** The land and the lake that mirrors it. */
export function valley({ mesh, scene, season, snowy, dim, brief }: Site, snowLine: number, height: Land): void {
  const [grass, dryGrass] = FOREST_FLOOR[season]
  const land = mesh.paint(
    ground({
      rock: rgb('#6f6a66'),
      grass,
      dryGrass,
      snowLine: snowy ? 2.5 : snowLine,
      snowBand: snowy ? 5 : 380,
      shore: 0.15,
      shoreBand: 0.9,
      scale: 6,
      rockiness: 0.02,
    }),
  )
  terrain(mesh, scene.camera, { paint: land, near: 2, far: 6500, rows: 330, columns: 300, halfWidth: 0.72, height })
  const light = dim ? 0.3 : 1
  const { weather } = brief.mood
  const lake = mesh.paint(
    lakeOf({
      deep: [0.005 * light, 0.03 * light, 0.036 * light],
      waves: weather === 'storm' ? 0.95 : weather === 'rain' ? 0.6 : 0.3,
      bed: [0.055 * light, 0.07 * light, 0.045 * light],
      lostAt: 2.6,
    }),
  )
  lakeSurface(mesh, scene.camera, lake, 3200, height)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 420 }
}

/** Forest on the banks and slopes: conifers, mixed with broadleaf trees where the season shows them. */
export function woods(site: Site, height: Land, leafy: number): void {
  const { mesh, streams, brief } = site
  const random = streams('woods')
  const { needles, crowns, bark } = trees(site)
  const limit = brief.density === 'sparse' ? 1700 : brief.density === 'dense' ? 5200 : 3900
  if (!brief.allows('trees')) return
  let planted = 0
  for (let i = 0; i < 15000 && planted < limit; i++) {
    const q = random.next()
    const z = 90 + 2400 * q * (0.2 + 0.8 * random.next())
    const x = random.range(-0.62, 0.62) * z
    const tall = random.range(10, 19)
    const y = height(x, z)
    if (y < 0.8 || y > 300) continue
    if (value2(x * 0.011 + 9, z * 0.011) < 0.3 + y * 0.0008) continue
    if (Math.abs(height(x + 4, z) - y) > 4.2) continue
    planted++
    const at = { x, y: y - 0.5, z, height: tall, distance: z }
    const mixed = y < 90 && value2(x * 0.008 + 40, z * 0.008) + value2(x * 0.06, z * 0.06) * 0.3 > 1.05 - leafy
    if (mixed && site.season !== 'winter')
      broadleaf(mesh, random, { ...at, height: tall * 0.75, distance: Math.max(z, 420) }, random.pick(crowns), bark, { fullness: 0.8 })
    else conifer(mesh, random, at, random.pick(needles), bark)
  }
}

/** Sun, clouds, mist over the water and birds. */
export function finishLake(site: Site): void {
  const { mesh, scene, side, streams, brief } = site
  const { name } = scene.look
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: side * 40,
      y: 62,
      z: 260,
      spread: 26,
      size: 2.2,
      paint: mesh.paint(plain([0.02, 0.02, 0.025])),
    })
  if (name === 'dusk' || name === 'sunrise') scene.sky.sun = sunAt(side * 96, 15)
  scene.clouds = cumulus(site, { cover: name === 'day' ? 0.46 : 0.41, banks: 0.4, bottom: 1500, top: 2600 })
  Object.assign(scene.sun, { centre: [0, 200, 1500], radius: 1900, resolution: 2048, normalBias: 2.5, depthBias: 2 })
  const foggy = brief.mood.weather === 'fog'
  Object.assign(scene.fog, {
    density: foggy ? 0.0042 : name === 'day' ? 0.00008 : 0.00034,
    thinning: foggy ? 34 : 26,
    haze: brief.mood.weather === 'clear' ? 0.000055 : 0.00017,
    sunPhase: 0.5,
    far: 5000,
    noise: 0.8,
    noiseScale: 0.004,
    steps: 24,
  })
  scene.occlusionRadius = 4
  scene.bounce = reflected(scene, [0.1, 0.1, 0.07])
  scene.ambient = Math.max(scene.ambient, 1.25)
}
