import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = join(import.meta.dirname, 'bootstrap.mjs')
let root: string

/** A checkout with nothing but the way in, one dependency and one task. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daedal-bootstrap-'))
  mkdirSync(join(root, 'scripts', 'dev'), { recursive: true })
  cpSync(script, join(root, 'scripts', 'bootstrap.mjs'))
  writeFileSync(
    join(root, 'scripts', 'dev', 'build.ts'),
    'const answer: string = process.argv.slice(2).join(" ")\nconsole.log("built", answer)\n',
  )
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'checkout', version: '1.0.0', private: true }))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function bootstrap(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'bootstrap.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

describe('bootstrap', () => {
  it('names its tasks when asked for an unknown one', () => {
    const { status, stderr } = bootstrap(['nonsense'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/Unknown task nonsense\. Tasks: start, dev, build, test/)
    expect(bootstrap(['toString']).status).toBe(2)
  })

  it('installs once, runs the task, and installs again when a manifest changes', () => {
    const first = bootstrap(['build', '--flag'])
    expect([first.status, first.stdout]).toEqual([0, expect.stringMatching(/Installing packages .* done\nbuilt --flag/s)])
    const second = bootstrap(['build'])
    expect([second.status, second.stdout]).toEqual([0, 'built \n'])
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'checkout', version: '1.0.1', private: true }))
    expect(bootstrap(['build']).stdout).toContain('Installing packages')
  })

  it('installs again over a half-written stamp', () => {
    bootstrap(['build'])
    const stamp = join(root, 'node_modules', '.daedal-install.json')
    expect(existsSync(stamp)).toBe(true)
    writeFileSync(stamp, readFileSync(stamp, 'utf8').slice(0, 20))
    const { status, stdout } = bootstrap(['build'])
    expect([status, stdout]).toEqual([0, expect.stringContaining('Installing packages')])
  })

  it('does not take the packages of the tests away when something changed', () => {
    const mode = () => JSON.parse(readFileSync(join(root, 'node_modules', '.daedal-install.json'), 'utf8')).mode
    bootstrap(['build'])
    expect(mode()).toBe('run')
    bootstrap(['bench'])
    expect(mode()).toBe('full')
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'checkout', version: '1.0.2', private: true }))
    expect(bootstrap(['build']).stdout).toContain('Installing packages')
    expect(mode()).toBe('full')
  })

  it('says so when the registry cannot be reached', () => {
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ name: 'checkout', version: '1.0.0', private: true, dependencies: { 'is-number': '7.0.0' } }),
    )
    const { status, stderr } = bootstrap(['build'], {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(root, 'cache'),
      npm_config_fetch_retries: '0',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('No network: the package registry cannot be reached.')
  })

  it('passes on the exit code of a task that fails', () => {
    writeFileSync(join(root, 'scripts', 'dev', 'build.ts'), 'process.exit(7)\n')
    expect(bootstrap(['build']).status).toBe(7)
  })
})
