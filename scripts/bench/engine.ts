import { make, parsePlan, understand } from '@daedal/engine/engine'

/** The engine alone, on one core of this process: reading a prompt, and making one picture of each sort at 768², with its model where it has one. Medians. */
const json = process.argv.includes('--json')

function print(name: string, milliseconds: number): void {
  const value = Math.round(milliseconds * 10) / 10
  process.stdout.write(json ? `${JSON.stringify({ name, value, unit: 'ms' })}\n` : `${name.padEnd(32)}${value} ms\n`)
}

function median(runs: number, run: () => unknown): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] as number
}

const longPrompts = { english: 'misty city rain cars night '.repeat(80), chinese: '未来城市里的飞车与高楼龘'.repeat(170) }
for (const [name, prompt] of Object.entries(longPrompts))
  print(
    `engine.understand.${name}`,
    median(25, () => understand({ prompt: prompt.slice(0, 2_000) })),
  )

const made = {
  city: 'a futuristic city at night in the rain',
  'city-day': 'a futuristic city by day',
  'city-ink': 'a futuristic city by day, ink',
  lake: 'a mountain lake at sunrise',
  cabin: 'a cabin in the snow at blue hour',
  islands: 'floating sky islands at dusk, painterly',
  lighthouse: 'a lighthouse in a storm at sea',
  sea: 'a sailing ship on the open sea',
  town: 'a narrow lane in an old town at dusk',
  castle: 'a castle on a hill',
  sword: 'a golden sword',
  potion: 'a glowing blue potion',
  elf: 'a smiling elf with red hair',
  robot: 'a robot with glowing eyes',
  village: 'a walkable village by a lake',
}
for (const [name, prompt] of Object.entries(made)) {
  const plan = parsePlan(understand({ prompt }).plan)
  print(
    `engine.make.${name}`,
    median(3, () => make(plan, 11)),
  )
}
