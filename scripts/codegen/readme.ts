import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Config } from '../../backend/src/config.ts'

const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'README.md')
const START = '<!-- configuration: written by npm run codegen -->'
const END = '<!-- end of configuration -->'

/** What a person reads as the default: a value, that the variable must be given, or that it is off. */
function defaultOf(schema: { default?: unknown }): string {
  if (!('default' in schema)) return 'must be given; `npm start` does'
  return schema.default === '' ? 'empty' : `\`${String(schema.default)}\``
}

/** The table of every variable that the backend reads. */
export function configurationTable(): string {
  const rows = Object.entries(Config.properties as Record<string, { description?: string; default?: unknown }>).map(
    ([name, schema]) => `| \`${name}\` | ${(schema.description ?? '').replaceAll('|', '\\|')} | ${defaultOf(schema)} |`,
  )
  return ['| variable | meaning | default |', '| --- | --- | --- |', ...rows].join('\n')
}

/** A text with the table between its marks. Throws when a mark is missing. */
export function withTable(text: string): string {
  const from = text.indexOf(START)
  const to = text.indexOf(END)
  if (from < 0 || to < from) throw new Error('README.md has lost the marks around its configuration table')
  return `${text.slice(0, from + START.length)}\n\n${configurationTable()}\n\n${text.slice(to)}`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync(file, 'utf8')
  const after = withTable(before)
  if (after === before) process.stdout.write('README: the configuration table is up to date\n')
  else if (process.argv.includes('--check')) {
    process.stderr.write('README: the configuration table is old; run npm run codegen\n')
    process.exitCode = 1
  } else {
    writeFileSync(file, after)
    process.stdout.write('README: the configuration table was written\n')
  }
}
