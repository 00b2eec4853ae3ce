import type { Brief } from '../../../brief.ts'
import { plain } from '../../../material/paints.ts'
import { fbm2 } from '../../../noise.ts'
import type { Scene } from '../../../scene.ts'
import { box } from '../../../shape/loft.ts'
import { tube } from '../../../shape/tube.ts'
import type { Streams } from '../../../streams.ts'
import type { Rgb } from '../../../vector.ts'
import { seaSurface } from '../../nature/ground/sea-surface.ts'
import { clothOf, masonryOf, planksOf, seaOf } from '../../nature/paints.ts'
import { birds } from '../../nature/prop/birds.ts'
import { rowingBoat } from '../../nature/prop/rowing-boat.ts'
import { openSite, type Site } from '../../nature/site.ts'
import { inSight, standing } from '../../nature/spots.ts'
import { builtAir } from '../built-air.ts'
import { hills } from '../hills.ts'
import { pavingOf } from '../paints.ts'
import { level } from '../place.ts'
import { fishCrates } from '../prop/fish.ts'
import { streetLamp } from '../prop/lantern.ts'
import { longBoat } from '../prop/long-boat.ts'
import { facing, stall, type Ware } from '../prop/stall.ts'
import { steeple } from '../prop/steeple.ts'
import { barrel, crate, sack } from '../prop/street-things.ts'
import { roofPaints, stylesNamed, type TownStyle, townHouse } from '../town/styles.ts'
import { crowd } from './crowd.ts'
import { LOOKS_IN, pitchOf, pitchStall } from './merchant.ts'
import { CLOTHS, NEAR, SOLD } from './street.ts'

const WARES: readonly Ware[] = ['fish', 'fruit', 'pots', 'fish', 'cloth', 'spice', 'bread']
/** Height of the quay over the sea. */
const QUAY = 1.3

/** A market on a quay: stalls and houses on one side, boats with furled sails on the other. */
export function harbour(brief: Brief, streams: Streams): Scene {
  const frame = streams('camera')
  const high = frame.pick([1.8, 2.6, 4.6])
  const eye = QUAY + (brief.names('merchant') ? Math.min(LOOKS_IN, high) : high)
  const site = openSite(brief, streams, (side) => ({
    view: {
      eye: [side * frame.range(-0.5, 1), eye, 0],
      target: [side * frame.range(2, 9), eye + 0.4, 50],
      fov: frame.range(56, 66),
      shiftY: frame.range(0.06, 0.18),
    },
    azimuth: side * (brief.mood.time === 'day' ? frame.range(50, 85) : frame.range(14, 44)),
  }))
  const { mesh, scene, side, dim, snowy } = site
  const style = streams('style').pick(stylesNamed('south', 'south', 'gables', 'timber', 'slate'))
  const edge = side * frame.range(2.6, 3.8)
  const k = dim ? 0.35 : 1
  seaSurface(mesh, scene.camera, {
    paint: mesh.paint(seaOf({ deep: [0.008 * k, 0.05 * k, 0.07 * k], crest: [0.02 * k, 0.12 * k, 0.11 * k], foam: 0.2 })),
    near: 2,
    far: 5000,
    rows: 170,
    columns: 150,
    halfWidth: 0.9,
    height: (x, z) => fbm2(x * 0.18, z * 0.3, 3) * (brief.mood.weather === 'storm' ? 0.7 : 0.3),
  })
  const land = -side
  const outer = edge + land * 60
  mesh.use(mesh.paint(pavingOf({ kind: 'slabs', colour: [0.34, 0.31, 0.27], second: [0.27, 0.25, 0.23], size: 0.7, snow: snowy ? 1 : 0 })))
  level(mesh, QUAY, Math.min(edge, outer), -6, Math.max(edge, outer), 130)
  mesh.use(
    mesh.paint(masonryOf({ colour: style.stone, blockWidth: 1.2, blockHeight: 0.5, variant: 3, cover: [0.05, 0.07, 0.03], covered: 0.3 })),
  )
  mesh.quad(
    mesh.vertex(edge, -2, -6, -6, -2),
    mesh.vertex(edge, -2, 130, 130, -2),
    mesh.vertex(edge, QUAY, 130, 130, QUAY),
    mesh.vertex(edge, QUAY, -6, -6, QUAY),
  )
  box(mesh, { x: edge - side * 0.2, y: QUAY - 0.1, z: 62, width: 0.5, height: 0.24, depth: 136, paint: mesh.paint(plain(style.stone)) })
  const pitch = pitchOf(site, QUAY, () => edge - side * 3, 2, [-side])
  if (pitch)
    pitchStall(site, pitch, streams('pitch').pick(['fish', 'fish', 'fruit', 'bread']), brief.accent ?? streams('pitch').pick(CLOTHS))
  else {
    const random = streams('catch')
    const z = inSight(scene.camera, QUAY + 1, () => edge - side * 2.6, 5)
    fishCrates(mesh, random, { x: edge - side * random.range(2.5, 2.9), y: QUAY, z, turn: -side * random.range(0.1, 0.45) }, 3)
  }
  shops(site, style, edge)
  boats(site, edge)
  hills(site, { near: 260, far: 3200, hills: 130, mountains: streams('land').chance(0.5) ? 480 : 70, foot: -6, wooded: 400 })
  crowd(site, 16, (t, across) => [edge - side * (2.2 + across * 1.2), QUAY, 10 + t * 44], pitch)
  builtAir(site, {
    centre: [0, 5, 36],
    radius: 56,
    lamps: [
      [-20, -1, -4],
      [20, 14, 80],
    ],
    haze: 1.2,
  })
  scene.fog.far = 2200
  scene.fog.haze *= 0.6
  const near = inSight(scene.camera, QUAY, () => edge - side * 1.6, 9)
  standing(scene, () => QUAY, [
    [edge - side * 1.4, near, 1],
    [edge - side * 3, near + 3, 1.1],
  ])
  for (const [x, z, r] of [
    [7, 22, 2.4],
    [15, 40, 5],
  ] as const)
    scene.spots.push({ ground: 'water', x: edge + side * x, y: 0, z, radius: r })
  scene.spots.push({ ground: 'air', x: edge + side * 9, y: 12, z: 36, radius: 4 })
  if (brief.allows('birds'))
    birds(mesh, streams('birds'), {
      count: 11,
      x: edge + side * 9,
      y: 11,
      z: 34,
      spread: 9,
      size: 0.5,
      paint: mesh.paint(plain([0.7, 0.72, 0.74])),
    })
  return scene
}

/** Stalls along the quay and houses behind them, a tower at the end. */
function shops(site: Site, style: TownStyle, edge: number): void {
  const { streams, side, brief, mesh } = site
  const random = streams('stalls')
  const seller = streams('sellers')
  const roofs = roofPaints(site, style)
  const hand = -side
  const inland = edge + hand * random.range(6.2, 7.4)
  for (let z = 3, i = random.int(6, 7); z < 62; i++) {
    const width = random.range(2.6, 3.8)
    const cloth = brief.accent && random.chance(0.6) ? brief.accent : random.pick(CLOTHS)
    stall(site, random, {
      ...{ x: inland, y: QUAY, z: z + width / 2, turn: facing(hand) },
      width,
      ware: WARES[i % WARES.length]!,
      cloth,
      near: z < NEAR + 4,
      ...(z < SOLD && brief.allows('people') && { seller }),
    })
    z += width + random.range(0.5, 1.8)
  }
  for (let z = -2; z < 105; ) {
    const width = random.range(5.5, 8.5)
    townHouse(site, random, style, roofs, {
      x: inland + hand * 8,
      y: QUAY,
      z: z + width / 2,
      turn: facing(hand),
      width,
      depth: 8,
      near: z < 60,
    })
    z += width + 0.05
  }
  steeple(site, {
    x: edge + hand * 4,
    y: QUAY,
    z: 104,
    turn: 0,
    width: 6.4,
    height: random.range(20, 26),
    top: random.pick(style.tops),
    stone: style.stone,
    roof: roofs[0]!,
  })
  for (let i = 0; i < 10; i++) {
    const z = 6 + i * 5 + random.range(-1.5, 1.5)
    const x = edge - side * random.range(0.7, 1.1)
    if (i % 3 === 2) streetLamp(site, [x, QUAY, z], 3.2, 12)
    else if (random.chance(0.4)) for (let k = 0; k < 2; k++) barrel(mesh, x, QUAY, z + k * 0.7)
    else if (random.chance(0.6)) crate(mesh, { x, y: QUAY, z, turn: random.range(0, 1) }, 0.75, [0.34, 0.26, 0.16])
    else sack(mesh, x, QUAY, z, 0.85)
  }
}

const HULLS: readonly Rgb[] = [
  [0.05, 0.16, 0.26],
  [0.26, 0.06, 0.04],
  [0.06, 0.18, 0.1],
  [0.4, 0.34, 0.24],
  [0.1, 0.07, 0.05],
]

/** Fishing boats along the quay, each with a mast and a furled or a set sail. */
function boats({ mesh, streams, side }: Site, edge: number): void {
  const random = streams('boats')
  for (let i = 0; i < 9; i++) {
    const near = i < 5
    const x = edge + side * (near ? random.range(1.4, 2) : random.range(6, 16))
    const z = near ? 8 + i * random.range(8, 10) : random.range(26, 80)
    const turn = random.range(-0.1, 0.1) + (near ? 0 : random.range(-0.8, 0.8))
    if (near && i % 2) rowingBoat(mesh, { x, z, turn, colour: random.pick(HULLS) })
    else longBoat(mesh, x, z, turn, random.range(7, 9.5), random.pick(HULLS))
    if (near && i % 2) continue
    const tall = random.range(6, 9)
    const wood = mesh.paint(planksOf([0.26, 0.16, 0.09], 0.3))
    tube(
      mesh,
      [
        [x, 0.2, z],
        [x, tall, z],
      ],
      { paint: wood, radius: 0.08, sides: 6, endRadius: 0.04 },
    )
    const sail = mesh.paint(
      clothOf(
        random.pick([
          [0.5, 0.44, 0.34],
          [0.44, 0.12, 0.06],
          [0.5, 0.34, 0.1],
        ] as const),
        0.4,
      ),
    )
    tube(
      mesh,
      [
        [x, tall * 0.3, z],
        [x + side * 0.3, tall * 0.34, z - 2.6],
      ],
      { paint: near ? sail : wood, radius: near ? 0.16 : 0.05, sides: 6 },
    )
    for (const q of [-1, 1])
      tube(
        mesh,
        [
          [x, tall * 0.95, z],
          [x, 0.5, z + q * 3],
        ],
        { paint: wood, radius: 0.014, sides: 3 },
      )
    if (near) continue
    mesh.use(sail)
    mesh.triangle(
      mesh.vertex(x, tall * 0.34, z, 0, 0),
      mesh.vertex(x + side * 0.3, tall * 0.36, z - 2.6, 1, 0),
      mesh.vertex(x, tall * 0.97, z, 0, 1),
    )
  }
}
