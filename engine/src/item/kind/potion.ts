import { atan2, saturate, sin, smooth } from '../../math/dmath.ts'
import { fbm3, noise3, voronoi3 } from '../../math/lattice.ts'
import { place, smoothMin } from '../../solid/field/combine.ts'
import type { Field } from '../../solid/field/field.ts'
import { catmullRom, extrude, lathe, polygon } from '../../solid/field/outline.ts'
import { box, length2, torus } from '../../solid/field/shapes.ts'
import { glass } from '../../solid/material/clear.ts'
import { cloth } from '../../solid/material/organic.ts'
import { finish, plain } from '../../solid/material/plain.ts'
import { rgb } from '../../solid/palette.ts'
import { bump, emit, facing, paint, tint } from '../../solid/render/surface.ts'
import type { Bench } from '../bench.ts'
import type { Kind } from '../kind.ts'

const { abs, max, min } = Math

/** Half outlines of bottles as (radius, height). */
const PROFILES: Record<string, readonly (readonly [number, number])[]> = {
  round: [
    [0, -0.72],
    [0.4, -0.72],
    [0.56, -0.6],
    [0.62, -0.3],
    [0.52, 0],
    [0.28, 0.2],
    [0.17, 0.32],
    [0.15, 0.58],
    [0.2, 0.62],
  ],
  conical: [
    [0, -0.72],
    [0.3, -0.72],
    [0.58, -0.66],
    [0.52, -0.4],
    [0.3, -0.02],
    [0.17, 0.25],
    [0.15, 0.6],
    [0.21, 0.64],
  ],
  straight: [
    [0, -0.72],
    [0.42, -0.72],
    [0.46, -0.64],
    [0.46, -0.1],
    [0.42, 0.06],
    [0.2, 0.18],
    [0.16, 0.3],
    [0.16, 0.58],
    [0.21, 0.62],
  ],
}
const CORK = rgb('#c08c58')
const CORK_PITS = rgb('#5d3a1f')
const corkGrain: Field = (x, y, z) => fbm3(x * 16, y * 16, z * 16, 2) * 0.1

export const cork = finish(CORK, (s) => {
  paint(s, CORK)
  tint(s, CORK_PITS, smooth(0.5, 0.7, fbm3(s.x * 14, s.y * 14, s.z * 14, 3)))
  s.rough = 0.9
  bump(s, 0.1, corkGrain)
})

/** Right half of a heart, from its notch down to its point. */
const HEART = catmullRom(
  [
    [0, 0.1],
    [0.2, 0.28],
    [0.46, 0.26],
    [0.62, 0],
    [0.5, -0.32],
    [0.24, -0.58],
    [0, -0.74],
  ],
  5,
)
const heart = polygon(
  [
    ...HEART,
    ...HEART.slice(1, -1)
      .toReversed()
      .map(([x, y]) => [-x!, y!]),
  ].flat(),
)

/** A heart-shaped bottle with a round neck, `inset` from its outside. */
const heartBottle = (inset: number): Field => {
  const body = extrude((x, y) => heart(x, y) + inset, 0.3 - inset, 0.2)
  return (x, y, z) => {
    const neck = max(length2(x, z) - 0.15 + inset - 0.05 * smooth(0.56, 0.62, y), abs(y - 0.36) - 0.25)
    return smoothMin(body(x, y, z), neck, 0.12) * 0.9
  }
}

/** What stands a bottle up that has a point below. */
function addRest(bench: Bench): void {
  const ring: Field = (x, y, z) => length2(length2(x, z) - 0.24, y + 0.7) - 0.055
  bench.add('rest', ring, [0, -0.7, 0, 0.32], bench.fitting({ rough: 0.16 }))
}

export const potion: Kind = {
  forms: ['round', 'conical', 'straight', 'heart'],
  build(bench) {
    const outline = catmullRom(PROFILES[bench.form] ?? PROFILES.round!, 6)
    const level = bench.random.range(-0.2, 0)
    const hollow = outline.map(([r, h]) => [max(0, r! - 0.045), h! + (h! < -0.65 ? 0.05 : 0)]).filter(([, h]) => h! < level + 0.2)
    const hearty = bench.form === 'heart'
    const inner = hearty ? heartBottle(0.045) : lathe(hollow)
    const hue = bench.accent
    if (hearty) addRest(bench)
    bench.add(
      'glass',
      hearty ? heartBottle(0) : lathe(outline),
      [0, -0.05, 0, 0.95],
      glass([0.6, 0.7, 0.7], [0.93, 0.97, 0.97], 1.16, 0.04),
    )
    const swirling = finish(hue, (s) => {
      const { x, y, z } = s
      const cloud = fbm3(x * 3 + 2 * noise3(y * 2, x, z), y * 2.2, z * 3, 3)
      const deep = smooth(level, -0.75, y)
      const top = smooth(level - 0.05, level, y)
      paint(s, hue)
      const light = 0.1 + 0.75 * smooth(0.38, 0.68, cloud) * (1 - deep * 0.75) + top * 0.3 - 0.05 * deep
      emit(s, hue, light * (0.35 + 0.85 * facing(s)) * bench.brilliance)
      const wall = voronoi3(x * 9, y * 7, z * 9, s.cell)
      if (s.cell.id > 0.8) emit(s, [1, 1, 1], smooth(0.35, 0.5, wall) * 0.25)
      s.rough = 0.2
      s.coat = 0.4
      s.soften = 1
    })
    bench.add('liquid', (x, y, z) => max(inner(x, y, z), y - level - 0.012 * sin(x * 9 + 1)), [0, -0.3, 0, 0.75], swirling)
    bench.add('cork', (x, y, z) => max(length2(x, z) - 0.125 - (y - 0.6) * 0.12, abs(y - 0.7) - 0.13) - 0.012, [0, 0.7, 0, 0.25], cork)
    bench.add(
      'cord',
      (x, y, z) => min(torus(x, y - 0.4, z, 0.175, 0.025), torus(x, y - 0.44, z, 0.172, 0.022)) + 0.004 * sin(atan2(z, x) * 40),
      [0, 0.42, 0, 0.25],
      cloth(rgb('#a8804c')),
    )
    const tag: Field = (x, y, z) => max(box(x, y, z, 0.11, 0.15, 0.012, 0.01), 0.02 - length2(x, y - 0.1))
    bench.add(
      'tag',
      place(tag, 0.24, 0.2, 0.26, -0.5, 0.5, -0.2),
      [0.24, 0.2, 0.26, 0.25],
      plain(rgb('#ead9ae'), { rough: 0.9, soften: 0.4 }),
    )
    bench.addLamp({ at: [0, -0.3, 0], colour: hue, strength: saturate(0.5 * bench.brilliance), falloff: 2.5 })
    return { yaw: 0.3, pitch: 0.14, half: 1.14, aimY: -0.02, stands: hearty ? -0.755 : -0.72 }
  },
}
