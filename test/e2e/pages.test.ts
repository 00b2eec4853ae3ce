import AxeBuilder from '@axe-core/playwright'
import { createClient } from '@daedal/sdk/client'
import type { Browser, Page } from 'playwright-core'
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

async function visit(path: string, options: { width?: number; dark?: boolean; language?: string } = {}): Promise<Page> {
  const { width = 1280, dark = false, language = 'en-GB' } = options
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined) // the event stream stays open
  return page
}

const pathOf = (page: string) => (page in paths ? paths[page as keyof typeof paths] : page)
const nameOf = (path: string) => (path === '/' ? 'browse' : path.replace(/^\//, '').replaceAll('/', '-'))

describe.each([
  ['light', 'en-GB', false],
  ['dark', 'zh-CN', true],
] as const)('%s, %s', (theme, language, dark) => {
  it.each([...pages, ...found])('%s has no accessibility violation', async (path) => {
    const page = await visit(pathOf(path), { dark, language })
    try {
      const { violations } = await new AxeBuilder({ page: page as never })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
      await screenshot(page, `${nameOf(path)}-${theme}`)
    } finally {
      await page.context().close()
    }
  })
})

describe('on a phone', () => {
  it.each([...pages, ...found])('%s does not scroll sideways at 390 or 320 px', async (path) => {
    for (const width of [390, 320]) {
      const page = await visit(pathOf(path), { width })
      try {
        const { content, seen, wide } = await page.evaluate(() => {
          const seen = document.documentElement.clientWidth
          const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > seen + 0.5)
          return { content: document.documentElement.scrollWidth, seen, wide: wide.map(({ outerHTML }) => outerHTML.slice(0, 160)) }
        })
        expect(content, `${path} at ${width} px, past the edge: ${wide.join(' | ')}`).toBeLessThanOrEqual(seen)
        if (width === 390) await screenshot(page, `${nameOf(path)}-phone`)
      } finally {
        await page.context().close()
      }
    }
  })
})

it('asks nobody but its own origin', async () => {
  const page = await visit('/')
  const others: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
      others.push(request.url())
  })
  for (const path of [...pages, ...Object.values(paths)]) {
    await page.goto(`${url}${path}`)
    await page.locator('main').waitFor()
  }
  expect(others).toEqual([])
  await page.context().close()
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
  await page.context().close()
})

it('says that there is no such asset, page or job', async () => {
  const page = await visit('/assets/eip155:31337/erc721:0x0000000000000000000000000000000000000001/1')
  await page.getByRole('heading', { name: 'There is no such asset' }).waitFor()
  await page.goto(`${url}/create?job=00000000-0000-4000-8000-000000000000`)
  await page.getByText('GENERATION_UNKNOWN').waitFor()
  await page.context().close()
})
