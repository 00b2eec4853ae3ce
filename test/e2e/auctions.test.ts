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
const [ADA, BO, CHEN, DARA] = [0, 1, 2, 3] as const
const HOUR = 3_600

let browser: Browser
/** The page of who acts, and the page of somebody who merely looks on. */
let page: Page
let onlooker: Page
const complaints: string[] = []
let asset = ''
let auction: `0x${string}`
let ada: `0x${string}`
let bo: `0x${string}`
let house: `0x${string}`

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
  const minted = await mintAsset(url, 'a golden crown', 'Crown of the quiet court', ADA + 1)
  await api.assets({ minBlock: minted.block, limit: 1 })
  asset = minted.asset
  house = (await api.config()).contracts.auctionHouse as `0x${string}`
})
afterAll(async () => {
  await browser?.close()
})

const open = async (path: string) => {
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
}
const shot = (name: string) => screenshot(page, name)
const balance = (address: `0x${string}`) => chain.getBalance({ address })
const ownerOf = async () => {
  const { contracts } = await api.config()
  const id = BigInt(asset.split('/').at(-1)!)
  return chain.readContract({ address: contracts.assetCollection, abi: assetCollectionAbi, functionName: 'ownerOf', args: [id] })
}
const bidField = () => page.getByLabel('Your bid')

describe.runIf(process.platform === 'linux')('an auction', () => {
  it('is opened by the owner, and the auction house has the asset', async () => {
    await open(`/assets/${asset}`)
    await connect(page)
    ada = await useAccount(page, ADA)
    await page.getByRole('button', { name: 'Auction it' }).click()
    const dialog = page.getByRole('dialog', { name: 'Put it up for auction' })
    await dialog.getByLabel('Reserve').fill('0.2')
    await dialog.getByLabel('Lasts for').selectOption({ label: '1 h' })
    await dialog.getByText('The asset leaves your wallet now').waitFor()
    await shot('auction-dialog')
    await dialog.getByRole('button', { name: 'Auction from 0.2000 ETH' }).click()
    await confirm(page, /Send this transaction/) // approve
    const question = page.getByRole('dialog', { name: /Send this transaction/ })
    await question.getByText(/Put token .* up for auction, for 0.2000 ETH or more/).waitFor()
    await shot('auction-confirm')
    await confirm(page, /Send this transaction/)
    await finished(page, 'Up for auction', shot)
    await page.getByText('It is in an auction, and the auction house holds it.').waitFor()
    await shot('asset-in-auction')
    expect(await ownerOf()).toBe(house)
    await page.getByRole('link', { name: 'See the auction' }).click()
    await page.getByText('You can cancel it until the first bid').waitFor()
    auction = new URL(page.url()).pathname.split('/').at(-1) as `0x${string}`
    await onlooker.goto(`${url}/auctions/${auction}`)
    await onlooker.getByText('Reserve, no bid yet').first().waitFor()
  })

  it('takes a bid of the least, which is filled in, and every open page shows it without a reload', async () => {
    bo = await useAccount(page, BO)
    await expect.poll(() => bidField().inputValue()).toBe('0.2000')
    await bidField().fill('0.1999')
    await page.getByText('The least that is taken now is 0.2000 ETH').waitFor()
    await bidField().fill('0.2')
    await page.getByRole('button', { name: 'Bid 0.2000 ETH' }).click()
    await page
      .getByRole('dialog', { name: /Send this transaction/ })
      .getByText(/^Bid 0.2000 ETH in auction/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Bid placed', shot)
    await page.getByText('You lead with 0.2000 ETH.').waitFor()
    await onlooker.getByText('Highest bid, 1 bid').first().waitFor()
    expect(await balance(house)).toBeGreaterThanOrEqual(parseEther('0.2'))
  })

  it('gives a bid back when it is outbid, which who was outbid is told', async () => {
    await useAccount(page, CHEN)
    await expect.poll(() => bidField().inputValue()).toBe('0.2100')
    const before = await balance(bo)
    // By keyboard alone: from the field, by the key that submits.
    await bidField().focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('0.25')
    await page.keyboard.press('Enter')
    await confirm(page, /Send this transaction/)
    await finished(page, 'Bid placed')
    expect((await balance(bo)) - before).toBe(parseEther('0.2'))
    await shot('auction-leads')
    await useAccount(page, BO)
    await page.getByText('You were outbid, and your bid of 0.2000 ETH is back with you.').waitFor()
    await onlooker.getByText('Highest bid, 2 bids').first().waitFor()
    await screenshot(page, 'auction-outbid', { whole: true })
    await useAccount(page, ADA)
    await page.getByText('It has a bid, so it can no longer be cancelled.').waitFor()
    expect(await page.getByRole('button', { name: 'Cancel the auction' }).count()).toBe(0)
    await open('/portfolio')
    await page.getByRole('heading', { name: 'In auction' }).waitFor()
    await page.getByText('Highest bid, 2 bids').waitFor()
    await shot('portfolio-auctions')
    await page.goBack()
  })

  it('is over when its time is, and anyone settles it: asset and money go where they belong', async () => {
    const chen = await useAccount(page, CHEN)
    await moveTime({ dir: inject('dir'), rpcUrl, seconds: HOUR + 60 })
    await page.getByText('Over, waiting to be settled').waitFor({ timeout: 60_000 })
    await page.getByText(/Yours is the highest bid, 0.2500 ETH/).waitFor()
    await shot('auction-over')
    await open('/auctions')
    await page.getByText('Some auctions are over and wait to be settled').waitFor()
    await page.getByRole('link', { name: 'Show them' }).click()
    await page.getByRole('link', { name: 'Crown of the quiet court' }).click()
    await useAccount(page, DARA)
    const before = await Promise.all([ada, house].map(balance))
    await page.getByRole('button', { name: 'Settle the auction' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Auction settled', shot)
    const after = await Promise.all([ada, house].map(balance))
    // Seller and creator are one here: the price less the fee of 2.5 %, which stays in the house until it is withdrawn.
    expect(after[0]! - before[0]!).toBe(parseEther('0.24375'))
    expect(before[1]! - after[1]!).toBe(parseEther('0.24375'))
    expect(await ownerOf()).toBe(chen)
    await onlooker.getByText('Over and settled').waitFor()
    await useAccount(page, CHEN)
    await page.getByText('You won it for 0.2500 ETH. The asset is yours.').waitFor()
    await shot('auction-won')
    await page.getByRole('link', { name: /The asset, its provenance/ }).click()
    await page.getByText(/Last sold for 0.2500 ETH/).waitFor()
  })

  it('is cancelled before the first bid, and the asset is back', async () => {
    await open(`/assets/${asset}`)
    await page.getByRole('button', { name: 'Auction it' }).click()
    const dialog = page.getByRole('dialog', { name: 'Put it up for auction' })
    await dialog.getByLabel('Reserve').fill('1')
    await dialog.getByRole('button', { name: 'Auction from 1.0000 ETH' }).click()
    await confirm(page, /Send this transaction/)
    await confirm(page, /Send this transaction/)
    await page.getByRole('dialog', { name: 'Up for auction' }).getByRole('link', { name: 'See the auction' }).click()
    await page.getByRole('button', { name: 'Cancel the auction' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Auction cancelled', shot)
    await page.getByText('Cancelled by its seller').first().waitFor()
    await page.getByText('The asset went back to you.').waitFor()
    await expect.poll(async () => (await api.asset(asset)).auction, { timeout: 10_000 }).toBeNull()
    expect(await ownerOf()).toBe(await useAccount(page, CHEN))
  })

  it('logged no error in the browser', () => {
    expect(complaints).toEqual([])
  })
})
