import { spawnSync } from 'node:child_process'
import { modelOfAvatar } from '@daedal/engine/avatar/model-of-avatar'
import { make, parsePlan, render, understand } from '@daedal/engine/engine'
import { KINDS } from '@daedal/engine/item/kinds'
import { modelOfItem } from '@daedal/engine/item/model-of-item'
import { noise3 } from '@daedal/engine/math/lattice'
import type { AvatarPlan } from '@daedal/protocol/generation/avatar-plan'
import { type ItemKind, type ItemPlan, itemKinds } from '@daedal/protocol/generation/item-plan'
import { formatSizes } from '@daedal/protocol/generation/origin'
import type { GenerationPlan, PicturePlan } from '@daedal/protocol/generation/plan'
import { sceneCompositions, sceneFamilies, sceneStyles } from '@daedal/protocol/generation/scene-plan'
import { worldPlaces } from '@daedal/protocol/generation/world-plan'
import { YOUNG_MB } from '../../backend/src/adapters/jobs/draw-pool.ts'
import { mostHeld } from './most-held.ts'

/**
 * The engine alone, on one core of this process: reading a prompt; pictures of each family and style at 768²; models and worlds; the
 * longest time for which a drawing does not ask whether to stop; and what a process that draws holds of memory.
 * Times are what the main thread took of a core, not the clock's; the clock's where Node cannot tell (before 23.9). A shared machine still
 * drifts to half its speed within minutes, so a yardstick of fixed work is timed beside each run: the figure is the shortest of at least four
 * runs, at most ten, until three had the machine at its full speed. Where none had, the figure says at what share of it the best was run.
 * `--only=scene` runs the figures whose names go on like that after `engine.`; `--forms` adds every form of every item, the shorter of two
 * runs each: five minutes for the models, fifteen for the pictures.
 */
const json = process.argv.includes('--json')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? ''
const SEED = 11

/** What `--memory=` runs in a process of its own: the same thing three times. */
const alone = process.argv.find((arg) => arg.startsWith('--memory='))?.slice('--memory='.length)

const planOf = (prompt: string, changes: Record<string, unknown> = {}) => parsePlan({ ...understand({ prompt }).plan, ...changes })

const items: readonly [ItemKind, string][] = [
  ...(['sword', 'potion', 'violin', 'chest', 'cake', 'cat', 'fishbowl', 'bicycle'] as const).map((item): [ItemKind, string] => [item, '']),
  ...(process.argv.includes('--forms') ? itemKinds : []).flatMap((item) =>
    KINDS[item].forms.map((form): [ItemKind, string] => [item, form]),
  ),
]
const sitters = {
  woman: 'portrait of a woman',
  elf: 'a smiling elf with red hair',
  fox: 'a fox in a suit',
  robot: 'a robot with glowing eyes',
}

/** @param speed the machine's, as a share of its full one */
function print(name: string, value: number, unit: string, speed = 1): void {
  const rounded = Math.round(value * 10) / 10
  const line = {
    name: `engine.${name}.${unit.toLowerCase()}`,
    value: rounded,
    unit,
    ...(speed < FULL && { speed: Math.round(speed * 100) / 100 }),
  }
  const note = speed < FULL ? ` at ${Math.round(speed * 100)} % of the machine's speed` : ''
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${line.name.padEnd(44)}${rounded} ${unit}${note}\n`)
}

/** Milliseconds the main thread has worked. */
function worked(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Share of the machine's full speed that still counts as full. */
const FULL = 0.87

/** Milliseconds of the yardstick when the machine was at its fastest. */
let fastest = Infinity

/** The machine's speed just now, as a share of the fastest that was seen: how long it takes to sum noise. */
function paceNow(): number {
  const from = worked()
  let sum = 0
  for (let i = 0; i < 1_200_000; i++) sum += noise3(i * 0.37, i * 0.011, 0.5)
  if (!(sum > 0)) throw new Error('the yardstick was not run')
  const took = worked() - from
  fastest = Math.min(fastest, took)
  return fastest / took
}

/** What the work takes where no neighbour on the machine slows it down; short work is done `times` times. The first run warms up. */
function time(name: string, run: () => unknown, times = 1, least = 4, most = 10): void {
  if (!name.startsWith(only)) return
  let shortest = Infinity
  let speed = 0
  for (let count = 0, quiet = 0; count < least || (count < most && quiet < 3); count++) {
    const before = paceNow()
    const from = worked()
    for (let i = 0; i < times; i++) run()
    const took = (worked() - from) / times
    const pace = Math.min(before, paceNow())
    if (pace >= FULL) quiet++
    if (took < shortest) {
      shortest = took
      speed = pace
    }
  }
  print(name, shortest, 'ms', speed)
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
  woods: () => planOf('a cabin', { family: 'cabin', composition: 'clearing', size: formatSizes.wide }),
  item: () => planOf('a golden sword'),
  avatar: () => planOf(sitters.elf),
  world: () => planOf('a walkable village by a lake'),
}

if (alone) {
  const plan = (everySort[alone] as () => GenerationPlan)()
  for (const seed of [1, 2, 3]) make(plan, seed)
  process.stdout.write(String(mostHeld()))
  process.exit()
}

const longPrompts = { english: 'misty city rain cars night '.repeat(80), chinese: '未来城市里的飞车与高楼龘'.repeat(170) }
for (const [language, prompt] of Object.entries(longPrompts))
  time(`understand.${language}`, () => understand({ prompt: prompt.slice(0, 2_000) }), 50)

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
for (const [item, form] of items) {
  const plan = planOf('a sword', { item, form }) as ItemPlan
  const name = form === '' ? item : `${item}.${form}`
  const runs: [number, number] = form === '' ? [4, 10] : [2, 2]
  time(`item.768.${name}`, () => render(plan, SEED), 1, ...runs)
  time(`glb.${name}`, () => modelOfItem(plan, SEED), 1, ...runs)
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
    // as the threads that draw: the young generation is three times as large as one of its halves
    ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${YOUNG_MB / 3}`, import.meta.filename, `--memory=${name}`],
    {
      encoding: 'utf8',
    },
  )
  if (!(Number(stdout) > 0)) throw new Error(`memory of ${name}: ${stderr}`)
  print(`memory.${name}`, Number(stdout), 'MB')
}
