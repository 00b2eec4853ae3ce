/** What a triangle is made of. The numbers are stored with each triangle; 0 is nothing. */
export const MATERIAL = {
  facade: 1,
  roof: 2,
  plain: 3,
  emitter: 4,
  billboard: 5,
  street: 6,
  water: 7,
  foliage: 8,
  paint: 9,
  glass: 10,
  district: 11,
  relief: 12,
  leaves: 13,
  crag: 14,
  dune: 15,
  firn: 16,
  lake: 17,
  sea: 18,
  bark: 19,
  planks: 20,
  logs: 21,
  masonry: 22,
  bands: 23,
  cloth: 24,
  cloud: 25,
  fall: 26,
  ice: 27,
  lava: 28,
  undersurface: 29,
  houseWall: 40,
  roofTiles: 41,
  paving: 42,
  books: 43,
  carpet: 44,
  coat: 45,
} as const

export type MaterialName = keyof typeof MATERIAL
export type MaterialId = (typeof MATERIAL)[MaterialName]

const SHADOWLESS: readonly MaterialId[] = [
  MATERIAL.water,
  MATERIAL.emitter,
  MATERIAL.lake,
  MATERIAL.sea,
  MATERIAL.cloud,
  MATERIAL.fall,
  MATERIAL.undersurface,
]

/** 1 where the material throws a shadow, by id. */
export function shadowCasters(): Uint8Array {
  const casts = new Uint8Array(Math.max(...Object.values(MATERIAL)) + 1).fill(1)
  for (const id of SHADOWLESS) casts[id] = 0
  return casts
}
