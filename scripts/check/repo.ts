import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brokenRules } from './repo-rules.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
const files = tracked
  .filter((path) => /\.(ts|tsx|mts|mjs|js|sol|md|css|json|html)$/.test(path) && existsSync(join(root, path)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
if (files.length === 0) throw new Error('no tracked file was found: the check would check nothing')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const broken = brokenRules(files, { exists: (path) => existsSync(join(root, path)), rootScripts: new Set(Object.keys(scripts)) })
for (const line of broken) process.stdout.write(`${line}\n`)
process.stdout.write(`${files.length} files, ${broken.length} broken rules\n`)
process.exit(broken.length === 0 ? 0 : 1)
