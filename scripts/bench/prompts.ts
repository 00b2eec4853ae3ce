import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { understand } from '@daedal/engine/engine'

/** Which share of the content words of varied prompts the engine's plans realise. With `--failures` each word that is not is listed. */
const json = process.argv.includes('--json')
const failures = process.argv.includes('--failures')

const promptsOf = (language: string) =>
  readFileSync(join(import.meta.dirname, 'prompts', `${language}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

for (const language of ['english', 'chinese']) {
  const prompts = promptsOf(language)
  let realised = 0
  let content = 0
  for (const prompt of prompts) {
    const answer = understand({ prompt })
    realised += answer.understood
    content += answer.content
    const missed = answer.words.filter(({ understood }) => !understood)
    if (failures && missed.length > 0)
      process.stdout.write(
        `  ${answer.kind.padEnd(6)} ${prompt}: ${missed.map(({ text, nearest }) => text + (nearest ? ` (${nearest.join(', ')})` : '')).join('; ')}\n`,
      )
  }
  const name = `engine.prompts.${language}`
  const value = Math.round((1_000 * realised) / content) / 10
  process.stdout.write(
    json
      ? `${JSON.stringify({ name, value, unit: '%' })}\n`
      : `${name.padEnd(32)}${value} % of ${content} words in ${prompts.length} prompts\n`,
  )
}
