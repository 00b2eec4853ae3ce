import { PI } from '../../../../math/dmath.ts'
import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import type { Scene } from '../../../scene.ts'
import { blob } from '../../../shape/blob.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { masonryOf, planksOf } from '../../nature/paints.ts'
import { broadleaf } from '../../nature/plant/broadleaf.ts'
import { trees } from '../../nature/plant/tree-paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { roofTiles } from '../paints.ts'
import { paved } from '../paved.ts'
import { axesOf, sheet } from '../place.ts'
import { archPanel, archRim } from '../prop/arch.ts'
import { guard, townsperson, walking } from '../prop/folk.ts'
import { fountain, statue, well } from '../prop/monument.ts'
import { piercedWall } from '../prop/pierced-wall.ts'
import { awning, barrel, crate, handcart, sack } from '../prop/street-things.ts'
import { torch } from '../prop/torch.ts'
import { gatehouse } from './gatehouse.ts'
import { type CastleKit, castleKit, curtain, hanging, keep, roundTower } from './kit.ts'

/** Where the eye is: in the yard, under the arch of the gate, or behind the merlons of the wall. */
const STANDS = ['yard', 'yard', 'gate', 'wall walk'] as const
type Stand = (typeof STANDS)[number]

/** The yard of a castle: the keep ahead, stables and galleries along the walls. */
export function courtyard(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const stand = streams('stand').pick(STANDS)
  const eye = stand === 'wall walk' ? frame.range(9, 11) : stand === 'gate' ? 1.9 : frame.pick([1.8, 2.8, 6.5])
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(-6, 4), eye, 0],
      target: [-side * frame.range(0, 12), stand === 'wall walk' ? 5 : eye + 2.6, 60],
      fov: frame.range(stand === 'gate' ? 54 : 60, 70),
      shiftY: eye > 5 ? 0.1 : 0.18,
    },
    azimuth: side * (brief.mood.time === 'day' ? (stand === 'gate' ? frame.range(60, 85) : frame.range(115, 150)) : frame.range(48, 80)),
  }))
  const { mesh, scene, side } = site
  const kit = castleKit(site)
  const half = streams('layout').range(11.5, 18)
  const far = streams('layout').range(40, 58)
  paved(site, {
    kind: streams('layout').chance(0.5) ? 'cobbles' : 'slabs',
    colour: [kit.stone[0] * 0.5, kit.stone[1] * 0.5, kit.stone[2] * 0.5],
    size: 0.42,
    half: 70,
    near: -8,
    far: 120,
  })
  walls(kit, streams, half, far, side)
  for (const hand of [-1, 1]) gallery(kit, streams, hand, half)
  centre(kit, streams, side)
  stores(kit, half)
  foreground(kit, stand)
  people(site, half)
  hills(site, { near: 190, far: 2800, hills: 150, mountains: streams('land').chance(0.6) ? 560 : 90, foot: 0, wooded: 300, snowLine: 400 })
  builtAir(site, {
    centre: [0, 9, 28],
    radius: 50,
    lamps: [
      [-half - 4, -1, -4],
      [half + 4, 30, far + 8],
    ],
    haze: 1.3,
  })
  const { camera } = scene
  const ahead = (z: number) => camera.x + (camera.groundX / camera.groundZ) * z
  // seen from the wall walk, what stands nearer is behind the merlons
  const near = inSight(camera, 0, ahead, stand === 'wall walk' ? 21 : 11)
  standing(scene, () => 0, [
    [ahead(near) + side * near * 0.16, near, 1.5],
    [ahead(near) - side * near * 0.18, near + 1, 1.5],
    [ahead(near + 7) + side * near * 0.02, near + 7, 1.8],
  ])
  for (const hand of [-1, 1]) for (const z of [10, 21]) torch(site, [hand * (half - 4.5), 0, z], true, 1.7)
  scene.spots.push({ ground: 'air', x: side * 4, y: 13, z: 30, radius: 3 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 9,
      x: side * 8,
      y: 26,
      z: 44,
      spread: 10,
      size: 0.5,
      paint: mesh.paint(plain([0.03, 0.03, 0.035])),
    })
  return scene
}

function walls(kit: CastleKit, streams: Streams, half: number, far: number, side: number): void {
  const random = streams('walls')
  for (const hand of [-1, 1]) {
    curtain(kit, [hand * (half + 4), -10], [hand * (half + 4), far + 6], 0, 9.5)
    roundTower(kit, random, {
      x: hand * (half + 3),
      y: 0,
      z: far + 4,
      radius: random.range(3.4, 4.4),
      height: random.range(13, 20),
      flag: true,
    })
  }
  curtain(kit, [-half - 4, far + 6], [half + 4, far + 6], 0, 9.5)
  const x = -side * random.range(0, 6)
  if (random.chance(0.35)) gatehouse(kit, random, { x: x + side * 9, y: 0, z: far + 2, turn: 0 }, 0.95)
  const wide = random.range(13, 16)
  keep(kit, random, { x, y: 0, z: far + 2, turn: 0 }, wide, 11, random.range(14, 17) * kit.slender)
  roundTower(kit, random, {
    x: x + side * (wide / 2 + 1),
    y: 0,
    z: far - 2,
    radius: 3,
    height: random.range(20, 25) * kit.slender,
    flag: true,
  })
  door(kit, x, far - 3.5)
}

/** Steps up to the keep's door, with banners and fires beside it. */
function door(kit: CastleKit, x: number, z: number): void {
  const { site, trim, wood } = kit
  const { mesh } = site
  for (let i = 0; i < 7; i++)
    box(mesh, { x, y: 0, z: z - 0.4 - (7 - i) * 0.42, width: 6.4, height: 0.22 * (i + 1), depth: 0.44, paint: trim })
  box(mesh, { x, y: 0, z: z - 0.2, width: 6.4, height: 1.54, depth: 1.2, paint: trim })
  const at = axesOf({ x, y: 1.54, z, turn: 0 })
  const shape = { along: 0, into: -0.1, width: 2.6, height: 4.2 }
  archRim(mesh, at, shape, trim, 0.5, 0.3)
  archPanel(mesh, at, shape, wood)
  for (const q of [-1, 1]) {
    hanging(kit, { x: x + q * 3.6, y: 9.4, z: z - 0.2, turn: 0 }, 1.7, 5)
    torch(site, [x + q * 3.8, 0.5, z - 3], true, 1.2)
  }
}

/** A lean-to roof on wooden posts along a wall: stables, a smithy, stores. */
function gallery({ site, trim, roof, wall }: CastleKit, streams: Streams, hand: number, half: number): void {
  const { mesh } = site
  const random = streams('galleries')
  const arcade = random.chance(0.5)
  const from = random.range(5, 12)
  const to = from + random.range(16, 24)
  const x = hand * (half + 2.9)
  const out = hand * (half - 0.6)
  const high = 6
  const low = 4
  mesh.use(roof)
  sheet(mesh, [out - hand * 0.5, low - 0.2, from], [out - hand * 0.5, low - 0.2, to], [x, high, to], [x, high, from])
  const wood = mesh.paint(planksOf([0.16, 0.09, 0.05], 0.3))
  const dark = mesh.paint(plain([0.05, 0.04, 0.035]))
  if (arcade) {
    const at = axesOf({ x: out, y: 0, z: (from + to) / 2, turn: hand * -PI * 0.5 })
    const bays = Math.round((to - from) / 3.2)
    box(mesh, { x: out + hand * 0.3, y: 0, z: (from + to) / 2, width: 0.6, height: low, depth: to - from, paint: wall })
    for (let i = 0; i < bays; i++) {
      const shape = { along: ((i + 0.5) / bays - 0.5) * (to - from), into: -0.06, width: 2.2, height: 3.3 }
      archPanel(mesh, at, shape, dark)
      archRim(mesh, at, shape, trim, 0.25, 0.12)
    }
    return
  }
  for (let z = from + 0.3; z < to; z += 3.2) {
    box(mesh, { x: out, y: 0, z, width: 0.26, height: low, depth: 0.26, paint: wood })
    tube(
      mesh,
      [
        [out, low - 1.1, z],
        [out, low - 0.1, z + 1.1],
      ],
      { paint: wood, radius: 0.09, sides: 4 },
    )
  }
  box(mesh, { x: out, y: low - 0.3, z: (from + to) / 2, width: 0.24, height: 0.26, depth: to - from, paint: wood })
  const hay = mesh.paint(plain([0.44, 0.34, 0.12]))
  for (let i = 0; i < 4; i++) {
    const z = from + 2 + i * random.range(3, 5)
    if (z > to - 1) break
    blob(mesh, {
      x: hand * (half + 1.3),
      y: 0.2,
      z,
      rx: 1.2,
      ry: random.range(0.7, 1.3),
      rz: 1.2,
      paint: hay,
      rings: 9,
      rough: 0.35,
      frequency: 3,
      variant: i,
      floor: -0.2,
    })
  }
  box(mesh, { x: hand * (half + 0.2), y: 0, z: (from + to) / 2, width: 0.1, height: 1, depth: to - from, paint: wood })
}

/** What stands in the middle of the yard. */
function centre(kit: CastleKit, streams: Streams, side: number): void {
  const { site, stone, trim } = kit
  const random = streams('centre')
  const x = side * random.range(2, 7)
  const z = random.range(17, 24)
  const kind = random.pick(['fountain', 'well', 'statue', 'tree'] as const)
  const pale: Rgb = [stone[0] * 0.95, stone[1] * 0.95, stone[2] * 0.95]
  if (kind === 'fountain') return void fountain(site, random, [x, 0, z], random.range(2.4, 3.2), pale)
  if (kind === 'well') return void well(site, [x, 0, z - 4], site.mesh.paint(roofTiles({ colour: [0.22, 0.12, 0.08] })))
  if (kind === 'tree') {
    const { crowns, bark } = trees(site)
    return void broadleaf(site.mesh, random, { x, y: 0, z, height: random.range(8, 10), distance: 18 }, random.pick(crowns), bark, {
      spread: 1.2,
      fullness: site.snowy ? 0.25 : 1,
    })
  }
  for (const [w, up, h] of [
    [4, 0, 0.3],
    [3, 0.3, 0.3],
    [1.8, 0.6, 2.2],
    [2.2, 2.8, 0.3],
  ] as const)
    box(site.mesh, { x, y: up, z, width: w, height: h, depth: w, paint: trim })
  statue(site.mesh, random, [x, 3.1, z], 3.2, site.mesh.paint(plain([0.09, 0.2, 0.16], 0.3)))
}

function stores(kit: CastleKit, half: number): void {
  const { site } = kit
  const { mesh, streams, brief, snowy } = site
  const random = streams('stores')
  for (const hand of [-1, 1])
    for (let i = 0; i < 3; i++) {
      hanging(kit, { x: hand * (half + 2.8), y: 8, z: 13 + i * 11, turn: hand * -PI * 0.5 }, 1.5, 3.6)
      torch(site, [hand * (half + 2.5), 4.2, 8 + i * 11], false, 1.1)
    }
  const kind = random.pick(['stall', 'cart', 'butts'] as const)
  const near = -site.side
  if (kind === 'stall' && !snowy) {
    awning(mesh, { x: near * 7.5, y: 0, z: 12.4, turn: 0 }, 4, 2, 2.7, 2.1, brief.accent ?? kit.banner)
    for (const q of [-1, 1])
      for (const b of [0, 2])
        tube(
          mesh,
          [
            [near * 7.5 + q * 1.9, 0, 12.4 - b],
            [near * 7.5 + q * 1.9, b ? 2.1 : 2.7, 12.4 - b],
          ],
          { paint: mesh.paint(planksOf([0.16, 0.09, 0.05], 0.3)), radius: 0.06, sides: 5 },
        )
    for (let k = 0; k < 4; k++) crate(mesh, { x: near * 7.5 - 1.4 + k * 0.95, y: 0, z: 11.2, turn: 0 }, 0.85)
  } else if (kind === 'cart') {
    handcart(mesh, { x: near * 5.4, y: 0, z: 9.4, turn: random.range(0.4, 1.2) })
    for (let k = 0; k < 3; k++) sack(mesh, near * 7.2 + k * 0.5, 0, 8.6 + (k % 2) * 0.5, 0.9)
  } else
    for (let k = 0; k < 3; k++) {
      const straw = mesh.paint(plain([0.5, 0.38, 0.15]))
      const [x, z] = [near * (6 + k * 1.9), 12 + k * 1.4]
      for (const [r, paint] of [
        [0.7, straw],
        [0.46, mesh.paint(plain([0.5, 0.06, 0.05]))],
        [0.2, straw],
      ] as const)
        blob(mesh, { x, y: 1.35, z: z - (0.7 - r) * 0.3, rx: r, ry: r, rz: 0.16, paint, rings: 9 })
      for (const q of [-1, 1])
        tube(
          mesh,
          [
            [x + q * 0.7, 0, z + 0.2],
            [x, 2, z + 0.12],
          ],
          { paint: mesh.paint(planksOf([0.16, 0.09, 0.05], 0.3)), radius: 0.05, sides: 5 },
        )
    }
  for (const hand of [-1, 1])
    for (let i = 0; i < 6; i++) {
      const x = hand * (half - random.range(2.4, 5.5))
      const z = 9 + i * 4.5 + random.range(-1, 1)
      const kind = random.next()
      if (kind < 0.3) for (let k = 0; k < 3; k++) barrel(mesh, x + (k % 2) * 0.7, 0, z + k * 0.5)
      else if (kind < 0.55) {
        crate(mesh, { x, y: 0, z, turn: random.range(0, 1) }, 0.9)
        crate(mesh, { x, y: 0.72, z, turn: random.range(0, 1) }, 0.6)
      } else if (kind < 0.72) for (let k = 0; k < 3; k++) sack(mesh, x + k * 0.55, 0, z + (k % 2) * 0.4, 0.9)
      else if (kind < 0.84) handcart(mesh, { x: x - hand, y: 0, z, turn: random.range(0, 6) })
    }
}

/** What is close to the eye: the arch it looks through, the merlons it looks over, or what was put down in the yard. */
function foreground({ site, stone, wall, trim }: CastleKit, stand: Stand): void {
  const { mesh, scene, streams, side } = site
  const random = streams('foreground')
  const { camera } = scene
  const ahead = (z: number) => camera.x + (camera.groundX / camera.groundZ) * z
  if (stand === 'gate') {
    const z = 3.4
    const place = { x: ahead(z), y: 0, z: z + 0.6, turn: 0 }
    const arch = { along: 0, width: 3.9, height: 4.3, rise: random.pick([1.1, 1.9]), pointed: random.chance(0.5) }
    piercedWall(mesh, { place, length: 60, thick: 1.2, top: 14, openings: [arch], paint: wall })
    archRim(mesh, axesOf(place), { ...arch, into: -0.62 }, trim, 0.34, 0.1)
    if (random.chance(0.6)) {
      // the teeth of a raised portcullis
      const slot = place.z
      const iron = mesh.paint(plain([0.04, 0.035, 0.03], 0.4, 0.2))
      for (let i = -4; i <= 4; i++) {
        const top = arch.height + 0.2
        const x = place.x + i * 0.42
        tube(
          mesh,
          [
            [x, top, slot],
            [x, 3.2, slot],
            [x, 3, slot],
          ],
          { paint: iron, radius: 0.07, endRadius: 0.01, sides: 5 },
        )
      }
      for (const up of [3.4, 3.9]) box(mesh, { x: place.x, y: up, z: slot, width: 4, height: 0.1, depth: 0.06, paint: iron })
    }
    return
  }
  if (stand === 'wall walk') {
    const y = camera.y - 3.1
    const block = mesh.paint(masonryOf({ colour: stone, blockWidth: 0.8, blockHeight: 0.36, variant: 3, joints: 0.6 }))
    box(mesh, { x: ahead(3), y: y - 8, z: 3.1, width: 40, height: 8.55, depth: 0.8, paint: block })
    const gap = random.range(2, 2.6)
    const offset = random.range(-0.5, 0.5) * gap
    for (let i = -7; i <= 7; i++) {
      const x = ahead(3) + offset + i * gap
      box(mesh, { x, y: y + 0.5, z: 3.1, width: gap * 0.5, height: 0.95, depth: 0.8, paint: block })
      box(mesh, { x, y: y + 1.45, z: 3.1, width: gap * 0.56, height: 0.14, depth: 0.92, paint: trim })
    }
    return
  }
  const z = random.range(6.4, 8)
  const hand = random.pick([-1, 1]) * side
  const x = ahead(z) + hand * random.range(3, 3.8)
  const kind = random.pick(['barrels', 'sacks', 'cart', 'trough'] as const)
  if (kind === 'barrels')
    for (const [dx, dz] of [
      [0, 0],
      [hand * 0.85, 0.3],
      [hand * 0.2, 1],
    ] as const)
      barrel(mesh, x + dx, 0, z + dz, random.range(0.95, 1.15))
  else if (kind === 'sacks') {
    crate(mesh, { x: x + hand * 0.9, y: 0, z: z + 0.5, turn: 0.3 }, 0.95)
    for (let k = 0; k < 3; k++) sack(mesh, x + hand * k * 0.55, 0, z + (k % 2) * 0.6, 1)
  } else if (kind === 'cart') handcart(mesh, { x: x + hand * 0.6, y: 0, z: z + 1, turn: random.range(0, 6) })
  else {
    const wet = mesh.paint(plain([0.05, 0.07, 0.08], 0.9, 0.6))
    box(mesh, { x: x + hand * 0.7, y: 0, z: z + 0.4, width: 2.4, height: 0.7, depth: 0.9, turn: 0.2, paint: trim })
    box(mesh, { x: x + hand * 0.7, y: 0.66, z: z + 0.4, width: 2.1, height: 0.06, depth: 0.64, turn: 0.2, paint: wet })
  }
}

function people(site: Site, half: number): void {
  const { streams, brief, side } = site
  if (!brief.allows('people')) return
  const random = streams('people')
  for (const q of [-1, 1]) guard(site, random, -side * 3 + q * 3, 0, 29, 0)
  const count = brief.density === 'dense' || brief.wants('people') ? 16 : brief.density === 'sparse' ? 3 : 8
  // whom the plan names is larger than life there: others keep away
  const near = brief.hasSomebody ? 25 : 12
  for (let i = 0; i < count; i++) townsperson(site, random, random.range(-0.7, 0.7) * half, 0, random.range(near, 34), walking(random))
}
