import AxeBuilder from '@axe-core/playwright'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { createClient } from '@daedal/sdk/client'
import type { Browser, Page } from 'playwright-core'
import { createPublicClient, http, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { mintAsset } from './mint-asset.ts'
import { moveTime } from './move-time.ts'
import { screenshot } from './screenshots.ts'
import { confirm, connect, finished, useAccount } from './wallet-driver.ts'

const url = inject('url')
const rpcUrl = inject('rpcUrl')
const api = createClient({ baseUrl: url })
const chain = createPublicClient({ transport: http(rpcUrl) })

/** People of the development wallet by their place; Ada's is the first account of the mnemonic after the deployer's. */
const [ADA, BO, CHEN] = [0, 1, 2] as const
const DAY = 86_400
const NAME = 'Lantern of the north stair'
const NOBODY = '0x0000000000000000000000000000000000000000'

let browser: Browser
/** The page of who acts, and the page of somebody who merely looks on. */
let page: Page
let onlooker: Page
const complaints: string[] = []
let asset = ''
let ada: `0x${string}`
let bo: `0x${string}`
/** When Bo's time ends, unix seconds. */
let expires = 0n

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' })).newPage()
  onlooker = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })).newPage()
  for (const each of [page, onlooker]) {
    each.on('pageerror', (error) => complaints.push(error.message))
    each.on('console', (message) => {
      // While the chain is started again to move its time, it gives no answers.
      if (message.type() === 'error' && !/status of (4|5)\d\d|ERR_CONNECTION_REFUSED/.test(message.text())) complaints.push(message.text())
    })
  }
  const minted = await mintAsset(url, 'a brass lantern', NAME, ADA + 1)
  await api.assets({ minBlock: minted.block, limit: 1 })
  asset = minted.asset
})
afterAll(async () => {
  await browser?.close()
})

const open = async (path: string) => {
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
}
const shot = (name: string) => screenshot(page, name, { whole: true })
/** Looks at the page as it stands for who cannot see it, and for who has it on a narrow phone. */
const soundAt320 = async (name: string) => {
  const { violations } = await new AxeBuilder({ page: page as never })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 900 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  await shot(`${name}-phone`)
  expect(width, name).toBeLessThanOrEqual(320)
  await page.setViewportSize(size!)
}
const balance = (address: `0x${string}`) => chain.getBalance({ address })
/** What the collection says on chain, whatever the index thinks. */
const token = async () =>
  ({ abi: assetCollectionAbi, address: (await api.config()).contracts.assetCollection, args: [BigInt(asset.split('/').at(-1)!)] }) as const
const onChain = {
  userOf: async () => chain.readContract({ ...(await token()), functionName: 'userOf' }),
  userExpires: async () => chain.readContract({ ...(await token()), functionName: 'userExpires' }),
  ownerOf: async () => chain.readContract({ ...(await token()), functionName: 'ownerOf' }),
}
const box = (on: Page) => on.getByRole('region', { name: 'Rent', exact: true })
const question = () => page.getByRole('dialog', { name: /(Send|Sign) this/ })

async function letFor(ether: string): Promise<void> {
  await box(page)
    .getByRole('button', { name: /Let by the day|Make another offer/ })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Let by the day' })
  await dialog.getByLabel('Price a day').fill(ether)
}

describe.runIf(process.platform === 'linux')('a rental', () => {
  it('is offered by the owner with a signature, after one approval of that asset', async () => {
    await open(`/assets/${asset}`)
    await connect(page)
    ada = await useAccount(page, ADA)
    await letFor('0.01')
    const dialog = page.getByRole('dialog', { name: 'Let by the day' })
    await dialog.getByLabel('At most').fill('0')
    await dialog.getByText('Enter whole days, 1 to 365').waitFor()
    await dialog.getByLabel('At most').fill('10')
    await dialog.getByLabel('Only for an address').fill('0x123')
    await dialog.getByText('Enter an address: 0x and 40').waitFor()
    await dialog.getByLabel('Only for an address').fill('')
    await dialog.getByText('nobody can remove who has rented it').waitFor()
    await screenshot(page, 'rental-let-dialog')
    await soundAt320('rental-let-dialog')
    await dialog.getByRole('button', { name: 'Let for 0.0100 ETH a day' }).click()
    await question()
      .getByText(/Let Daedal Rentals act for token/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await question()
      .getByText(/Let token .* for 0.0100 ETH a day, 1 to 10 days at once/)
      .waitFor()
    await screenshot(page, 'rental-let-confirm')
    await confirm(page, /Sign this/)
    await finished(page, 'Offered for rent', shot)
    await box(page).getByText('1 to 10 days at once').waitFor()
    await box(page).getByText('Open', { exact: true }).waitFor()
    await shot('rental-own-offer')
    await soundAt320('rental-own-offer')
    expect(await onChain.ownerOf()).toBe(ada)
  })

  it('is taken by somebody else for days that it pays, and every open page shows it without a reload', async () => {
    await onlooker.goto(`${url}/assets/${asset}`)
    await box(onlooker).getByText('Free now').waitFor()
    bo = await useAccount(page, BO)
    const days = box(page).getByLabel('Days')
    await days.fill('11')
    await box(page).getByText('At most 10 days now').waitFor()
    expect(await box(page).getByRole('button', { name: 'Rent', exact: true }).isEnabled()).toBe(true)
    await days.fill('2')
    await box(page).getByText('0.0200 ETH').first().waitFor()
    await shot('rental-form')
    await soundAt320('rental-form')
    const before = await Promise.all([ada, bo].map(balance))
    await box(page).getByRole('button', { name: 'Rent 2 days for 0.0200 ETH' }).click()
    await question()
      .getByText(/^Rent token .* for 2 days and pay 0.0200 ETH\.$/)
      .waitFor()
    await screenshot(page, 'rental-rent-confirm')
    await confirm(page, /Send this transaction/)
    await finished(page, 'Rented', shot)
    const after = await Promise.all([ada, bo].map(balance))
    // Owner and creator are one here: the price less the fee of 2.5 %.
    expect(after[0]! - before[0]!).toBe(parseEther('0.0195'))
    expect(before[1]! - after[1]!).toBeGreaterThan(parseEther('0.02'))
    expect(await onChain.userOf()).toBe(bo)
    expires = await onChain.userExpires()
    await box(page)
      .getByText(/1 d 23 h left|2 d left/)
      .waitFor()
    await box(page).getByText('You use it. Nobody can end that before its time').waitFor()
    await box(onlooker)
      .getByText(/1 d 23 h left|2 d left/)
      .waitFor()
    await box(onlooker).getByText('Others can rent it once it is free.').waitFor()
    await onlooker.getByText(/Whoever buys it, 0x.* stays its user until/).waitFor()
    await screenshot(onlooker, 'rental-used', { whole: true })
  })

  it('is ended early by its user, without a refund, and can be rented again', async () => {
    const before = await balance(bo)
    await box(page).getByRole('button', { name: 'End it early' }).click()
    await question()
      .getByText(/^End the use of token .* now\. Nothing is refunded\.$/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Rental ended', shot)
    expect(await balance(bo)).toBeLessThan(before)
    expect(await onChain.userOf()).toBe(NOBODY)
    await box(onlooker).getByText('Free now').waitFor()
    // By keyboard alone: from the field, by the key that submits.
    await box(page).getByLabel('Days').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await confirm(page, /Send this transaction/)
    await finished(page, 'Rented')
    expires = await onChain.userExpires()
    await box(page)
      .getByText(/1 d 23 h left|2 d left/)
      .waitFor()
  })

  it('is made longer by its user alone, from the end that it has', async () => {
    await box(page).getByLabel('Days to add').fill('1')
    await box(page).getByRole('button', { name: 'Add 1 day for 0.0100 ETH' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Days added', shot)
    const later = await onChain.userExpires()
    expect(later - expires).toBe(BigInt(DAY))
    expires = later
    await box(page)
      .getByText(/2 d 23 h left|3 d left/)
      .waitFor()
    await shot('rental-yours')
    await soundAt320('rental-yours')
    await useAccount(page, CHEN)
    await box(page).getByText('Others can rent it once it is free.').waitFor()
    expect(await box(page).getByRole('button').count()).toBe(0)
  })

  it('is shown on both sides, with what it earned, in the rentals and in the portfolio', async () => {
    await open('/rentals')
    const card = page.getByRole('article').filter({ hasText: NAME })
    await card.getByText('In use').waitFor()
    await card.getByText(/Free in (2 d 23 h|3 d)/).waitFor()
    await shot('rentals-list')
    await page.getByText('Free now', { exact: true }).first().click()
    await expect.poll(() => page.getByRole('article').filter({ hasText: NAME }).count()).toBe(0)
    await useAccount(page, ADA)
    await page.getByText('Yours', { exact: true }).first().click()
    const letting = page.getByRole('region', { name: 'You let' })
    await letting.getByText(NAME).first().waitFor()
    // The owner's part alone, without the royalty that it gets as the creator: 92.5 % of three days.
    await letting.getByText('0.02775 ETH').waitFor()
    await letting.getByText('Ended early').waitFor()
    await page.getByRole('region', { name: 'Your offers' }).getByText('1 to 10 days at once').waitFor()
    await shot('rentals-yours-owner')
    await soundAt320('rentals-yours-owner')
    await open('/portfolio')
    await page.getByRole('region', { name: 'Lets' }).getByText(NAME).waitFor()
    await useAccount(page, BO)
    await page.getByRole('region', { name: 'Rents' }).getByText(NAME).waitFor()
    await page
      .getByRole('region', { name: 'Rents' })
      .getByText(/2 d 23 h left|3 d left/)
      .waitFor()
    await shot('portfolio-rentals')
    await soundAt320('portfolio-rentals')
  })

  it('leaves the asset with its owner, whose offers one cancellation ends', async () => {
    await useAccount(page, ADA)
    await open(`/assets/${asset}`)
    await box(page).getByText('You can sell it meanwhile; its user stays.').waitFor()
    await shot('rental-owner-used')
    await box(page).getByRole('button', { name: 'Cancel', exact: true }).click()
    await question()
      .getByText(/^Cancel one of your offers to let/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Offer cancelled', shot)
    await expect.poll(() => box(page).getByText('Open', { exact: true }).count()).toBe(0)
    await box(page).getByText('In use').waitFor()
    expect((await api.rentalOffers({ asset, state: ['active', 'pending', 'inactive'] })).data).toEqual([])
    // Who rented stays, and can add nothing to it any more.
    expect(await onChain.userOf()).toBe(bo)
    await useAccount(page, BO)
    await box(page)
      .getByText(/2 d 23 h left/)
      .waitFor()
    expect(await box(page).getByLabel('Days to add').count()).toBe(0)
  })

  it('is over when its time is, on every page', async () => {
    await moveTime({ dir: inject('dir'), rpcUrl, seconds: 3 * DAY + 60 })
    await expect.poll(onChain.userOf, { timeout: 10_000 }).toBe(NOBODY)
    await expect.poll(() => box(page).count(), { timeout: 60_000 }).toBe(0)
    await expect.poll(() => onlooker.getByText(/stays its user/).count(), { timeout: 60_000 }).toBe(0)
    await open('/rentals?view=yours')
    const renting = page.getByRole('region', { name: 'You rent' })
    await renting.getByText('Over', { exact: true }).waitFor()
    expect(await renting.getByText(/ left$/).count()).toBe(0)
    await shot('rentals-yours-over')
    const [tenancy] = (await api.tenancies({ asset })).data
    expect(tenancy).toMatchObject({ state: 'over', secondsLeft: 0, user: bo, owner: ada, expires: expires.toString() })
  })

  it('logged no error in the browser', () => {
    expect(complaints).toEqual([])
  })
})
