import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildFrontend } from '../dev/build.ts'

/** Kilobytes of JavaScript that a page may load before it is usable. */
export const INITIAL_LIMIT_KB = 140

/** What Vite writes about each chunk: its file, what it loads with it, and what only when it is asked for. */
type Manifest = Record<string, { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }>

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'frontend', 'dist')

/** Pages and the module that each loads. */
const pages = { browse: 'src/tokens/browse-page.tsx', asset: 'src/tokens/asset-page.tsx' } as const

/** Files of JavaScript that a page needs first: the entry, the page's module, and all that these import at once. */
export function initialFiles(manifest: Manifest, page: string): string[] {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (!entry || !manifest[page]) throw new Error(`the manifest has no entry, or no ${page}`)
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const other of manifest[key]?.imports ?? []) visit(other)
  }
  visit(entry)
  visit(page)
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'))
}

/** Size of files as a server sends them, in kB (1,000 bytes). */
const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1_000

if (process.argv[1] && process.argv[1] === fileURLToPath(import.meta.url)) {
  const json = process.argv.includes('--json')
  await buildFrontend()
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest
  for (const [name, module] of Object.entries(pages)) {
    const files = initialFiles(manifest, module)
    const value = Math.round(sizeOf(files) * 10) / 10
    if (json) process.stdout.write(`${JSON.stringify({ name: `web.initial.${name}`, value, unit: 'kB' })}\n`)
    else
      process.stdout.write(
        `  ${name.padEnd(8)} ${value.toFixed(1).padStart(7)} kB of JavaScript, gzip, in ${files.length} files; at most ${INITIAL_LIMIT_KB}\n`,
      )
    if (value > INITIAL_LIMIT_KB) process.exitCode = 1
  }
}
