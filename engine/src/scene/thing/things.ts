import type { SceneThing } from '@daedal/protocol/generation/scene-things'
import type { Spot } from '../scene.ts'
import { AIRCRAFT } from './aircraft.ts'
import { beast } from './beast.ts'
import { BOATS } from './boats.ts'
import type { Build } from './build.ts'
import { BUILDINGS } from './buildings.ts'
import { cat } from './cat.ts'
import { CRAFT } from './craft.ts'
import { CRAWLERS } from './crawlers.ts'
import { EAGLE } from './eagle.ts'
import { figure } from './figure.ts'
import { FLYERS } from './flyers.ts'
import { IGLOO } from './igloo.ts'
import { MARSH_ANIMALS } from './marsh-animals.ts'
import { PROPS } from './props.ts'
import { ROAD } from './road.ts'
import { shark } from './shark.ts'
import { STONEWORK } from './stonework.ts'
import { SWIMMERS } from './swimmers.ts'

/** How a thing is placed. Lengths in metres. */
export type Thing = {
  readonly build: Build
  readonly ground: Spot['ground']
  readonly height: number
  /** Half of the room it takes on the ground. */
  readonly radius: number
  /** It is recognised from the side; others are seen from the front. */
  readonly sideways: boolean
  /** Several of it keep together, as a herd does. */
  readonly herd: boolean
}

const front = (build: Build, height: number, radius: number, ground: Spot['ground'] = 'land'): Thing => ({
  build,
  ground,
  height,
  radius,
  sideways: false,
  herd: false,
})
const side = (build: Build, height: number, radius: number, ground: Spot['ground'] = 'land'): Thing => ({
  build,
  ground,
  height,
  radius,
  sideways: true,
  herd: true,
})
const someone = (name: Parameters<typeof figure>[0], height = 1.8): Thing => ({
  ...front((random, colour, holds) => figure(name, random, colour, holds), height, 0.5),
  herd: true,
})
const animal = (name: Parameters<typeof beast>[0], height: number, radius: number): Thing =>
  side((random, colour, _, stands) => beast(name, stands?.pose ?? random, colour, stands), height, radius)

/** Animals that are also shown under water, where a picture has no surface to swim on. */
export const DIVERS: ReadonlySet<SceneThing> = new Set(['shark', 'fish', 'octopus', 'turtle'])

/** Animals that also lie on land, where nothing hides them there. */
export const AMPHIBIANS: ReadonlySet<SceneThing> = new Set(['crocodile'])

/** The top of a thing: how high it is, and the radius of what can stand there. Metres. */
export type Top = { readonly height: number; readonly radius: number }

/** Things that something can stand on. */
export const TOPS: Readonly<Partial<Record<SceneThing, Top>>> = {
  barrel: { height: 1, radius: 0.5 },
  chest: { height: 1.1, radius: 0.5 },
  bench: { height: 0.5, radius: 0.7 },
  'rowing-boat': { height: 0.35, radius: 0.7 },
  car: { height: 1.4, radius: 0.7 },
  gravestone: { height: 1.4, radius: 0.36 },
  'giant-mushroom': { height: 3.5, radius: 1 },
}

/** Everything a plan can place in a scene. */
export const THINGS: Readonly<Record<SceneThing, Thing>> = {
  man: someone('man'),
  woman: someone('woman'),
  child: someone('child', 1.2),
  knight: someone('knight', 2),
  warrior: someone('warrior', 2.1),
  soldier: someone('soldier'),
  samurai: someone('samurai', 2),
  king: someone('king', 2),
  queen: someone('queen'),
  wizard: someone('wizard', 2.1),
  witch: someone('witch', 2),
  monk: someone('monk'),
  traveller: someone('traveller', 2),
  farmer: someone('farmer'),
  hiker: someone('hiker'),
  explorer: someone('explorer'),
  merchant: someone('merchant'),
  fisherman: someone('fisherman'),
  pirate: someone('pirate'),
  archer: someone('archer'),
  musician: someone('musician'),
  painter: someone('painter'),
  astronaut: someone('astronaut', 1.95),
  robot: someone('robot', 2.2),
  angel: someone('angel', 2),
  ninja: someone('ninja'),
  dancer: someone('dancer'),
  walker: someone('walker', 2.2),
  horse: animal('horse', 2.4, 1.4),
  unicorn: animal('unicorn', 2.7, 1.4),
  zebra: animal('zebra', 2, 1.3),
  donkey: animal('donkey', 1.75, 1.1),
  deer: animal('deer', 2, 1),
  cow: animal('cow', 1.6, 1.4),
  sheep: animal('sheep', 1.1, 0.9),
  pig: animal('pig', 0.9, 0.9),
  dog: animal('dog', 0.9, 0.7),
  wolf: animal('wolf', 1.1, 0.9),
  fox: animal('fox', 0.65, 0.6),
  cat: side(cat, 0.55, 0.35),
  bear: animal('bear', 1.5, 1.3),
  'polar-bear': animal('polar-bear', 1.6, 1.5),
  panda: animal('panda', 1.3, 1.1),
  lion: animal('lion', 1.5, 1.2),
  tiger: animal('tiger', 1.3, 1.2),
  elephant: animal('elephant', 3.5, 2.6),
  camel: animal('camel', 2.7, 1.6),
  giraffe: animal('giraffe', 5.2, 1.8),
  rabbit: animal('rabbit', 0.45, 0.35),
  boar: animal('boar', 1, 0.9),
  penguin: { ...front(CRAWLERS.penguin, 1, 0.35), herd: true },
  owl: front(CRAWLERS.owl, 0.72, 0.25),
  turtle: side(CRAWLERS.turtle, 0.5, 0.7),
  frog: { ...front(MARSH_ANIMALS.frog, 0.55, 0.42, 'water'), herd: true },
  crocodile: side(MARSH_ANIMALS.crocodile, 0.55, 1.6, 'water'),
  snake: front(CRAWLERS.snake, 1.05, 0.6),
  spider: front(CRAWLERS.spider, 0.7, 0.9),
  dinosaur: side(CRAWLERS.dinosaur, 4.6, 2.6),
  octopus: front(CRAWLERS.octopus, 1.3, 1.4),
  dragon: side(FLYERS.dragon, 4, 5, 'air'),
  eagle: { ...front(EAGLE, 1.1, 1.7, 'air'), herd: true },
  parrot: { ...front(FLYERS.parrot, 0.4, 0.7, 'air'), herd: true },
  phoenix: side(FLYERS.phoenix, 1.6, 2.6, 'air'),
  butterfly: side(FLYERS.butterfly, 0.35, 0.35, 'air'),
  bat: { ...front(FLYERS.bat, 0.4, 0.75, 'air'), herd: true },
  jellyfish: front(FLYERS.jellyfish, 1.7, 0.5, 'air'),
  whale: side(SWIMMERS.whale, 5.4, 3.2, 'water'),
  dolphin: side(SWIMMERS.dolphin, 1.8, 1.1, 'water'),
  shark: side(shark, 1.6, 1.7, 'water'),
  fish: side(SWIMMERS.fish, 0.9, 0.5, 'water'),
  swan: side(SWIMMERS.swan, 1.05, 0.7, 'water'),
  duck: side(SWIMMERS.duck, 0.4, 0.35, 'water'),
  car: side(ROAD.car, 1.4, 2.1),
  truck: side(ROAD.truck, 2.3, 3),
  bus: side(ROAD.bus, 2.4, 3.6),
  train: side(ROAD.train, 3.4, 3.6),
  tractor: side(ROAD.tractor, 2.6, 1.9),
  cart: side(ROAD.cart, 1.5, 1.9),
  bicycle: side(ROAD.bicycle, 1.05, 0.9),
  rover: side(CRAFT.rover, 1.9, 1.9),
  balloon: front(AIRCRAFT.balloon, 8.5, 2.8, 'air'),
  airship: side(AIRCRAFT.airship, 4.2, 5.4, 'air'),
  ufo: front(AIRCRAFT.ufo, 1.5, 2.1, 'air'),
  rocket: front(AIRCRAFT.rocket, 7.3, 1.8),
  spaceship: side(CRAFT.spaceship, 2.6, 3.4, 'air'),
  plane: side(AIRCRAFT.plane, 2.2, 3.6, 'air'),
  'rowing-boat': side(BOATS['rowing-boat'], 0.7, 2, 'water'),
  sailboat: side(BOATS.sailboat, 8.2, 3.3, 'water'),
  ship: side(BOATS.ship, 14.5, 8, 'water'),
  tent: front(PROPS.tent, 1.85, 1.5),
  campfire: front(PROPS.campfire, 1.1, 0.7),
  statue: front(STONEWORK.statue, 4.7, 1),
  well: front(STONEWORK.well, 2.6, 1),
  fountain: front(STONEWORK.fountain, 2.9, 2.2),
  snowman: front(PROPS.snowman, 2.35, 0.6),
  scarecrow: front(PROPS.scarecrow, 2.2, 0.9),
  windmill: front(BUILDINGS.windmill, 12.8, 3),
  tower: front(BUILDINGS.tower, 13.6, 2.6),
  house: front(BUILDINGS.house, 5.6, 3.2),
  igloo: front(IGLOO, 2.1, 2.3),
  lamp: front(BUILDINGS.lamp, 3.9, 0.3),
  chest: front(PROPS.chest, 1.15, 0.7),
  'sword-in-stone': front(PROPS['sword-in-stone'], 2.1, 0.9),
  'standing-stones': front(STONEWORK['standing-stones'], 3.4, 4),
  gravestone: front(STONEWORK.gravestone, 1.4, 0.6),
  crystals: front(PROPS.crystals, 2, 0.8),
  'giant-mushroom': front(PROPS['giant-mushroom'], 3.55, 1.6),
  bench: front(PROPS.bench, 1, 0.9),
  flag: front(PROPS.flag, 5, 1),
  barrel: front(PROPS.barrel, 1, 0.45),
  arch: front(STONEWORK.arch, 5, 2),
  portal: front(STONEWORK.portal, 3.9, 1.6),
}
