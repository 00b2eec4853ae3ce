import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where a Chromium is, and what its process needs in the environment. */
type FoundBrowser = { path: string; env: Record<string, string>; from: string }

/** Unpacks the Chromium that ships inside an npm package: into a private folder first, then by rename, so that parallel runs are safe. */
function unpackFromNpm(): FoundBrowser {
  const home = dirname(require.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(readFileSync(join(home, '../package.json'), 'utf8')) as { version: string }
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'daedal-chromium', version)
  if (!existsSync(join(folder, 'chromium'))) {
    const scratch = `${folder}.${process.pid}`
    mkdirSync(scratch, { recursive: true })
    const unpack = "const m = (await import('@sparticuz/chromium')).default; await m.executablePath()"
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: scratch, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error('the Chromium inside @sparticuz/chromium could not be unpacked')
    const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`
    mkdirSync(join(scratch, 'fonts'), { recursive: true })
    writeFileSync(join(scratch, 'fonts', 'fonts.conf'), fonts)
    try {
      renameSync(scratch, folder)
    } catch {
      rmSync(scratch, { recursive: true, force: true }) // another run was first; its copy is the same
    }
  }
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
    from: `npm ${version}`,
  }
}

/** CHROME_PATH, else playwright's own, else the one from npm (linux x64), else one of the system's. */
export function findBrowser(): FoundBrowser {
  if (process.env.CHROME_PATH) return { path: process.env.CHROME_PATH, env: {}, from: 'CHROME_PATH' }
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath(), env: {}, from: 'playwright' }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackFromNpm()
  const path = systemBrowsers.find((candidate) => existsSync(candidate))
  if (path) return { path, env: {}, from: 'system' }
  throw new Error('No Chromium was found. Install Chrome, or set CHROME_PATH to its executable.')
}

/** Launches a headless Chromium that draws WebGL in software and renders text the same everywhere. */
export function launchBrowser(): Promise<Browser> {
  const { path, env } = findBrowser()
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--disable-lcd-text',
    ],
  })
}
