import { rgb } from '../../../solid/palette.ts'
import { mushroom } from '../../kit/mushroom.ts'
import { scatter } from '../../scatter.ts'
import type { World } from '../../world.ts'
import { strew as strewGreen } from '../village/site.ts'

export const CAPS = ['#c8392f', '#d9643a', '#b5477a', '#8a4fa3', '#d99a2b', '#3f7fa8'].map(rgb)

/** What grows round a village, and mushrooms, some of which glow. */
export function strew(world: World, trees: number): void {
  scatter(world, { name: 'mushrooms', count: 13, radius: 0.8 }, (x, z, random) => {
    const r = random.range(0.35, 0.9)
    const spot = mushroom(world, x, z, r * random.range(1, 1.6), r, random.pick(CAPS), { sides: 6, spots: r > 0.6 ? 5 : 0 })
    if (random.chance(0.4)) spot.light([0, r, 0], [0.3, 1.2, 1.3], 4, { shaded: false })
  })
  strewGreen(world, trees)
}
