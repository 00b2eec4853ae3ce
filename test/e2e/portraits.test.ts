import { createClient } from '@daedal/sdk/client'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { screenshot } from './screenshots.ts'
import { confirm, connectHere } from './wallet-driver.ts'

const PROMPT = 'portrait of a smiling old fisherman with a hearing aid'
const url = inject('url')
const api = createClient({ baseUrl: url })

let browser: Browser
let page: Page
let asset = ''

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' })).newPage()
})
afterAll(async () => {
  await browser?.close()
})

it('takes words about somebody for a portrait, whose plan can be changed', async () => {
  await page.goto(`${url}/create`)
  await page.getByLabel('What should be made?').fill(PROMPT)
  await page.getByText('Change the plan').click()
  await expect.poll(() => page.getByRole('radio', { name: 'Avatar' }).isChecked()).toBe(true)
  expect(await page.getByLabel('Age').inputValue()).toBe('old')
  expect(await page.getByRole('checkbox', { name: 'hearing aids' }).isChecked()).toBe(true)
  await page.getByLabel('On the head').selectOption('straw-hat')
  await page.getByText('a wheelchair', { exact: true }).click()
  await expect.poll(() => page.getByRole('checkbox', { name: 'a wheelchair' }).isChecked()).toBe(true)
  await screenshot(page, 'create-portrait')
})

it('draws four, each of the changed plan', { timeout: 260_000 }, async () => {
  await page.getByRole('button', { name: 'Make four' }).click()
  for (const number of [1, 2, 3, 4]) await page.getByRole('button', { name: `Choose variation ${number}` }).waitFor({ timeout: 240_000 })
  const job = await api.generation(new URL(page.url()).searchParams.get('job')?.replaceAll('"', '') ?? '')
  expect(job.kind).toBe('avatar')
  expect(job.understanding.plan).toMatchObject({ age: 'old', headwear: 'straw-hat', features: ['hearing-aid', 'wheelchair'] })
  expect(new Set(job.variations.map(({ renderSha256 }) => renderSha256)).size).toBe(4)
})

it('mints one, which says what it shows', async () => {
  await page.getByRole('button', { name: 'Choose variation 3' }).click()
  await page.getByLabel('Title').fill('The fisherman')
  await page.getByRole('button', { name: 'Mint variation 3' }).click()
  await connectHere(page)
  await confirm(page, /Sign this/)
  await confirm(page, /Send this transaction/)
  await page.getByRole('dialog', { name: 'Minted' }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'See the asset' }).click()
  await page.getByRole('heading', { level: 1, name: 'The fisherman' }).waitFor()
  asset = decodeURIComponent(new URL(page.url()).pathname.replace('/assets/', ''))
  const { kind, cid } = await api.asset(asset)
  expect(kind).toBe('avatar')
  const metadata = (await (await fetch(`${url}/ipfs/${cid}/metadata.json`)).json()) as { attributes: unknown }
  expect(metadata.attributes).toEqual(
    expect.arrayContaining([
      { trait_type: 'Kind', value: 'Avatar' },
      { trait_type: 'Headwear', value: 'Straw hat' },
      { trait_type: 'Feature', value: 'Wheelchair' },
    ]),
  )
})

it('is drawn again in the browser, bit by bit the same', async () => {
  const panel = page.locator('[data-verification]')
  await panel.scrollIntoViewIfNeeded()
  await expect.poll(() => panel.getAttribute('data-verification'), { timeout: 90_000 }).toBe('done')
  const states = await panel
    .locator('[data-check]')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-check'), row.getAttribute('data-s')]))
  expect(states.filter(([, state]) => state === 'fail')).toEqual([])
  expect(states).toContainEqual(['regeneration', 'pass'])
  await screenshot(page, 'portrait', { whole: true })
})
