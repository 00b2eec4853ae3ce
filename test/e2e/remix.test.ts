import AxeBuilder from '@axe-core/playwright'
import { licences } from '@daedal/protocol/generation/api'
import { allowsDerivatives } from '@daedal/protocol/generation/derivative-licences'
import { createClient } from '@daedal/sdk/client'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { drawFewer } from './draw-fewer.ts'
import { screenshot } from './screenshots.ts'
import { confirm, connectHere } from './wallet-driver.ts'

const url = inject('url')
const api = createClient({ baseUrl: url })

let browser: Browser
let page: Page
/** A sample item that others may build upon, and what was made of it. */
let parent: Awaited<ReturnType<typeof api.asset>>
let child = ''
/** The job that drew the remix. */
let drawnBy = ''
/** Everything the browser complained about. */
const complaints: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  const { data } = await api.assets({ kind: 'item', licence: licences.filter(allowsDerivatives), limit: 100 })
  // The last is a sample: other files may have minted since.
  parent = await api.asset(data.at(-1)!.id)
})
afterAll(async () => {
  await browser?.close()
})

const jobOf = (on: Page) => api.generation(new URL(on.url()).searchParams.get('job') ?? '')
const drawn = (on: Page) => on.getByRole('button', { name: 'Choose variation 2' }).waitFor({ timeout: 200_000 })
const violationsOf = async (on: Page) => {
  const { violations } = await new AxeBuilder({ page: on as never })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

it('changes the plan of an item, and offers nothing that it cannot show', async () => {
  await drawFewer(page, 2)
  await page.goto(`${url}/create`)
  await page.getByLabel('What should be made?').fill('an ornate steel key')
  await page.getByText('Change the plan').click()
  await page.getByLabel('Form').selectOption('rings')
  await page.getByLabel('What', { exact: true }).selectOption('mushroom')
  // Nothing of a mushroom is of metal, and it has forms of its own.
  expect(await page.getByLabel('Material').locator('option').allInnerTexts()).toEqual(['By chance'])
  expect(await page.getByLabel('Form').inputValue()).toBe('')
  await page.getByRole('button', { name: 'Back to the words' }).click()
  await expect.poll(() => page.getByLabel('What', { exact: true }).inputValue()).toBe('key')
  await page.getByLabel('Form').selectOption('rings')
  await page.getByText('frozen', { exact: true }).click()
  const changed = page.getByText('2 settings changed').or(page.getByText('3 settings changed'))
  await changed.waitFor()
  // What was not sent outlives the page.
  await page.reload()
  await changed.waitFor()
  expect(await page.getByLabel('What should be made?').inputValue()).toBe('an ornate steel key')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Make four' }).click()
  await drawn(page)
  const { plan } = (await jobOf(page)).understanding
  expect(plan).toMatchObject({ item: 'key', form: 'rings', material: 'steel', modifiers: expect.arrayContaining(['ornate', 'frozen']) })
})

it('takes back kept changes that the engine does not know', async () => {
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const draft = { beside: '["",{}]', words: 'a steel key', choices: { kind: 'item', style: '', changes: { item: 'gone' }, format: null } }
  await other.addInitScript(
    (text) => localStorage.getItem('daedal.draft') ?? localStorage.setItem('daedal.draft', text),
    JSON.stringify({ ...draft, detached: false }),
  )
  await other.goto(`${url}/create`)
  await other.getByRole('alert').getByRole('button', { name: 'Back to the words' }).click()
  await other.getByRole('alert').waitFor({ state: 'detached' })
  await other.getByText('Change the plan').waitFor()
  await other.context().close()
})

it('compares what was made, by keys alone, and chooses one from there', async () => {
  await page.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare variations' })
  const styles = () =>
    dialog.locator('.compare-plate img').evaluateAll((images) => images.map((image) => (image as HTMLElement).style.transform))
  await dialog.locator('.compare-plate').nth(1).waitFor()
  const whole = await styles()
  for (const key of ['+', '+', '+', 'ArrowRight']) await page.keyboard.press(key)
  const close = await styles()
  expect(close).toHaveLength(2)
  expect(new Set(close).size).toBe(1)
  expect(close).not.toEqual(whole)
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'compare')
  await page.keyboard.press('0')
  expect(await styles()).toEqual(whole)
  await dialog.getByRole('button', { name: 'Choose 2' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.getByRole('button', { name: 'Choose variation 2' }).getAttribute('aria-pressed')).toBe('true')
})

it('makes more like one of them: the same plan under other seeds', async () => {
  const before = await jobOf(page)
  await page.getByRole('button', { name: 'More like this 2' }).click()
  await page.getByText('More like variation 2').waitFor()
  const after = await jobOf(page)
  expect(after.from).toMatchObject({ how: 'variation', of: [{ generation: before.id, variation: 1 }] })
  expect(after.understanding.plan).toEqual(before.understanding.plan)
  const seeds = before.variations.map(({ seed }) => seed)
  expect(after.variations.filter(({ seed }) => seeds.includes(seed))).toEqual([])
  await page.getByRole('button', { name: 'Stop drawing' }).click()
})

it('starts from an asset, takes a look from another, and lets it go again', async () => {
  await page.goto(`${url}/assets/${parent.id}`)
  await page.getByRole('link', { name: 'Remix' }).click()
  const origin = page.getByRole('region', { name: 'Starts from' })
  await origin.getByRole('link', { name: parent.name }).waitFor()
  await origin.getByText('A remix pays').waitFor()
  await page.getByRole('button', { name: 'Take the look of…' }).click()
  const picker = page.getByRole('dialog', { name: 'Take the look of' })
  await picker.getByRole('button', { name: /^Use / }).first().waitFor()
  expect(await picker.getByRole('button', { name: `Use ${parent.name}` }).count()).toBe(0)
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'source-picker')
  await picker.getByRole('button', { name: /^Use / }).first().click()
  await expect.poll(() => new URL(page.url()).searchParams.get('how')).toBe('restyle')
  await page.getByRole('button', { name: 'Swap the two' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('with')).toBe(parent.id)
  await screenshot(page, 'create-restyle')
  await origin
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click()
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(parent.id)
})

it('makes a remix of what is different, with the rest as it was', async () => {
  await page.getByLabel('What should be different?').fill('frozen')
  await page.getByText('1 of 1 word').waitFor()
  await page.getByRole('button', { name: 'Make four' }).click()
  await page.getByText(`A remix of ${parent.name}`).waitFor()
  await drawn(page)
  const job = await jobOf(page)
  drawnBy = job.id
  expect(job.understanding.plan).toMatchObject({ kind: 'item', modifiers: expect.arrayContaining(['frozen']) })
  expect(job.variations[0]?.seed).toBe(parent.seed)
  await page.getByText(`Made from ${parent.name}`, { exact: false }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'create-remix', { whole: true })
})

it('mints it, and each page names the other', async () => {
  await page.getByLabel('Title').fill('Frozen over')
  await page.getByRole('button', { name: 'Mint variation 1' }).click()
  await connectHere(page)
  await confirm(page, /Sign this/)
  await confirm(page, /Send this transaction/)
  await page.getByRole('dialog', { name: 'Minted' }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'See the asset' }).click()
  await page.getByRole('heading', { level: 1, name: 'Frozen over' }).waitFor()
  child = decodeURIComponent(new URL(page.url()).pathname.replace('/assets/', ''))
  await page.locator('.tree').getByRole('link', { name: parent.name }).waitFor()
  await page.locator('.tree').getByText('of the royalty goes to its creator').waitFor()
  await screenshot(page, 'asset-remix', { whole: true })
  expect((await api.asset(child)).parents.map(({ id }) => id)).toEqual([parent.id])
  await page.locator('.tree').getByRole('link', { name: parent.name }).click()
  await page.getByRole('heading', { level: 1, name: parent.name }).waitFor()
  await page.locator(`.tree a[href*="${child.split('/').at(-1)}"]`, { hasText: 'Frozen over' }).waitFor()
})

it('says what cannot be a source, and why', async () => {
  const forbidden = { ...parent, licence: 'LicenseRef-Daedal-Personal-1' }
  await page.route(`**/v1/assets/**`, (route) =>
    route.request().url().includes(parent.tokenId) && !route.request().url().includes('history')
      ? route.fulfill({ json: forbidden })
      : route.continue(),
  )
  await page.goto(`${url}/assets/${parent.id}`)
  await page.getByText('Its licence allows no remixes by others.').waitFor()
  expect(await page.getByRole('button', { name: 'Remix' }).isDisabled()).toBe(true)
  await page.goto(`${url}/create?from=${encodeURIComponent(parent.id)}`)
  await page.getByRole('alert').filter({ hasText: 'Its licence allows no remixes by others.' }).waitFor()
  expect(await page.getByRole('button', { name: 'Make four like it' }).isDisabled()).toBe(true)
  await page.unroute(`**/v1/assets/**`)
  await page.goto(`${url}/create?from=${encodeURIComponent(parent.id.replace(/\/\d+$/, '/77'))}`)
  await page.getByRole('alert').filter({ hasText: 'The source is not there any more.' }).waitFor()
})

it('stays whole on a phone, in Chinese, in the dark', async () => {
  const options: BrowserContextOptions = {
    viewport: { width: 320, height: 800 },
    locale: 'zh-CN',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  }
  const phone = await (await browser.newContext(options)).newPage()
  await phone.goto(`${url}/create?from=${encodeURIComponent(child)}`)
  await phone.getByText('修改方案').click()
  await phone.getByLabel('形制').waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await violationsOf(phone)).toEqual([])
  await screenshot(phone, 'create-from-phone', { whole: true })
  // What can be done with a picture stands in one row, each with its whole name.
  await phone.goto(`${url}/create?job=${drawnBy}`)
  const acts = phone.getByRole('group', { name: '对变体 1 的操作' }).getByRole('button')
  await acts.first().waitFor()
  expect(await acts.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
    '旋转查看 1',
    '更多类似 1',
    '再创作 1',
  ])
  expect(new Set(await acts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))).size).toBe(1)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await acts.nth(1).focus()
  await phone.keyboard.press('Tab')
  expect(await acts.nth(2).evaluate((one) => one === document.activeElement)).toBe(true)
  await phone.context().close()
  expect(complaints).toEqual([])
})
