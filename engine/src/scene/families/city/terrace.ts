import { foliage, plain } from '../../material/paints.ts'
import { blob } from '../../shape/blob.ts'
import { box } from '../../shape/loft.ts'
import { sightAt, standing } from '../nature/spots.ts'
import { type CitySite, lit } from './site.ts'

/** Metres to the far edge, and from the middle of the picture to the side edges. */
const FAR = 24
const INNER = 2.2
const OUTER = 17

/** A terrace in front, on the hand `side`, with a rail, planters and lights in its edge: room for things high over a city. */
export function addTerrace(site: CitySite, side: number): void {
  const { mesh, scene, camera, neons, neonGain } = site
  const middle = (side * (INNER + OUTER)) / 2
  const y = sightAt(camera, middle, 17)
  const wide = OUTER - INNER
  const dark = scene.night > 0.3
  const floor = mesh.paint(plain(scene.snowCover ? [0.78, 0.8, 0.84] : dark ? [0.16, 0.17, 0.19] : [0.2, 0.19, 0.18], 0.35, 0.25))
  const wall = mesh.paint(plain([0.22, 0.22, 0.24], 0.3, 0.2))
  const seam = mesh.paint(plain([0.1, 0.1, 0.11], 0.3))
  box(mesh, { x: middle, y: y - 2.4, z: (FAR - 2) / 2, width: wide, height: 2.4, depth: FAR + 2, paint: wall, cap: floor })
  if (!scene.snowCover)
    for (let z = 6; z < FAR; z += 3) box(mesh, { x: middle, y, z, width: wide, height: 0.012, depth: 0.07, paint: seam })
  const rail = mesh.paint(plain([0.5, 0.52, 0.55], 0.8, 0.6))
  const edge = side * INNER
  for (let z = 3; z <= FAR; z += 3) box(mesh, { x: edge + side * 0.2, y, z, width: 0.07, height: 1, depth: 0.07, paint: rail })
  for (let x = INNER; x <= OUTER; x += 2.6) box(mesh, { x: side * x, y, z: FAR - 0.3, width: 0.07, height: 1, depth: 0.07, paint: rail })
  box(mesh, { x: edge + side * 0.2, y: y + 1, z: (FAR - 2) / 2, width: 0.09, height: 0.06, depth: FAR + 1.6, paint: rail })
  box(mesh, { x: middle, y: y + 1, z: FAR - 0.3, width: wide, height: 0.06, depth: 0.09, paint: rail })
  planters(site, side, y)
  const glow = lit(site, neons[0], dark ? neonGain * 0.5 : 0.5)
  box(mesh, { x: edge - side * 0.02, y: y - 0.35, z: (FAR - 2) / 2, width: 0.05, height: 0.12, depth: FAR + 2, paint: glow })
  box(mesh, { x: middle, y: y + 0.02, z: FAR - 0.7, width: wide - 0.6, height: 0.05, depth: 0.1, paint: glow })
  if (dark) {
    const [r, g, b] = neons[0]
    for (const z of [8, 14, 20])
      scene.lamps.push({ x: middle, y: y + 2.5, z, colour: [0.3 + r * 0.25, 0.28 + g * 0.25, 0.26 + b * 0.25], range: 13 })
    scene.lampBox ??= [
      [middle - 14, y - 4, -2],
      [middle + 14, y + 14, FAR + 12],
    ]
  }
  standing(scene, () => y, [
    [side * 4.3, 16.5, 1.8],
    [side * 6.8, 18, 2],
    [side * 8.6, 21, 2],
  ])
}

/** Boxes of shrubs along the rails. */
function planters({ mesh, scene, streams, brief }: CitySite, side: number, y: number): void {
  if (!brief.allows('trees')) return
  const random = streams('planters')
  const trough = mesh.paint(plain([0.12, 0.115, 0.11], 0.3))
  const leaf = mesh.paint(foliage([0.07, 0.13, 0.045], { translucency: 0.2, snow: scene.snowCover ? 0.8 : 0 }))
  const places = [
    [INNER + 0.9, 9, 0],
    [INNER + 0.9, 13, 0],
    [INNER + 3.4, FAR - 1.4, 1],
    [INNER + 8, FAR - 1.4, 1],
  ] as const
  for (const [across, z, along] of places) {
    const x = side * across
    box(mesh, { x, y, z, width: along ? 3.2 : 0.7, height: 0.55, depth: along ? 0.7 : 2.4, paint: trough })
    for (let i = 0; i < 5; i++) {
      const out = (i / 4 - 0.5) * (along ? 2.7 : 1.9)
      const r = random.range(0.36, 0.56)
      const at = { x: x + (along ? out : 0), y: y + 0.6 + r * 0.6, z: z + (along ? 0 : out) }
      blob(mesh, { ...at, rx: r, ry: r, rz: r, paint: leaf, rings: 7, rough: 0.5, frequency: 2.6, variant: random.next() * 9 })
    }
  }
}
