import { parsePlan, render, understand } from '@daedal/engine/engine'
import { hamming, pdq } from '@daedal/engine/measure/pdq'
import type { PicturePlan } from '@daedal/protocol/generation/plan'

/**
 * How alike pictures of one prompt under 500 seeds are: the pairs whose PDQ fingerprints differ in at most 31 of 256 bits, which is the
 * usual bound of a near-duplicate, the share of seeds that have such a twin, and the least distance. `--seeds=n` draws fewer, `--only=item` those of one kind.
 */
const json = process.argv.includes('--json')
const seeds = Number(process.argv.find((arg) => arg.startsWith('--seeds='))?.slice('--seeds='.length) ?? 500)
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? ''
const NEAR = 31
const SIDE = 192

const prompts = {
  'scene.city': 'A futuristic city with flying cars and towering skyscrapers',
  'scene.lake': 'a mountain lake at sunrise',
  'scene.castle': 'a castle',
  'scene.sea': 'the open sea',
  'item.sword': 'a glowing ancient sword',
  'item.potion': 'a potion',
  'item.ring': 'a golden ring',
  'avatar.elf': 'a smiling elf with red hair',
  'avatar.woman': 'portrait of a woman',
  'avatar.fox': 'a fox in a suit',
}

for (const [name, prompt] of Object.entries(prompts)) {
  if (!name.startsWith(only)) continue
  const plan = parsePlan({ ...understand({ prompt }).plan, size: { w: SIDE, h: SIDE } }) as PicturePlan
  const prints = Array.from({ length: seeds }, (_, seed) => pdq(render(plan, seed)).bits)
  const twins = new Set<number>()
  let near = 0
  let least = 256
  for (let a = 0; a < seeds; a++)
    for (let b = a + 1; b < seeds; b++) {
      const distance = hamming(prints[a] as string, prints[b] as string)
      least = Math.min(least, distance)
      if (distance > NEAR) continue
      near++
      twins.add(a).add(b)
    }
  const pairs = (seeds * (seeds - 1)) / 2
  process.stdout.write(
    json
      ? `${JSON.stringify({ name: `engine.distinct.${name}.pairs`, value: near, unit: 'pairs' })}\n`
      : `${`engine.distinct.${name}`.padEnd(32)}${near} near pairs of ${pairs}, ${twins.size} of ${seeds} seeds have a twin, least distance ${least} (“${prompt}”)\n`,
  )
}
