import { spawnSync } from 'node:child_process'
import { modelOfAvatar } from '@daedal/engine/avatar/model-of-avatar'
import { make, parsePlan, render, understand } from '@daedal/engine/engine'
import { modelOfItem } from '@daedal/engine/item/model-of-item'
import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import type { ItemPlan } from '@daedal/protocol/generation/item-plan'
import { formatSizes } from '@daedal/protocol/generation/origin'
import type { GenerationPlan, PicturePlan } from '@daedal/protocol/generation/plan'
import { sceneCompositions, sceneFamilies, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { worldPlaces } from '@daedal/protocol/generation/world-plan'

/**
 * The engine alone, on one core of this process: reading a prompt; pictures of each family and style at 768²; models and worlds; the
 * longest time for which a drawing does not ask whether to stop; and what a process that draws holds of memory. The shortest of four runs,
 * since the machine is shared and its speed drifts by half within minutes.
 * Times are what the main thread took of a core, not the clock's, so that other work on the machine counts for little; the clock's where Node
 * cannot tell (before 23.9).
 * `--only=scene` runs the figures whose names go on like that after `engine.`.
 */
const json = process.argv.includes('--json')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? ''
const SEED = 11

/** What `--memory=` runs in a process of its own: the same thing three times. */
const alone = process.argv.find((arg) => arg.startsWith('--memory='))?.slice('--memory='.length)

const planOf = (prompt: string, changes: Record<string, unknown> = {}) => parsePlan({ ...understand({ prompt }).plan, ...changes })

const items = ['sword', 'potion', 'violin', 'chest', 'cake', 'cat', 'fishbowl', 'bicycle']
const sitters = {
  woman: 'portrait of a woman',
  elf: 'a smiling elf with red hair',
  fox: 'a fox in a suit',
  robot: 'a robot with glowing eyes',
}

function print(name: string, value: number, unit: string): void {
  const rounded = Math.round(value * 10) / 10
  const line = { name: `engine.${name}.${unit.toLowerCase()}`, value: rounded, unit }
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${line.name.padEnd(44)}${rounded} ${unit}\n`)
}

/** Milliseconds the main thread has worked. */
function worked(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** The shortest of `runs`: what the work takes where no neighbour on the machine slows it down. The first warms up. */
function time(name: string, run: () => unknown, runs = 4): void {
  if (!name.startsWith(only)) return
  const times = Array.from({ length: runs }, () => {
    const from = worked()
    run()
    return worked() - from
  })
  print(name, Math.min(...times), 'ms')
}

/** The longest time between two questions whether to stop: what a cancelled drawing goes on for at most. */
function longestSilence(name: string, plan: GenerationPlan): void {
  if (!name.startsWith(only)) return
  make(plan, SEED)
  let last = worked()
  let longest = 0
  const heard = () => {
    longest = Math.max(longest, worked() - last)
    last = worked()
  }
  make(plan, SEED, {
    shouldStop() {
      heard()
      return false
    },
  })
  heard()
  print(name, longest, 'ms')
}

const everySort: Record<string, () => GenerationPlan> = {
  scene: () => planOf('a futuristic city at night in the rain'),
  wide: () => planOf('a castle on a hill', { size: formatSizes.wide }),
  item: () => planOf('a golden sword'),
  avatar: () => planOf(sitters.elf),
  world: () => planOf('a walkable village by a lake'),
}

if (alone) {
  const plan = (everySort[alone] as () => GenerationPlan)()
  for (const seed of [1, 2, 3]) make(plan, seed)
  process.stdout.write(String(process.resourceUsage().maxRSS / 1_000))
  process.exit()
}

const longPrompts = { english: 'misty city rain cars night '.repeat(80), chinese: '未来城市里的飞车与高楼龘'.repeat(170) }
for (const [language, prompt] of Object.entries(longPrompts))
  time(`understand.${language}`, () => understand({ prompt: prompt.slice(0, 2_000) }), 25)

for (const family of sceneFamilies)
  for (const composition of sceneCompositions[family]) {
    const plan = planOf('a lake', { family, composition, hero: '', features: [], things: [], time: 'day' }) as PicturePlan
    time(`scene.768.${family}.${composition}`, () => render(plan, SEED))
  }
for (const style of sceneStyles) {
  const plan = planOf('a lighthouse in a storm', { style }) as PicturePlan
  time(`scene.768.style.${style}`, () => render(plan, SEED))
}
time('scene.1536.castle', () => render(everySort.wide?.() as PicturePlan, SEED))
for (const item of items) {
  const plan = planOf('a sword', { item, form: '' }) as ItemPlan
  time(`item.768.${item}`, () => render(plan, SEED))
  time(`glb.${item}`, () => modelOfItem(plan, SEED))
}
for (const [name, prompt] of Object.entries(sitters)) {
  const plan = planOf(prompt) as AvatarPlan
  time(`portrait.768.${name}`, () => render(plan, SEED))
  time(`vrm.${name}`, () => modelOfAvatar(plan, SEED))
}
for (const place of worldPlaces) {
  const plan = planOf('a walkable village', { place, layout: '', props: [] })
  time(`world.${place}`, () => make(plan, SEED))
}
for (const [name, plan] of Object.entries(everySort)) longestSilence(`stop.${name}`, plan())
for (const name of Object.keys(everySort)) {
  if (!`memory.${name}`.startsWith(only)) continue
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', import.meta.filename, `--memory=${name}`],
    {
      encoding: 'utf8',
    },
  )
  if (!(Number(stdout) > 0)) throw new Error(`memory of ${name}: ${stderr}`)
  print(`memory.${name}`, Number(stdout), 'MB')
}
