import AxeBuilder from '@axe-core/playwright'
import { createClient } from '@daedal/sdk/client'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { screenshot } from './screenshots.ts'

const url = inject('url')
const pages = [
  '/',
  '/auctions',
  '/rentals',
  '/drops',
  '/drops/new',
  '/currencies',
  '/create',
  '/portfolio',
  '/activity',
  '/personas',
  '/nowhere',
] as const
/** Pages whose address is known only when the product runs. */
const found = ['asset', 'auction', 'rented', 'drop', 'currency'] as const
let browser: Browser
const paths = { asset: '', auction: '', rented: '', drop: '', currency: '' }

beforeAll(async () => {
  browser = await launchBrowser()
  const api = createClient({ baseUrl: url })
  const [assets, auctions, rented, drops, currencies] = await Promise.all([
    api.assets({ forSale: true, limit: 1 }),
    // Another file may have moved the time on, so that what the samples began is over.
    api.auctions({ limit: 100 }),
    api.tenancies({ limit: 1 }),
    api.drops({ limit: 100 }),
    api.currencies(),
  ])
  paths.asset = `/assets/${assets.data[0]!.id}`
  paths.currency = `/currencies/${currencies.data[0]!.address}`
  paths.auction = `/auctions/${auctions.data.at(-1)!.id}`
  paths.rented = `/assets/${rented.data[0]!.asset}`
  // The first that was laid down is the sample's, which everything is known of.
  paths.drop = `/drops/${drops.data.at(-1)!.id}`
})
afterAll(async () => {
  await browser?.close()
})

type Look = { width?: number; dark?: boolean; language?: string }
/** Pages that look alike share what the browser keeps: only the first of them has everything to load. */
const contexts = new Map<string, Promise<BrowserContext>>()
/** Every address that was asked for, of every page that is visited. */
const asked = new Set<string>()

async function openContext({ width = 1280, dark = false, language = 'en-GB' }: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    reducedMotion: 'reduce',
  })
  context.on('request', (request) => asked.add(request.url()))
  return context
}

async function visit(path: string, look: Look = {}): Promise<Page> {
  const key = JSON.stringify(look)
  const context = contexts.get(key) ?? openContext(look)
  contexts.set(key, context)
  const page = await (await context).newPage()
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined) // the event stream stays open
  return page
}

const pathOf = (page: string) => (page in paths ? paths[page as keyof typeof paths] : page)
const nameOf = (path: string) => (path === '/' ? 'browse' : path.replace(/^\//, '').replaceAll('/', '-'))

describe.concurrent.each([
  ['light', 'en-GB', false],
  ['dark', 'zh-CN', true],
] as const)('%s, %s', (theme, language, dark) => {
  it.each([...pages, ...found])('%s has no accessibility violation', async (path) => {
    const page = await visit(pathOf(path), { dark, language })
    const { violations } = await new AxeBuilder({ page: page as never })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
    await screenshot(page, `${nameOf(path)}-${theme}`)
    await page.close()
  })
})

describe.concurrent('on a phone', () => {
  it.each([...pages, ...found])('%s does not scroll sideways at 390 or 320 px', async (path) => {
    const page = await visit(pathOf(path), { width: 390 })
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 900 })
      const { content, seen, wide } = await page.evaluate(async () => {
        await new Promise(requestAnimationFrame)
        const seen = document.documentElement.clientWidth
        const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > seen + 0.5)
        return { content: document.documentElement.scrollWidth, seen, wide: wide.map(({ outerHTML }) => outerHTML.slice(0, 160)) }
      })
      expect(seen).toBe(width)
      expect(content, `${path} at ${width} px, past the edge: ${wide.join(' | ')}`).toBeLessThanOrEqual(seen)
      if (width === 390) await screenshot(page, `${nameOf(path)}-phone`)
    }
    await page.close()
  })
})

it('asks nobody but its own origin', () => {
  // of everything above: each page in both languages, and on a phone
  for (const path of [...pages, ...Object.values(paths)]) expect(asked).toContain(`${url}${path}`)
  const own = [url, 'data:', `blob:${url}`]
  expect([...asked].filter((address) => !own.some((start) => address.startsWith(start)))).toEqual([])
})

it('works by keyboard: skip link, search, a card, and back', async () => {
  const page = await visit('/')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('sword')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('q=sword')
  // What was found takes the place of what was shown: a card that had the focus may be gone when the key comes.
  await expect
    .poll(async () => {
      if (!page.url().includes('/assets/')) await page.locator('.card a').first().press('Enter')
      return page.url()
    })
    .toContain('/assets/')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.close()
})

it('says that there is no such asset, page or job', async () => {
  const page = await visit('/assets/eip155:31337/erc721:0x0000000000000000000000000000000000000001/1')
  await page.getByRole('heading', { name: 'There is no such asset' }).waitFor()
  await page.goto(`${url}/create?job=00000000-0000-4000-8000-000000000000`)
  await page.getByText('GENERATION_UNKNOWN').waitFor()
  await page.close()
})
