import { createHash } from 'node:crypto'
import { parsePlan, render, understand } from '@daedal/engine/engine'
import { type ScenePlan, sceneCompositions, sceneFamilies, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { mostHeld } from '../../scripts/bench/most-held.ts'

/** Prints, as JSON, a hash of every scene composition in every style at full size, and the most memory that was resident. */
const base = understand({ prompt: 'a city' }).plan
const hashes: Record<string, string> = {}
for (const family of sceneFamilies)
  for (const composition of sceneCompositions[family])
    for (const style of sceneStyles) {
      const plan = parsePlan({ ...base, kind: 'scene', family, composition, style, size: { w: 768, h: 768 } }) as ScenePlan
      hashes[`${family} ${composition} ${style}`] = createHash('sha256').update(render(plan, 11).rgba).digest('hex')
    }
process.stdout.write(JSON.stringify({ hashes, megabytes: Math.round(mostHeld()) }))
