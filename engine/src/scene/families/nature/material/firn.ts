import { smooth } from '../../../../math/dmath.ts'
import { hash3 } from '../../../../math/lattice.ts'
import type { Hit } from '../../../material/hit.ts'
import { gradient2, value2 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

/** Snow with wind crust and glints near the eye. */
export function shadeFirn(g: Hit): void {
  const near = survives(0.3, g.fw)
  const crust = value2(g.px * 0.35, g.pz * 0.9 + 4)
  const a = gradient2(g.px * 0.5, g.pz * 0.5) * 0.12 + gradient2(g.px * 3, g.pz * 4.5) * 0.1 * near * crust
  const b = gradient2(g.px * 0.5 + 33, g.pz * 0.5) * 0.12 + gradient2(g.px * 3 + 9, g.pz * 4.5) * 0.09 * near * crust
  const c = near > 0.05 ? (value2(g.px * 40, g.pz * 40) - 0.5) * 0.16 * survives(0.04, g.fw) : 0
  tilt(g, -a + c, 0, -b - c)
  const tone = 0.93 + 0.1 * (value2(g.px * 0.6, g.pz * 0.6) - 0.5) + c * 0.3
  g.ar = 0.84 * tone
  g.ag = 0.88 * tone
  g.ab = 0.95 * tone
  g.wrap = 0.2
  if (g.fw < 0.03 && hash3(g.px * 45, g.pz * 45, 3) > 0.9975 - 0.002 * smooth(0.02, 0, g.fw)) {
    g.er = 0.5 * g.frame.sunColour[0]
    g.eg = 0.5 * g.frame.sunColour[1]
    g.eb = 0.5 * g.frame.sunColour[2]
  }
}
