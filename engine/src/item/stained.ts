import { plain } from '../solid/material/plain.ts'
import type { Opaque } from '../solid/render/part.ts'
import type { Bench } from './bench.ts'

/** Wood that is painted over where the plan names a colour. */
export const stained = (bench: Bench, early?: string, late?: string, along?: 'x' | 'y'): Opaque =>
  bench.coloured ? plain(bench.fabric, { rough: 0.35, coat: 0.5 }) : bench.timber(early, late, along)
