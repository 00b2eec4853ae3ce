import AxeBuilder from '@axe-core/playwright'
import { dropCommitment } from '@daedal/protocol/market/drop'
import { createClient } from '@daedal/sdk/client'
import type { Browser, Page } from 'playwright-core'
import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { drawFewer } from './draw-fewer.ts'
import { screenshot } from './screenshots.ts'
import { confirm, connect, finished, useAccount } from './wallet-driver.ts'

const url = inject('url')
const api = createClient({ baseUrl: url })
const [ADA, BO] = [0, 1] as const

let browser: Browser
let page: Page
const complaints: string[] = []
let drop: Hex

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
})
afterAll(async () => {
  await browser?.close()
})

const open = async (path: string) => {
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
}
const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.runIf(process.platform === 'linux')('a new drop', () => {
  it('is of pictures that were finished in this browser', async () => {
    await open('/drops')
    await page.getByRole('link', { name: 'Lay down a drop' }).click()
    await page.getByText('This browser knows of no finished picture.').waitFor()
    await page.getByRole('link', { name: 'Make pictures' }).click()
    await drawFewer(page, 3)
    await page.getByLabel('What should be made?').fill('a blue glass vase')
    await page.getByRole('button', { name: 'Make four' }).click()
    for (const number of [1, 2, 3]) await page.getByRole('button', { name: `Choose variation ${number}` }).waitFor({ timeout: 90_000 })
    await open('/drops/new')
    await page
      .getByRole('checkbox', { name: /^Variation/ })
      .nth(2)
      .waitFor()
    expect(await page.getByRole('button', { name: 'Lay the drop down' }).isDisabled()).toBe(true)
  })

  it('says what it takes, in the form', async () => {
    const pictures = page.getByRole('checkbox', { name: /^Variation/ })
    // By keyboard: a picture is a box to tick.
    await pictures.nth(0).focus()
    await page.keyboard.press('Space')
    await pictures.nth(2).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Name of item 1').fill('Vase of the harbour')
    await page.getByLabel('Name of item 2').fill('')
    await page.getByRole('button', { name: 'Lay down a drop of 2 items' }).click()
    await page.getByText('Every item needs a name').waitFor()
    await page.getByText('Enter an amount').waitFor()
    await page.getByLabel('Name of item 2').fill('Vase of the hill')
    await page.getByLabel('Price of a ticket').fill('0.04')
    await page.getByLabel('Lasts for').selectOption({ label: '1 d' })
    await page.getByLabel('Each account buys').selectOption({ label: '1 at most' })
    await page.getByLabel(/^Keep the items sealed/).check()
    await page.getByText('A secret is made in this browser and kept here.').waitFor()
    await page.getByText('Your wallet asks 3 times for a signature and once for a transaction.').waitFor()
    await screenshot(page, 'new-drop', { whole: true })
    const { violations } = await new AxeBuilder({ page: page as never }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await sideways(), `${width} px`).toBeLessThanOrEqual(0)
      if (width === 390) await screenshot(page, 'new-drop-phone', { whole: true })
    }
    await page.setViewportSize({ width: 1440, height: 1000 })
  })

  it('is signed, sent and published, and its secret stays in this browser', async () => {
    await connect(page)
    const ada = await useAccount(page, ADA)
    await page.getByRole('button', { name: 'Lay down a drop of 2 items' }).click()
    const question = page.getByRole('dialog', { name: /Sign this/ })
    // One question follows the other, so it does not go away in between.
    for (const _ of ['the first record', 'the second record']) {
      const asked = await question.textContent()
      await question.getByRole('button', { name: 'Confirm', exact: true }).click()
      await expect.poll(() => question.textContent(), { timeout: 30_000 }).not.toBe(asked)
    }
    await question.getByText(/^Let the contract of drops mint 2 items of yours for who buys a ticket/).waitFor()
    await screenshot(page, 'new-drop-items')
    await confirm(page, /Sign this/)
    await confirm(page, /Send this transaction/)
    const done = page.getByRole('dialog', { name: 'Drop laid down' })
    await done.getByText('2 tickets are for sale').waitFor({ timeout: 60_000 })
    await screenshot(page, 'flow-drop-laid-down')
    await done.getByRole('link', { name: 'See the drop' }).click()
    await page.getByRole('heading', { level: 1, name: 'A drop of 2 items' }).waitFor()
    drop = new URL(page.url()).pathname.split('/').at(-1) as Hex
    const told = await api.drop(drop)
    expect(told).toMatchObject({ creator: ada, supply: 2, committed: true, published: true, cover: null, state: 'live' })
    expect(told.stages).toMatchObject([{ price: '40000000000000000', perWallet: 1 }])
    const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('daedal.drop-secrets') ?? '{}'))
    expect(dropCommitment(kept[told.terms.commitment])).toBe(told.terms.commitment)
  })

  it('sells', async () => {
    await useAccount(page, BO)
    await page.getByRole('button', { name: 'Buy a ticket for 0.0400 ETH' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Tickets bought')
    // It is called bought when the chain has it; the index follows.
    await expect.poll(async () => (await api.drop(drop)).sold, { timeout: 10_000 }).toBe(1)
  })

  it('logged no error in the browser', () => {
    expect(complaints).toEqual([])
  })
})
