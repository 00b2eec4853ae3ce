import { rgb } from '../../../solid/palette.ts'
import type { Rgb } from '../../vector.ts'

/** Decides leaves, turf and whether snow lies. */
export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

type Pair = readonly [from: Rgb, to: Rgb]

const pair = (from: string, to: string): Pair => [rgb(from), rgb(to)]

/** Colours of needles, from shade to tip; the same all year. */
export const NEEDLES: readonly Pair[] = [
  pair('#1a2619', '#35462b'),
  pair('#1e2c1c', '#41502f'),
  pair('#16231d', '#2f4231'),
  pair('#28331c', '#4e5a33'),
]

/** Colours of broadleaf crowns. */
export const CROWNS: Readonly<Record<Season, readonly Pair[]>> = {
  spring: [pair('#48642a', '#78904a'), pair('#3c5a2c', '#6a8648'), pair('#b07888', '#dcb4c0')],
  summer: [pair('#30501f', '#62803a'), pair('#385628', '#6a8240'), pair('#2a4824', '#527038')],
  autumn: [pair('#8a4416', '#c47c2c'), pair('#782814', '#b04e22'), pair('#86601a', '#c09a3c'), pair('#524a20', '#7e6e34')],
  winter: [pair('#5a5046', '#8a7c6c'), pair('#4e4a44', '#7c7468')],
}

/** Colours of grass. */
export const TURF: Readonly<Record<Season, Pair>> = {
  spring: pair('#3c5024', '#60743a'),
  summer: pair('#38421f', '#6a6a3c'),
  autumn: pair('#4a4224', '#746036'),
  winter: pair('#8a8468', '#b8b090'),
}

/** Colours of far forest floor and pasture. */
export const FOREST_FLOOR: Readonly<Record<Season, Pair>> = {
  spring: pair('#3e5028', '#606c3c'),
  summer: pair('#3a4426', '#575438'),
  autumn: pair('#54482a', '#7a5c34'),
  winter: pair('#4a4a3c', '#6a6450'),
}
