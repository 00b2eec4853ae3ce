import { type SceneDensity, type SceneFamily, type SceneFeature, sceneFamilies } from '@daedal/protocol/generation/scene-plan'

/** What a family's pictures can show: `''` in every composition, else in the named ones. */
type Shown = Readonly<Partial<Record<SceneFeature, string>>>

const shown = (everywhere: string, named: Shown = {}): Shown => ({
  ...Object.fromEntries(
    everywhere
      .split(' ')
      .filter(Boolean)
      .map((feature) => [feature, '']),
  ),
  ...named,
})

const SHOWN: Readonly<Record<SceneFamily, Shown>> = {
  city: shown('flying-cars towers neon birds clouds stars lightning', {
    bridge: 'waterfront canyon',
    people: 'canyon',
    trees: 'waterfront',
  }),
  lake: shown('trees birds clouds stars autumn blossom', { waterfall: 'falls', boat: 'pier tarn reeds' }),
  mountain: shown('trees birds clouds stars aurora autumn blossom', { people: 'ridge', flowers: 'valley', boat: 'river' }),
  forest: shown('trees autumn blossom clouds', { bridge: 'stream', neon: 'clearing', flowers: 'clearing birches' }),
  cabin: shown('trees stars aurora clouds autumn blossom', { boat: 'lakeside', flowers: 'clearing refuge village' }),
  desert: shown('birds clouds stars people', { ruins: 'ruins oasis', trees: 'oasis savanna' }),
  coast: shown('birds clouds stars lightning', { boat: 'beach ship', trees: 'beach', flowers: 'cliffs' }),
  islands: shown('trees birds clouds stars autumn blossom', {
    waterfall: 'cascade temple tree arch',
    bridge: 'hamlet temple',
    flowers: 'cascade hamlet arch',
  }),
  sea: shown('', {
    birds: 'sail waves icebergs',
    clouds: 'sail waves icebergs',
    stars: 'sail waves icebergs',
    aurora: 'icebergs sail waves',
    lightning: 'sail waves',
    boat: 'sail',
  }),
  space: shown('stars'),
  volcano: shown('clouds stars', { trees: 'eruption', birds: 'obsidian', lightning: 'eruption obsidian' }),
  swamp: shown('clouds stars', {
    trees: 'deadwood hut mangrove',
    birds: 'deadwood mangrove',
    boat: 'deadwood hut mangrove',
    flowers: 'mushrooms deadwood hut mangrove',
    autumn: 'mangrove hut',
    blossom: 'mangrove hut',
  }),
  farm: shown('trees birds clouds stars flowers', {
    autumn: 'orchard vineyard barn garden windmill',
    blossom: 'orchard barn garden windmill',
    bridge: 'garden',
  }),
  snow: shown('clouds stars', { trees: 'slope frozen', aurora: 'frozen icefield slope', boat: 'icefield' }),
  town: shown('birds clouds stars aurora people', {
    flowers: 'lane',
    trees: 'square roofs riverside',
    bridge: 'canal riverside',
    boat: 'canal riverside',
  }),
  castle: shown('birds clouds stars aurora trees autumn blossom', { people: 'gate courtyard hill', boat: 'lake' }),
  ruins: shown('ruins birds clouds stars aurora people trees', {
    autumn: 'temple abbey jungle aqueduct',
    blossom: 'temple abbey aqueduct',
    flowers: 'temple abbey aqueduct colossus',
    boat: 'aqueduct',
    bridge: 'aqueduct',
  }),
  interior: shown('', { people: 'tavern throne' }),
  market: shown('people', { clouds: 'street night harbour', stars: 'night street harbour', birds: 'street harbour', boat: 'harbour' }),
}

/** Families in whose pictures more or fewer things are to be seen. */
const CROWDED: ReadonlySet<SceneFamily> = new Set([
  'city',
  'lake',
  'mountain',
  'forest',
  'cabin',
  'swamp',
  'snow',
  'town',
  'castle',
  'market',
])

/** Where a named colour is seen: neon, boats, cloaks, cloth, sails, roofs, domes. */
const COLOURED: Readonly<Partial<Record<SceneFamily, string>>> = {
  city: '',
  lake: 'pier tarn reeds',
  mountain: 'ridge pass',
  forest: 'clearing ancient',
  desert: '',
  coast: '',
  islands: 'temple hamlet cascade',
  sea: 'sail waves depths',
  space: 'giant station moonscape base',
  swamp: 'mushrooms deadwood hut mangrove',
  farm: '',
  snow: 'icefield icecave',
  cabin: '',
  town: '',
  castle: '',
  market: '',
  interior: '',
}

/** The compositions in which a family shows a feature or a colour, `['']` for each, none when it cannot. */
export function compositionsFor(family: SceneFamily, what: SceneFeature | 'colour'): readonly string[] {
  const found = what === 'colour' ? COLOURED[family] : SHOWN[family][what]
  return found === undefined ? [] : found.split(' ')
}

/** Whether a family can be that dense; deserts, coasts and islands are always empty. */
export const showsDensity = (family: SceneFamily, density: SceneDensity): boolean => density === 'sparse' || CROWDED.has(family)

/** What asking for a feature means in each family that has it. */
export const inFamilies = (feature: SceneFeature) =>
  Object.fromEntries(
    sceneFamilies.flatMap((family) => {
      const [composition] = compositionsFor(family, feature)
      return composition === undefined ? [] : [[family, { features: [feature], ...(composition && { composition }) }]]
    }),
  )
