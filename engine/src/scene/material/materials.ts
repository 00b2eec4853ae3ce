import { shadeBooks } from '../families/built/material/books.ts'
import { shadeCarpet } from '../families/built/material/carpet.ts'
import { shadeHouseWall } from '../families/built/material/house-wall.ts'
import { shadePaving } from '../families/built/material/paving.ts'
import { shadeRoofTiles } from '../families/built/material/roof-tiles.ts'
import { shadeCloth, shadeCloud, shadeFall } from '../families/nature/material/cover.ts'
import { shadeCrag } from '../families/nature/material/crag.ts'
import { shadeDune } from '../families/nature/material/dune.ts'
import { shadeFirn } from '../families/nature/material/firn.ts'
import { shadeLake } from '../families/nature/material/lake-water.ts'
import { shadeLeaves } from '../families/nature/material/leaves.ts'
import { shadeBands, shadeMasonry } from '../families/nature/material/masonry.ts'
import { shadeRelief } from '../families/nature/material/relief.ts'
import { shadeSea } from '../families/nature/material/sea-water.ts'
import { shadeBark, shadeLogs, shadePlanks } from '../families/nature/material/timber.ts'
import { shadeIce } from '../families/open/material/ice.ts'
import { shadeLava } from '../families/open/material/lava.ts'
import { shadeUndersurface } from '../families/open/material/undersurface.ts'
import { shadeBillboard } from './billboard.ts'
import { shadeCoat } from './coat.ts'
import { shadeDistrict } from './district.ts'
import { shadeFacade } from './facade.ts'
import type { Material } from './hit.ts'
import { MATERIAL, type MaterialName } from './material-id.ts'
import { shadeEmitter, shadeFoliage, shadeGlass, shadePaint, shadePlain, shadeRoof } from './solids.ts'
import { shadeStreet } from './street.ts'
import { shadeWater } from './water.ts'

const BY_NAME: Record<MaterialName, Material> = {
  facade: shadeFacade,
  roof: shadeRoof,
  plain: shadePlain,
  emitter: shadeEmitter,
  billboard: shadeBillboard,
  street: shadeStreet,
  water: shadeWater,
  foliage: shadeFoliage,
  paint: shadePaint,
  glass: shadeGlass,
  district: shadeDistrict,
  relief: shadeRelief,
  leaves: shadeLeaves,
  crag: shadeCrag,
  dune: shadeDune,
  firn: shadeFirn,
  lake: shadeLake,
  sea: shadeSea,
  bark: shadeBark,
  planks: shadePlanks,
  logs: shadeLogs,
  masonry: shadeMasonry,
  bands: shadeBands,
  cloth: shadeCloth,
  cloud: shadeCloud,
  fall: shadeFall,
  ice: shadeIce,
  lava: shadeLava,
  undersurface: shadeUndersurface,
  houseWall: shadeHouseWall,
  roofTiles: shadeRoofTiles,
  paving: shadePaving,
  books: shadeBooks,
  carpet: shadeCarpet,
  coat: shadeCoat,
}

/** Every material by its id. */
export const MATERIALS: readonly Material[] = (() => {
  const list: Material[] = [BY_NAME.plain]
  for (const name of Object.keys(MATERIAL) as MaterialName[]) list[MATERIAL[name]] = BY_NAME[name]
  return list
})()
