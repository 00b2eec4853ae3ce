import { rgb } from '../../../../solid/palette.ts'
import type { Paint } from '../../../mesh.ts'
import { barkOf, leaves } from '../paints.ts'
import { CROWNS, NEEDLES } from '../season.ts'
import type { Site } from '../site.ts'

/** Paints of the trees of a site. */
export type TreePaints = { readonly needles: readonly Paint[]; readonly crowns: readonly Paint[]; readonly bark: Paint }

/** Needles and crowns of the season; snow lies on them in winter, or where `snow` says so. */
export function trees({ mesh, season, snowy }: Site, snow = snowy ? 0.9 : 0): TreePaints {
  return {
    needles: NEEDLES.map(([from, to]) => mesh.paint(leaves(from, to, { snow, through: 0.06 }))),
    crowns: CROWNS[season].map(([from, to]) => mesh.paint(leaves(from, to, { snow, through: 0.3 }))),
    bark: mesh.paint(barkOf(rgb('#4a3a30'))),
  }
}
