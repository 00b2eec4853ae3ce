import { wrappedEtherAbi } from '@daedal/protocol/market/abi.gen'
import { rentalOfferFromJson, rentalOfferTypedData } from '@daedal/protocol/market/rental-offer'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { createClient } from '@daedal/sdk/client'
import type { Browser, Page } from 'playwright-core'
import { createPublicClient, type Hex, http, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { layDownDrop } from './lay-down-drop.ts'
import { letForeignToken } from './let-foreign-token.ts'
import { mintAsset } from './mint-asset.ts'
import { moveTime } from './move-time.ts'
import { screenshot } from './screenshots.ts'
import { accountOf, walkSteps } from './walk-steps.ts'
import { confirm, connect, finished, useAccount } from './wallet-driver.ts'

const url = inject('url')
const rpcUrl = inject('rpcUrl')
const api = createClient({ baseUrl: url })
const chain = createPublicClient({ transport: http(rpcUrl) })

/** People of the development wallet by their place; Ada's is the first account of the mnemonic after the deployer's. */
const [ADA, BO, CHEN] = [0, 1, 2] as const
const [ada, bo] = [accountOf(ADA + 1).address, accountOf(BO + 1).address]
const [HOUR, DAY] = [3_600, 86_400]
const LENT = 77n

let browser: Browser
let page: Page
const complaints: string[] = []
/** An asset that is let in wrapped ether and then auctioned in vain, and one that is auctioned in wrapped ether. */
let lantern = ''
let crown = ''
let wrappedEther: Hex
/** The auctions of both. */
let inVain: Hex
let inWrapped: Hex
let lent: Awaited<ReturnType<typeof letForeignToken>>
let late: Hex

const tokenOf = (asset: string) => asset.split('/').at(-1) ?? ''
/** Puts an asset of Ada's up for an hour, as a program would. Answers the auction. */
async function putUp(asset: string, reserve: string, currency?: Hex): Promise<Hex> {
  const { contracts } = await api.config()
  const wish = { seller: ada, collection: contracts.assetCollection, tokenId: tokenOf(asset), durationSeconds: HOUR }
  const { id, steps } = await api.prepareAuction({ ...wish, reserve: parseEther(reserve).toString(), ...(currency && { currency }) })
  await api.auction(id, { minBlock: await walkSteps(url, ADA + 1, steps) })
  return id
}
/** Offers an asset of Ada's for rent in wrapped ether, as a program would. */
async function letInWrapped(asset: string): Promise<void> {
  const { chain: on, contracts } = await api.config()
  const wish = { owner: ada, collection: contracts.assetCollection, tokenId: tokenOf(asset), currency: wrappedEther }
  const { offer, steps } = await api.prepareRentalOffer({ ...wish, pricePerDay: parseEther('0.04').toString() })
  const approvals = steps.filter(({ type }) => type !== 'sign')
  await api.assets({ minBlock: await walkSteps(url, ADA + 1, approvals), limit: 1 })
  const data = rentalOfferTypedData(on.id, contracts.rentals as Hex, rentalOfferFromJson(offer))
  await api.publishRentalOffer({ offer, signature: await accountOf(ADA + 1).signTypedData(data) })
}

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // While the chain is started again to move its time, it gives no answers.
    if (message.type() === 'error' && !/status of (4|5)\d\d|ERR_CONNECTION_REFUSED/.test(message.text())) complaints.push(message.text())
  })
  wrappedEther = (await api.config()).contracts.wrappedEther
  lantern = (await mintAsset(url, 'a blue lantern', 'Lantern of the slow tide', ADA + 1)).asset
  const minted = await mintAsset(url, 'a silver crown', 'Crown of the last watch', ADA + 1)
  crown = minted.asset
  await api.assets({ minBlock: minted.block, limit: 1 })
  lent = await letForeignToken(url, ADA + 1, BO + 1, LENT)
  const now = Number((await chain.getBlock()).timestamp)
  const stages = [{ start: String(now), end: String(now + HOUR), price: parseEther('0.1').toString() }]
  late = await layDownDrop(url, ADA + 1, 'a red vase', ['Vase of the first frost'], { stages, deliverSeconds: DAY, mintFirst: true })
  await letInWrapped(lantern)
  inWrapped = await putUp(crown, '0.2', wrappedEther)
}, 300_000)
afterAll(async () => {
  await browser?.close()
})

const open = async (path: string) => {
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
}
const shot = (name: string) => screenshot(page, name)
const wrapped = (account: Hex) =>
  chain.readContract({ address: wrappedEther, abi: wrappedEtherAbi, functionName: 'balanceOf', args: [account] })
const ownerOf = async (asset: string) => {
  const { contracts } = await api.config()
  const args = [BigInt(tokenOf(asset))] as const
  return chain.readContract({ address: contracts.assetCollection, abi: assetCollectionAbi, functionName: 'ownerOf', args })
}
const question = () => page.getByRole('dialog', { name: /Send this transaction/ })
const asks = (words: RegExp) => question().getByText(words).waitFor()
/** Says yes to wrapping what is missing and to its being taken, until what that is for is asked. */
async function allowUntil(words: RegExp): Promise<void> {
  const first = question().getByText(/^Turn .* ETH into wrapped ether|take up to .* of your wrapped ether/)
  const last = question().getByText(words)
  for (;;) {
    await first.or(last).first().waitFor()
    if (await last.isVisible()) return
    await confirm(page, /Send this transaction/)
  }
}

describe.runIf(process.platform === 'linux')('what comes to an end', () => {
  it('begins with a rental in wrapped ether, for which ether is wrapped and no more is approved', async () => {
    await open(`/assets/${lantern}`)
    await connect(page)
    await useAccount(page, BO)
    const before = await wrapped(ada)
    await page.getByRole('button', { name: 'Rent 2 days for 0.0800 WETH' }).or(page.getByLabel('Days')).first().waitFor()
    await page.getByLabel('Days').fill('2')
    await page.getByRole('button', { name: 'Rent 2 days for 0.0800 WETH' }).click()
    await allowUntil(/^Rent token .* for 2 days and pay 0.0800 WETH\.$/)
    await confirm(page, /Send this transaction/)
    await finished(page, 'Rented', shot)
    // Owner and creator are one here: the price less the fee of 2.5 %.
    expect((await wrapped(ada)) - before).toBe(parseEther('0.078'))
    await screenshot(page, 'ends-rented-weth', { whole: true })
    await open('/portfolio')
    await page.getByText('on purchases and rentals, fees inside').waitFor()
    await shot('ends-portfolio-figures')
  })

  it('goes on with a bid in wrapped ether on what its seller still has among its own', async () => {
    await open(`/auctions/${inWrapped}`)
    await page.getByRole('button', { name: 'Bid 0.2000 WETH' }).click()
    // The call does not say in which currency, so the wallet cannot either.
    await allowUntil(/^Bid 200000000000000000 of the smallest unit/)
    await confirm(page, /Send this transaction/)
    await finished(page, 'Bid placed')
    await page.getByText('You lead with 0.2000 WETH.').waitFor()
    await screenshot(page, 'ends-bid-weth', { whole: true })
    inVain = await putUp(lantern, '5')
    await open('/portfolio')
    await useAccount(page, ADA)
    const card = page.getByRole('article').filter({ hasText: 'Crown of the last watch' })
    await card.getByText('Held by the auction house').waitFor()
    await card.getByText('0.2000 WETH').waitFor()
    await screenshot(page, 'ends-portfolio-held', { whole: true })
    await page.getByRole('region', { name: 'Lets' }).getByText('held by the contract').waitFor()
  })

  it('refuses a bid that comes too late, with the reason and what became of the money', async () => {
    await open(`/auctions/${inWrapped}`)
    await useAccount(page, CHEN)
    await page.getByRole('button', { name: 'Bid 0.2100 WETH' }).click()
    await allowUntil(/^Bid 210000000000000000 of the smallest unit/)
    await moveTime({ dir: inject('dir'), rpcUrl, seconds: DAY + 2 * HOUR })
    await confirm(page, /Send this transaction/)
    const failed = page.getByRole('dialog', { name: 'No bid placed' })
    await failed.getByText('The auction has ended.').waitFor({ timeout: 60_000 })
    await failed.getByText('Your bid was not taken.').waitFor()
    await shot('ends-bid-late')
    await failed.getByRole('button', { name: 'Close' }).first().click()
    expect((await api.auction(inWrapped)).highestBid?.bidder).toBe(bo)
  })

  it('settles in wrapped ether', async () => {
    await open(`/auctions/${inWrapped}`)
    await useAccount(page, BO)
    await page.getByText(/Yours is the highest bid, 0.2000 WETH/).waitFor({ timeout: 60_000 })
    const before = await wrapped(ada)
    await page.getByRole('button', { name: 'Settle the auction' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Auction settled', shot)
    expect((await wrapped(ada)) - before).toBe(parseEther('0.195'))
    expect(await ownerOf(crown)).toBe(bo)
    await page.getByText('You won it for 0.2000 WETH. The asset is yours.').waitFor()
    await screenshot(page, 'ends-settled-weth', { whole: true })
  })

  it('gives back what nobody bid for', async () => {
    await open(`/auctions/${inVain}`)
    await useAccount(page, ADA)
    await page.getByText('Your auction is over without a bid.').waitFor()
    expect(await page.getByText('If it sold for the reserve').count()).toBe(0)
    await screenshot(page, 'ends-nobody-bid', { whole: true })
    await page.getByRole('button', { name: 'Settle the auction' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Ended without a bid', shot)
    await page.getByText('The asset went back to you.').waitFor()
    expect(await ownerOf(lantern)).toBe(ada)
    await page.getByRole('link', { name: /The asset, its provenance/ }).click()
    await page.getByRole('button', { name: 'Auction it' }).waitFor()
    await shot('ends-unsold-asset')
  })

  it('gives back the token that was held for its renter', async () => {
    await open('/portfolio')
    await useAccount(page, ADA)
    const letting = page.getByRole('region', { name: 'Lets' })
    const row = letting.getByRole('row').filter({ hasText: /^77/ })
    await row.getByText('Over', { exact: true }).waitFor()
    expect(await page.getByRole('region', { name: 'Rents' }).getByRole('row').filter({ hasText: /^77/ }).count()).toBe(0)
    // A token of another collection has no page here to lead to.
    expect(await row.getByRole('link').count()).toBe(0)
    await screenshot(page, 'ends-held-over', { whole: true })
    await row.getByRole('button', { name: 'Have it returned' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Returned', shot)
    expect(await lent.ownerOf()).toBe(ada)
    await expect.poll(() => letting.getByRole('button', { name: 'Have it returned' }).count(), { timeout: 10_000 }).toBe(0)
  })

  it('gives a creator back the item of a drop that no ticket got', async () => {
    await open(`/drops/${late}`)
    await useAccount(page, ADA)
    await page.getByText('The contract of drops still has items that nobody was delivered in time.').waitFor()
    await screenshot(page, 'ends-drop-held', { whole: true })
    await page.getByRole('button', { name: 'Take it back' }).click()
    await asks(/^Take an item of your drop that nobody was delivered out of the contract of drops/)
    await confirm(page, /Send this transaction/)
    await finished(page, 'Item taken back', shot)
    await expect.poll(() => page.getByRole('button', { name: 'Take it back' }).count(), { timeout: 10_000 }).toBe(0)
    const asset = (await api.dropItems(late)).data[0]?.asset ?? ''
    expect(await ownerOf(asset)).toBe(ada)
    await open('/portfolio')
    await page.getByRole('article').getByRole('link', { name: 'Vase of the first frost' }).waitFor()
  })

  it('logged no error in the browser', () => {
    expect(complaints).toEqual([])
  })
})
