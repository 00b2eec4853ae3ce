import { rgb } from '../../../../solid/palette.ts'
import type { Brief } from '../../../brief.ts'
import { MATERIAL } from '../../../material/material-id.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import type { Streams } from '../../../streams.ts'
import { lakeSurface } from '../../nature/ground/lake-surface.ts'
import { reflected } from '../../nature/light.ts'
import { lakeOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { cumulus } from '../../nature/sky.ts'
import { floating, flying, standing } from '../../nature/spots.ts'
import { iceOf } from '../paints.ts'
import { iceberg } from '../prop/iceberg.ts'
import { whaleTail } from '../prop/whale-tail.ts'

const FORMS = ['peaks', 'table', 'slab', 'peaks'] as const

/** Icebergs mirrored in a calm polar sea; now and then a whale dives among them. */
export function icebergsView(brief: Brief, streams: Streams): Scene {
  const layout = streams('layout')
  const eye = layout.range(3.2, 8)
  const site = openSite(brief, streams, (side) => ({
    view: { eye: [0, eye, 0], target: [0, eye + 2.4, 100], fov: layout.range(46, 56), shiftY: 0.1 },
    azimuth: side * (brief.mood.time === 'day' ? layout.range(70, 110) : layout.range(46, 80)),
  }))
  const { mesh, scene, side, dim } = site
  const light = dim ? 0.3 : 1
  const { weather } = brief.mood
  const water = lakeOf({
    deep: [0.004 * light, 0.034 * light, 0.048 * light],
    waves: weather === 'storm' ? 1 : weather === 'rain' ? 0.7 : layout.range(0.2, 0.5),
    scale: 1.6,
  })
  lakeSurface(mesh, scene.camera, mesh.paint(water), 5200, () => -20)
  scene.mirror = { height: 0, material: MATERIAL.lake, resolution: 420 }
  const ice = mesh.paint(
    iceOf({ features: 0.2, blue: layout.pick([rgb('#3f9cc8'), rgb('#4fb4c4'), rgb('#5a8fd0')]), inner: dim ? 0.02 : 0.07 }),
  )
  const hx = -side * layout.range(6, 20)
  const hz = layout.range(86, 112)
  iceberg(mesh, streams('hero'), {
    x: hx,
    z: hz,
    radius: layout.range(24, 33),
    height: layout.range(24, 38),
    paint: ice,
    form: layout.pick(FORMS),
    rings: 60,
  })
  scatter(site, ice, hx, hz)
  const whale = layout.chance(0.45) && !brief.hasSwimmer
  if (whale)
    whaleTail(
      mesh,
      side * layout.range(5, 10),
      0,
      layout.range(32, 42),
      layout.range(5, 6.4),
      side * layout.range(-0.2, 0.3),
      mesh.paint(plain([0.035, 0.04, 0.048], 0.75, 0.7)),
    )
  scene.clouds = cumulus(site, { cover: layout.range(0.36, 0.5), banks: 0.7 })
  Object.assign(scene.sun, { centre: [hx, 14, hz], radius: 130, resolution: 2048, normalBias: 0.3, depthBias: 0.3 })
  const foggy = weather === 'fog'
  Object.assign(scene.fog, {
    density: foggy ? 0.006 : 0.0007,
    thinning: foggy ? 30 : 14,
    haze: weather === 'clear' ? 0.00014 : 0.0008,
    far: 2600,
    noise: 0.8,
    noiseScale: 0.012,
    sunPhase: 0.6,
  })
  scene.bounce = reflected(scene, [0.14, 0.2, 0.24])
  scene.occlusionRadius = 3
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: side * 12,
      y: 18,
      z: 80,
      spread: 14,
      size: 0.9,
      paint: mesh.paint(plain(dim ? [0.1, 0.11, 0.13] : [0.82, 0.84, 0.86])),
    })
  floating(
    scene,
    whale
      ? [[-side * 6, 30, 3]]
      : [
          [side * 6, 32, 4],
          [-side * 7, 26, 3],
        ],
  )
  floating(scene, [[side * 22, 70, 7]])
  standing(scene, () => 1.1, [[side * 3.2, 17, 1.3]])
  flying(scene, [[side * 14, 17, 62, 5]])
  return scene
}

/** Smaller ones further off, and floes about the eye; one floe is large enough to stand on. */
function scatter({ mesh, streams, side }: Site, ice: ReturnType<Site['mesh']['paint']>, hx: number, hz: number): void {
  const random = streams('bergs')
  const count = 4 + Math.floor(random.range(0, 5))
  for (let i = 0; i < count; i++) {
    const z = random.range(170, 620)
    const x = random.range(-0.5, 0.5) * z
    const radius = random.range(14, 46)
    if (Math.abs(x - hx * (z / hz)) < radius + 20) continue
    iceberg(mesh, random, { x, z, radius, height: radius * random.range(0.5, 1.1), paint: ice, form: random.pick(FORMS), rings: 24 })
  }
  const floe = mesh.paint(iceOf({ features: 0.7, snow: 1 }))
  iceberg(mesh, random, { x: side * 3.2, z: 17, radius: 3, height: 0.65, paint: floe, form: 'table', rings: 22 })
  for (let i = 0; i < 46; i++) {
    const z = random.range(10, 170)
    const x = random.range(-0.55, 0.55) * z
    const radius = random.range(0.3, 1.4) * (1 + z * 0.016)
    if (Math.abs(x - side * 3.2) < 5 && z < 24) continue
    iceberg(mesh, random, { x, z, radius, height: radius * random.range(0.16, 0.5), paint: floe, form: 'table', rings: 9 })
  }
}
