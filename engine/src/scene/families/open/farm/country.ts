import { smooth } from '../../../../math/dmath.ts'
import { rgb } from '../../../../solid/palette.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2, value2, valueFbm2 } from '../../../noise.ts'
import { terrain } from '../../../shape/terrain.ts'
import { reflected } from '../../nature/light.ts'
import { ground } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { conifer } from '../../nature/plant/conifer.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { TURF } from '../../nature/season.ts'
import type { Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'

export type Country = (x: number, z: number) => number

/** Rolling land that is even near the eye; `level` flattens it where it is 1. */
export function country(site: Site, hills: number, level: Country = () => 0): Country {
  const random = site.streams('land')
  const ox = random.range(0, 150)
  const oz = random.range(0, 150)
  return (x, z) => {
    const near = fbm2(x * 0.02 + ox, z * 0.02, 3) * 2.6 * smooth(8, 70, z) * (1 - level(x, z))
    const far =
      smooth(140, 560, z) * hills * (valueFbm2(x * 0.0036 + ox, z * 0.0036 + oz, 4) - 0.22) +
      smooth(700, 2300, z) * hills * 2.6 * valueFbm2(x * 0.0012 + oz, z * 0.0012, 5)
    return near + far + fbm2(x * 0.3, z * 0.3, 2) * 0.06
  }
}

/** Turf to the horizon. */
export function pasture({ mesh, scene, season, snowy }: Site, height: Country): void {
  const [from, to] = TURF[season]
  const snow = rgb('#e4eaf2')
  const turf = ground({
    rock: rgb('#6a5c48'),
    grass: snowy ? snow : from,
    dryGrass: snowy ? rgb('#d8e0ea') : to,
    scale: 2.4,
    bump: 0.9,
    rockiness: -0.4,
  })
  terrain(mesh, scene.camera, { paint: mesh.paint(turf), near: 1.6, far: 3000, rows: 260, columns: 230, halfWidth: 0.78, height })
}

const CROPS = ['#c8a84c', '#8a9a3c', '#b88c3c', '#5c7430', '#d8c468', '#7c6440', '#a8b04c', '#9c7cb0'] as const

/** Fields on the slopes further off: patches of crops with hedges between them. */
export function patchwork(site: Site, height: Country, from: number): void {
  const { mesh, streams, brief, snowy } = site
  const random = streams('fields')
  const turn = random.range(-0.35, 0.35)
  const { crowns, bark } = trees(site)
  const paints = CROPS.map((hex) => {
    const colour = snowy ? rgb('#dfe6ee') : rgb(hex)
    return mesh.paint(
      ground({
        rock: colour,
        grass: colour,
        dryGrass: [colour[0] * 1.2, colour[1] * 1.15, colour[2]],
        scale: 3,
        bump: 0.6,
        rockiness: -0.5,
      }),
    )
  })
  const corner = (i: number, j: number): readonly [number, number] => {
    const z = from + j * 62 * (1 + j * 0.1) + 14 * value2(i * 3.7, j * 5.1)
    const x = i * (60 + z * 0.06) + (z - from) * turn + 16 * value2(i * 5.3, j * 2.9 + 9)
    return [x, z]
  }
  for (let j = 0; j < 6; j++)
    for (let i = -8; i < 8; i++) {
      if (random.chance(0.16)) continue
      const c = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)] as const
      const n = 7
      const base = mesh.vertexCount()
      for (let b = 0; b <= n; b++)
        for (let a = 0; a <= n; a++) {
          const u = a / n
          const v = b / n
          const x = (c[0][0] * (1 - u) + c[1][0] * u) * (1 - v) + (c[3][0] * (1 - u) + c[2][0] * u) * v
          const z = (c[0][1] * (1 - u) + c[1][1] * u) * (1 - v) + (c[3][1] * (1 - u) + c[2][1] * u) * v
          mesh.vertex(x, height(x, z) + 0.5 + z * 0.0016, z, x, z, 0, 1, 0)
        }
      mesh.use(random.pick(paints), true)
      for (let b = 0; b < n; b++)
        for (let a = 0; a < n; a++) {
          const q = base + b * (n + 1) + a
          mesh.quad(q, q + 1, q + n + 2, q + n + 1)
        }
      mesh.smoothGrid(base, n + 1, n + 1)
      if (!brief.allows('trees')) continue
      for (let k = 0; k < 7; k++) {
        const t = random.next()
        const edge = k & 1 ? ([c[0], c[1]] as const) : ([c[0], c[3]] as const)
        const x = edge[0][0] * (1 - t) + edge[1][0] * t
        const z = edge[0][1] * (1 - t) + edge[1][1] * t
        broadleaf(
          mesh,
          random,
          { x, y: height(x, z), z, height: random.range(3, 9), distance: Math.max(z, 300) },
          random.pick(crowns),
          bark,
          { spread: 1.4 },
        )
      }
    }
}

/** Trees in groups; `free` keeps places open. */
export function copses(
  site: Site,
  height: Country,
  count: number,
  from: number,
  far: number,
  free: (x: number, z: number) => boolean,
): void {
  const { mesh, streams, brief, snowy } = site
  if (!brief.allows('trees')) return
  const random = streams('copses')
  const { crowns, needles, bark } = trees(site)
  for (let i = 0, n = 0; i < count * 12 && n < count; i++) {
    const z = from + (far - from) * random.next() * random.next()
    const x = random.range(-0.66, 0.66) * z
    const tall = random.range(6, 13)
    const pick = random.next()
    if (!free(x, z) || value2(x * 0.02 + 5, z * 0.02) < 0.42) continue
    n++
    const at = { x, y: height(x, z) - 0.2, z, height: tall, distance: z }
    if (snowy && pick < 0.5) conifer(mesh, random, at, random.pick(needles), bark)
    else broadleaf(mesh, random, at, random.pick(crowns), bark, { spread: 1.2 })
  }
}

/** Light, clouds and air over fields. */
export function countryAir(site: Site, radius = 90): void {
  const { mesh, scene, brief, streams, side } = site
  const { weather } = brief.mood
  scene.clouds = cumulus(site, { cover: streams('cover').range(0.3, 0.43), banks: 0.5, bottom: 1100, top: 2200 })
  Object.assign(scene.sun, { centre: [0, 6, radius * 0.72], radius, resolution: 2048, normalBias: 0.09, depthBias: 0.1 })
  const foggy = weather === 'fog'
  Object.assign(scene.fog, {
    density: foggy ? 0.009 : 0.0008,
    thinning: foggy ? 12 : 30,
    haze: weather === 'clear' ? 0.0002 : 0.0006,
    far: 1400,
    noise: 0.6,
    noiseScale: 0.02,
    sunPhase: 0.9,
    shaft: 0.9,
  })
  scene.bounce = reflected(scene, [0.13, 0.12, 0.07])
  scene.occlusionRadius = 1.6
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 7,
      x: side * 18,
      y: 26,
      z: 90,
      spread: 15,
      size: 0.8,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
}
