import type { HeldThing } from '@daedal/protocol/generation/scene-things'

/** How someone is dressed and what they hold. */
export type Outfit = {
  readonly dress: 'trousers' | 'robe' | 'gown' | 'plate' | 'suit' | 'metal'
  /** Main cloth, second cloth, hair. */
  readonly cloth: string
  readonly second: string
  readonly hair: 'short' | 'long' | 'bun' | 'none' | 'beard'
  readonly hat?:
    | 'pointed'
    | 'crown'
    | 'helm'
    | 'horned'
    | 'straw'
    | 'hood'
    | 'bubble'
    | 'tricorn'
    | 'kabuto'
    | 'beret'
    | 'cap'
    | 'turban'
    | 'scarf'
  readonly holds?: HeldThing | 'brush' | 'basket' | 'mug' | undefined
  /** What is worn over the shirt. */
  readonly wear?: 'coat' | 'apron' | 'overalls' | 'vest' | 'sleeves'
  /** How they carry themselves; left out, as the seed chooses. */
  readonly stance?: 'ready' | 'walk' | 'dance' | 'sit'
  /** They neither wave nor point. */
  readonly calm?: true
  /** Without a beard. */
  readonly fair?: true
  readonly build?: 'broad'
  readonly boots?: true
  readonly back?: 'cape' | 'wings' | 'pack' | 'shield'
  /** Metres. */
  readonly height?: number
  readonly skin?: string
}

/** Who can stand in a scene. */
export const OUTFITS = {
  man: { dress: 'trousers', cloth: '#3a5a7c', second: '#2c2c34', hair: 'short', wear: 'coat' },
  woman: { dress: 'gown', cloth: '#9a3548', second: '#e4d4c0', hair: 'long', height: 1.68 },
  child: { dress: 'trousers', cloth: '#d8a238', second: '#3a4c70', hair: 'short', hat: 'cap', height: 1.15 },
  knight: {
    dress: 'plate',
    cloth: '#a8acb2',
    second: '#8a2a2a',
    hair: 'none',
    hat: 'helm',
    holds: 'sword',
    back: 'shield',
    height: 1.85,
    stance: 'ready',
  },
  warrior: {
    dress: 'trousers',
    cloth: '#6a4a30',
    second: '#4a3a2c',
    hair: 'beard',
    hat: 'horned',
    holds: 'spear',
    back: 'shield',
    height: 1.88,
    stance: 'ready',
    build: 'broad',
    boots: true,
  },
  soldier: {
    dress: 'trousers',
    cloth: '#4c5638',
    second: '#3c4430',
    hair: 'short',
    hat: 'cap',
    back: 'pack',
    height: 1.8,
    stance: 'walk',
    boots: true,
  },
  samurai: {
    dress: 'plate',
    cloth: '#2b2b33',
    second: '#a02c2c',
    hair: 'none',
    hat: 'kabuto',
    holds: 'sword',
    height: 1.75,
    stance: 'ready',
  },
  king: { dress: 'robe', cloth: '#7a1f35', second: '#e8e0d0', hair: 'beard', hat: 'crown', holds: 'staff', back: 'cape', height: 1.8 },
  queen: { dress: 'gown', cloth: '#5a2f7c', second: '#e0c070', hair: 'long', hat: 'crown', back: 'cape', height: 1.72, wear: 'sleeves' },
  wizard: { dress: 'robe', cloth: '#33408a', second: '#c8a850', hair: 'beard', hat: 'pointed', holds: 'staff', height: 1.78 },
  witch: {
    dress: 'gown',
    cloth: '#2a2433',
    second: '#5c8040',
    hair: 'long',
    hat: 'pointed',
    holds: 'broom',
    height: 1.68,
    wear: 'sleeves',
  },
  monk: { dress: 'robe', cloth: '#b8652a', second: '#7a3a1a', hair: 'none' },
  traveller: {
    dress: 'robe',
    cloth: '#5c4a36',
    second: '#3c3024',
    hair: 'none',
    hat: 'hood',
    holds: 'staff',
    height: 1.78,
    stance: 'walk',
  },
  hiker: {
    dress: 'trousers',
    cloth: '#d8502c',
    second: '#3d4a5c',
    hair: 'short',
    hat: 'cap',
    holds: 'staff',
    back: 'pack',
    stance: 'walk',
    boots: true,
  },
  explorer: {
    dress: 'trousers',
    cloth: '#c8ac78',
    second: '#6c5638',
    hair: 'short',
    hat: 'straw',
    holds: 'torch',
    back: 'pack',
    stance: 'walk',
    boots: true,
  },
  merchant: {
    dress: 'robe',
    cloth: '#8a3c7a',
    second: '#d8a840',
    hair: 'beard',
    hat: 'turban',
    build: 'broad',
  },
  farmer: {
    dress: 'trousers',
    cloth: '#a84834',
    second: '#3e5478',
    hair: 'short',
    hat: 'straw',
    holds: 'fork',
    wear: 'overalls',
    boots: true,
  },
  fisherman: {
    dress: 'trousers',
    cloth: '#d8a820',
    second: '#33404c',
    hair: 'beard',
    hat: 'straw',
    holds: 'rod',
    wear: 'coat',
    boots: true,
  },
  pirate: {
    dress: 'trousers',
    cloth: '#6c1f24',
    second: '#2b2620',
    hair: 'long',
    hat: 'tricorn',
    holds: 'sword',
    wear: 'coat',
    stance: 'ready',
    boots: true,
  },
  archer: { dress: 'trousers', cloth: '#3c5a32', second: '#5a4630', hair: 'long', hat: 'hood', holds: 'bow', back: 'cape', boots: true },
  musician: { dress: 'trousers', cloth: '#7a4a8a', second: '#333040', hair: 'short', hat: 'beret', holds: 'lute', wear: 'vest' },
  painter: { dress: 'trousers', cloth: '#e4ddd0', second: '#40506c', hair: 'short', hat: 'beret', holds: 'brush', wear: 'apron' },
  astronaut: { dress: 'suit', cloth: '#e6e6e6', second: '#d07a30', hair: 'none', hat: 'bubble', back: 'pack', height: 1.9 },
  robot: { dress: 'metal', cloth: '#9aa4ac', second: '#3a4650', hair: 'none', height: 2 },
  angel: { dress: 'gown', cloth: '#efece4', second: '#e0c878', hair: 'long', back: 'wings', height: 1.75, wear: 'sleeves' },
  ninja: { dress: 'trousers', cloth: '#1e1f24', second: '#1a1a1e', hair: 'none', hat: 'hood', holds: 'sword', stance: 'ready' },
  dancer: { dress: 'gown', cloth: '#c8385c', second: '#e8b048', hair: 'bun', height: 1.68, stance: 'dance' },
  walker: { dress: 'trousers', cloth: '#b03a3a', second: '#2e3440', hair: 'short', holds: 'umbrella', wear: 'coat', stance: 'walk' },
} as const satisfies Record<string, Outfit>
