import { mix, saturate, smooth } from '../../../../math/dmath.ts'
import type { Hit } from '../../../material/hit.ts'
import { type Slope, slopeFbm3, value2, valueFbm2 } from '../../../noise.ts'
import { survives, tilt } from './tilt.ts'

const broad: Slope = { value: 0, x: 0, y: 0, z: 0 }
const close: Slope = { value: 0, x: 0, y: 0, z: 0 }

/**
 * Rock, grass, wet shore and snow by slope and height.
 * Floats: 0–2 rock, 3–5 grass, 6–8 second grass, 9 snow line, 10 snow band, 11 shore height, 12 shore band, 13 scale, 14 bump, 15 how much rock.
 */
export function shadeRelief(g: Hit): void {
  const O = g.objs
  const o = g.o
  const scale = O[o + 13]!
  const x = g.px / scale
  const y = g.py / scale
  const z = g.pz / scale
  const width = g.fw / scale
  const octaves = width < 2.5 ? 4 : 2
  const step = 0.35 + width
  slopeFbm3(x * 0.16, y * 0.22, z * 0.16, octaves, step * 0.16, broad)
  const base = broad.value
  const slope = g.ny
  const lean = O[o + 15]!
  const rock = 1 - smooth(0.62 + lean, 0.85 + lean, slope + (base - 0.5) * 0.35)
  const bump = (O[o + 14]! * (0.25 + 0.75 * rock)) / (1 + width * 0.6)
  let sx = broad.x * 0.16 * bump * 1.6
  let sz = broad.z * 0.16 * bump * 1.6
  let fine = 0.5
  const near = survives(0.5, g.fw)
  if (near > 0.05) {
    const grain = survives(0.08, g.fw)
    slopeFbm3(g.px * 2.1, g.py * 2.1, g.pz * 2.1, 4, 0.16, close)
    const d = grain > 0.05 ? value2(g.px * 37, g.pz * 37 + g.py * 23) - 0.5 : 0
    fine = mix(0.5, close.value + d * grain * 0.34, near)
    sx += close.x * 0.16 * near * (1.6 + 2.4 * rock) + d * grain * 0.12
    sz += close.z * 0.16 * near * (1.6 + 2.4 * rock) - d * grain * 0.1
  }
  tilt(g, sx, 0, sz)
  const strata = value2(y * 0.35 + base * 5, 3.3 + x * 0.01)
  const tone = 0.55 + 0.5 * base + 0.3 * strata + (fine - 0.5) * 0.5
  const patch = saturate(valueFbm2(x * 0.045, z * 0.045, 3) * 1.8 - 0.4)
  const turf = 0.62 + 0.76 * fine
  const shoreBand = 1 - smooth(O[o + 11]!, O[o + 11]! + O[o + 12]!, g.py + (base - 0.5) * 3 * O[o + 12]!)
  const wet = 1 - smooth(0.02, 0.4, g.py)
  let r = mix(mix(O[o + 3]!, O[o + 6]!, patch) * turf, O[o]! * tone, rock)
  let q = mix(mix(O[o + 4]!, O[o + 7]!, patch) * turf, O[o + 1]! * tone, rock)
  let b = mix(mix(O[o + 5]!, O[o + 8]!, patch) * turf, O[o + 2]! * tone, rock)
  if (shoreBand > 0) {
    const pebble = (0.55 + 0.9 * fine) * (1 - 0.5 * wet * smooth(-0.5, 0, g.py))
    r = mix(r, 0.17 * pebble, shoreBand)
    q = mix(q, 0.15 * pebble, shoreBand)
    b = mix(b, 0.12 * pebble, shoreBand)
  }
  if (O[o + 9]! < 1e5) {
    const snow =
      smooth(-0.1, 0.12, (g.py - O[o + 9]!) / O[o + 10]! + (base - 0.5) * 0.9 + (slope - 0.66) * 1.5) *
      smooth(0.36, 0.62, slope + (base - 0.5) * 0.25)
    r = mix(r, 0.86, snow)
    q = mix(q, 0.89, snow)
    b = mix(b, 0.94, snow)
    g.wrap = 0.25 * snow
  }
  g.ar = r
  g.ag = q
  g.ab = b
}
