import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { drawFewer } from './draw-fewer.ts'
import { screenshot } from './screenshots.ts'
import { confirm, connectHere } from './wallet-driver.ts'

const url = inject('url')

let browser: Browser
let page: Page
let address = ''
const complaints: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1200, height: 760 }, locale: 'en-GB' })).newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser?.close()
})

const stage = (on: Page) => on.locator('.viewer[data-ready=true]')
const placeIn = async (on: Page) => {
  const [x, z] = await Promise.all(['data-x', 'data-z'].map((name) => stage(on).getAttribute(name)))
  return { x: Number(x), z: Number(z) }
}
const far = (a: { x: number; z: number }, b: { x: number; z: number }) => Math.hypot(a.x - b.x, a.z - b.z)

/** Holds a key down until one has come this far, metres, or stands still. */
async function hold(on: Page, key: string, metres: number): Promise<{ x: number; z: number }> {
  const start = await placeIn(on)
  let [before, at, still] = [start, start, 0]
  await on.keyboard.down(key)
  while (far(start, at) < metres && still < 4) {
    await on.waitForTimeout(500)
    at = await placeIn(on)
    still = far(before, at) < 0.02 ? still + 1 : 0
    before = at
  }
  await on.keyboard.up(key)
  return at
}

it('walks in a world before it is minted, and is stopped by what stands in the way', async () => {
  await drawFewer(page, 1)
  await page.goto(`${url}/create`)
  await page.getByLabel('What should be made?').fill('a walkable gallery')
  await expect.poll(() => page.getByRole('radio', { name: 'World' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Make four' }).click()
  await page.getByRole('button', { name: 'Choose variation 1' }).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: /^Walk in it/ }).first().click() // biome-ignore format: one act
  await stage(page).waitFor({ timeout: 60_000 })
  await expect.poll(async () => Number.isFinite((await placeIn(page)).x)).toBe(true)
  const start = await placeIn(page)
  const ahead = await hold(page, 'KeyW', 2)
  expect(far(start, ahead)).toBeGreaterThan(1.5)
  // A gallery has walls all round: backwards, nobody gets farther than its length.
  const wall = await hold(page, 'KeyS', 60)
  expect(far(start, wall)).toBeLessThan(30)
  expect(far(wall, await hold(page, 'KeyS', 1))).toBeLessThan(0.3)
  await screenshot(page, 'create-walk')
}, 240_000)

it('is minted, and walked in on its page', async () => {
  await page.getByRole('button', { name: 'Back to the picture' }).click()
  await page.getByLabel('Title').fill('A gallery to walk in')
  await page.getByRole('button', { name: 'Mint variation 1' }).click()
  await connectHere(page)
  await confirm(page, /Sign this/)
  await confirm(page, /Send this transaction/)
  await page.getByRole('dialog', { name: 'Minted' }).waitFor({ timeout: 60_000 })
  const link = page.getByRole('link', { name: 'See the asset' })
  // its page asks again until the index has the token; here no question may fail
  const id = encodeURIComponent(decodeURIComponent(((await link.getAttribute('href')) ?? '').replace('/assets/', '')))
  await expect.poll(async () => (await page.request.get(`${url}/v1/assets/${id}`)).status(), { timeout: 30_000 }).toBe(200)
  await link.click()
  await page.getByRole('heading', { level: 1, name: 'A gallery to walk in' }).waitFor()
  address = page.url()
  const file = page.getByRole('link', { name: /^Download asset\.glb/ })
  expect((await page.request.get(new URL((await file.getAttribute('href')) ?? '', url).href)).headers()['content-type']).toBe(
    'model/gltf-binary',
  )
  await page.getByRole('button', { name: 'Walk in it' }).click()
  await stage(page).waitFor({ timeout: 60_000 })
  // Whoever walks here owns a picture at least: that of this world.
  await page.getByText(/of yours hangs? in its frames/).waitFor()
  const start = await placeIn(page)
  await page.getByLabel('Go to').selectOption({ index: 3 })
  await expect.poll(async () => far(start, await placeIn(page))).toBeGreaterThan(1)
  await page.getByLabel('View from above').check()
  await expect.poll(() => page.locator('.viewer-reading').textContent()).toBe('From above')
  await screenshot(page, 'asset-walk')
  const { violations } = await new AxeBuilder({ page }).include('.viewer').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(complaints).toEqual([])
}, 240_000)

it('shows the picture and a sentence when the file does not come, or is none', async () => {
  for (const [body, sentence] of [
    ['nothing of a model', 'is not a binary glTF file'],
    [null, 'does not arrive'],
  ] as const) {
    const other = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })).newPage()
    await other.route('**/asset.glb', (route) => (body === null ? route.abort() : route.fulfill({ body })))
    await other.goto(address)
    await other.getByRole('button', { name: 'Walk in it' }).click()
    await expect.poll(() => other.getByRole('alert').first().textContent(), { timeout: 30_000 }).toContain(`asset.glb ${sentence}`)
    expect(await other.locator('.matted img').isVisible()).toBe(true)
    await other.context().close()
  }
})

it('walks on a phone, in Chinese', async () => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true, isMobile: true })
  const other = await phone.newPage()
  await other.goto(address)
  await other.getByRole('button', { name: '走进去看看' }).click()
  await stage(other).waitFor({ timeout: 60_000 })
  await screenshot(other, 'phone-walk')
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await phone.close()
})

/** Makes one of something and opens its model. */
async function makeAndOpen(on: Page, words: string, button: RegExp): Promise<void> {
  await drawFewer(on, 1)
  await on.goto(`${url}/create`)
  await on.getByLabel('What should be made?').fill(words)
  await on.getByRole('button', { name: 'Make four' }).click()
  await on.getByRole('button', { name: button }).first().click({ timeout: 300_000 })
  await stage(on).waitFor({ timeout: 60_000 })
}

/** The stage as it looks now. Not a picture of the element: that waits for a quiet page, and software draws slowly. */
async function pictureOf(on: Page): Promise<string> {
  const clip = await on.locator('.viewer-holder').boundingBox()
  return (await on.screenshot({ clip: clip! })).toString('base64')
}

/** The stage once it holds still: two pictures after each other are the same. */
async function stillPicture(on: Page): Promise<string> {
  let [before, now] = ['', await pictureOf(on)]
  for (let i = 0; i < 30 && before !== now; i++) {
    await on.waitForTimeout(400)
    ;[before, now] = [now, await pictureOf(on)]
  }
  expect(now === before, 'it holds still').toBe(true)
  return now
}

/** Up to so many different pictures of a stage that moves, read in the frames that draw them: a picture of the page waits for the drawing to pause. */
const differentFrames = (on: Page, most: number): Promise<number> =>
  on.locator('.viewer-holder canvas').evaluate(async (canvas, most) => {
    const seen = new Set<string>()
    for (const deadline = performance.now() + 90_000; seen.size < most && performance.now() < deadline; ) {
      await new Promise(requestAnimationFrame)
      seen.add((canvas as HTMLCanvasElement).toDataURL('image/webp'))
    }
    return seen.size
  }, most)

it('turns an item by keyboard, and does not turn it for who wants no motion', async () => {
  const quiet = await browser.newContext({ viewport: { width: 600, height: 620 }, locale: 'en-GB', reducedMotion: 'reduce' })
  const other = await quiet.newPage()
  await makeAndOpen(other, 'a steel sword', /^Turn it/)
  expect(await other.getByLabel('Keep turning').isChecked()).toBe(false)
  const front = await stillPicture(other)
  for (let i = 0; i < 4; i++) await other.keyboard.press('ArrowLeft')
  const side = await stillPicture(other)
  expect(side).not.toBe(front)
  await other.keyboard.press('Home')
  expect(await stillPicture(other)).toBe(front)
  await screenshot(other, 'create-turn')
  await quiet.close()
}, 420_000)

it('shows the faces and the movements of an avatar', async () => {
  const quiet = await browser.newContext({ viewport: { width: 600, height: 620 }, locale: 'en-GB', reducedMotion: 'reduce' })
  const other = await quiet.newPage()
  await makeAndOpen(other, 'a portrait of a woman in a hoodie', /^Turn and pose it/)
  await other.getByLabel('Eyes follow the pointer').uncheck()
  const calm = await stillPicture(other)
  await other.getByRole('button', { name: 'surprised', exact: true }).click()
  await expect.poll(() => pictureOf(other), { timeout: 60_000 }).not.toBe(calm)
  await other.getByRole('button', { name: 'calm', exact: true }).click()
  await other.getByLabel('Movement').selectOption({ label: 'greeting' })
  // More pictures than it takes to go over from the rest: whoever greets does not hold still.
  expect(await differentFrames(other, 7)).toBe(7)
  await screenshot(other, 'create-pose')
  const { violations } = await new AxeBuilder({ page: other }).include('.viewer').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await quiet.close()
}, 420_000)

it('says so, and shows the picture, when the browser has no WebGL or loses it', async () => {
  for (const [end, sentence] of [
    ['missing', 'WebGL is switched off or missing'],
    ['lost', 'took its memory back'],
  ] as const) {
    const other = await browser.newPage({ viewport: { width: 800, height: 700 }, locale: 'en-GB' })
    if (end === 'missing') await other.addInitScript('HTMLCanvasElement.prototype.getContext = () => null')
    await other.goto(address)
    await other.getByRole('button', { name: 'Walk in it' }).click()
    if (end === 'lost') {
      await stage(other).waitFor({ timeout: 60_000 })
      await other.evaluate(() => {
        const context = document.querySelector<HTMLCanvasElement>('.viewer canvas')?.getContext('webgl2')
        context?.getExtension('WEBGL_lose_context')?.loseContext()
      })
    }
    await expect.poll(() => other.getByRole('alert').first().textContent(), { timeout: 30_000 }).toContain(sentence)
    expect(await other.locator('.matted img').isVisible()).toBe(true)
    await other.close()
  }
}, 120_000)
