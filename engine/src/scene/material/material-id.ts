/** What a triangle is made of. The numbers are stored with each triangle; 0 is nothing. */
export const MATERIAL = {
  facade: 1,
  roof: 2,
  plain: 3,
  emitter: 4,
  billboard: 5,
  street: 6,
  water: 7,
  terrain: 8,
  foliage: 9,
  rock: 10,
  sand: 11,
  wood: 12,
  paint: 13,
  glass: 14,
  stone: 15,
  ocean: 16,
  stripes: 17,
  snow: 18,
  district: 19,
  soft: 20,
  fall: 21,
  relief: 22,
  leaves: 23,
  crag: 24,
  dune: 25,
  firn: 26,
  lake: 27,
  sea: 28,
  bark: 29,
  planks: 30,
  cloud: 31,
  cloth: 32,
} as const

export type MaterialName = keyof typeof MATERIAL
export type MaterialId = (typeof MATERIAL)[MaterialName]

/** One more than the largest id. */
export const MATERIAL_COUNT = 33

const SHADOWLESS: readonly MaterialId[] = [
  MATERIAL.water,
  MATERIAL.emitter,
  MATERIAL.ocean,
  MATERIAL.soft,
  MATERIAL.fall,
  MATERIAL.lake,
  MATERIAL.sea,
  MATERIAL.cloud,
]

/** 1 where the material throws a shadow, by id. */
export function shadowCasters(): Uint8Array {
  const casts = new Uint8Array(MATERIAL_COUNT).fill(1)
  for (const id of SHADOWLESS) casts[id] = 0
  return casts
}
