import { smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { gradient2, value2, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from '../../nature/material/tilt.ts'

/**
 * Lava under a crust that breaks. `v` is how molten it is: 0 cold crust, 1 open. Floats: 1–3 crust, 4 brightness, 5 features a metre,
 * 6 how far it is drawn out along z.
 */
export function shadeLava(g: Hit): void {
  const O = g.objs
  const o = g.o
  const f = O[o + 5]!
  const x = g.px * f
  const z = (g.pz * f) / (O[o + 6]! || 1)
  const bend = valueFbm2(x * 0.7 + 3, z * 0.7, 3) * 1.6
  const seam = Math.min(Math.abs(gradient2(x + bend, z - bend)), Math.abs(gradient2(x * 0.43 + bend + 31, z * 0.43 + 7)) * 1.7)
  const fine = Math.abs(gradient2(x * 3.1 + bend * 2, z * 3.1))
  const heat = g.v
  const flow = valueFbm2(x * 0.35 + 9, z * 0.2, 3)
  const open = Math.min(
    1,
    smooth(0.02 + 0.2 * heat, 0, seam) * smooth(0.02, 0.3, heat) +
      smooth(0.1 * heat, 0, fine) * 0.5 * survives(1.2 / f, g.fw) * heat +
      smooth(1.05 - flow * 0.7, 1.5 - flow * 0.7, heat * 1.45),
  )
  const glow = open * (0.25 + 0.75 * open) * O[o + 4]! * (0.7 + 0.6 * flow)
  g.er = 1.15 * glow
  g.eg = (0.11 + 0.27 * open * open) * glow
  g.eb = 0.02 * glow + 0.05 * open * open * open * glow
  const rough = value2(x * 2.2, z * 2.2)
  const broken = Math.min(1, heat * 4)
  tilt(g, (seam - 0.15) * 0.9 * broken + (rough - 0.5) * 0.35, 0, (fine - 0.15) * 0.7 * broken)
  const tone = (0.55 + 0.7 * rough) * (1 - open)
  g.ar = O[o + 1]! * tone
  g.ag = O[o + 2]! * tone
  g.ab = O[o + 3]! * tone
  g.f0 = 0.04
  g.gloss = 0.45 * (1 - open)
  g.refl = 0.4 * (1 - open)
}
