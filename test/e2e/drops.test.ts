import { dropCommitment } from '@daedal/protocol/market/drop'
import { assetCollectionAbi } from '@daedal/protocol/tokens/abi.gen'
import { createClient } from '@daedal/sdk/client'
import type { Browser, Page } from 'playwright-core'
import { createPublicClient, type Hex, http, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { layDownDrop } from './lay-down-drop.ts'
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
const HOUR = 3_600
const SECRET = `0x${'c4'.repeat(32)}` as const

let browser: Browser
/** The page of who acts, and the page of somebody who merely looks on. */
let page: Page
let onlooker: Page
const complaints: string[] = []
let contract: Hex
let open: Hex
let sealed: Hex
let silent: Hex

const stage = (start: number, hours: number, price: string, perWallet = 0) => ({
  start: String(start),
  end: String(start + hours * HOUR),
  price: parseEther(price).toString(),
  perWallet,
})

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
  contract = (await api.config()).contracts.drops as Hex
  const now = Number((await chain.getBlock()).timestamp)
  const stages = [stage(now, 2, '0.05', 2), stage(now + 2 * HOUR, 2, '0.08')]
  open = await layDownDrop(url, ADA + 1, 'an old brass key', ['Key of the east gate', 'Key of the archive', 'Key of the well'], { stages })
  const commitment = dropCommitment(SECRET)
  const one = [stage(now, 2, '0.2')]
  sealed = await layDownDrop(url, ADA + 1, 'a silver ring', ['Ring of tides', 'Ring of embers'], { stages: one, commitment })
  silent = await layDownDrop(url, ADA + 1, 'a glass vase', ['Vase of one winter', 'Vase of two'], {
    stages: one,
    commitment,
    revealSeconds: HOUR,
  })
}, 600_000)
afterAll(async () => {
  await browser?.close()
})

const visit = async (path: string) => {
  await page.goto(`${url}${path}`)
  await page.locator('main').waitFor()
}
const shot = (name: string) => screenshot(page, name)
const balance = (address: Hex) => chain.getBalance({ address })
const ownerOf = async (asset: string) => {
  const { contracts } = await api.config()
  const id = BigInt(asset.split('/').at(-1)!)
  return chain.readContract({ address: contracts.assetCollection, abi: assetCollectionAbi, functionName: 'ownerOf', args: [id] })
}
const send = () => page.getByRole('dialog', { name: /Send this transaction/ })

describe.runIf(process.platform === 'linux')('a drop', () => {
  it('is among the drops, with its cover, price and what is sold', async () => {
    await visit('/auctions')
    await page.getByRole('navigation', { name: 'Ways to buy' }).getByRole('link', { name: 'Drops' }).click()
    const card = page.locator('.lot-card', { hasText: 'Key of the east gate and 2 more' })
    await card.getByText('0.0500 ETH').waitFor()
    await card.getByText('0 of 3 sold').waitFor()
    await card.getByText(/^Stage ends in/).waitFor()
    await page.locator('.lot-card', { hasText: 'A drop of 2 items' }).first().getByText('The items stay sealed until the reveal').waitFor()
    await screenshot(page, 'drops-list', { whole: true })
    await card.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Key of the east gate and 2 more' }).waitFor()
    await onlooker.goto(`${url}/drops/${open}`)
    await onlooker.getByText('0 of 3 sold').first().waitFor()
  })

  it('sells tickets within its limits, holds the money, and every open page shows it without a reload', async () => {
    await connect(page)
    await useAccount(page, BO)
    const tickets = page.getByLabel('Tickets', { exact: true })
    await page.getByText('Up to 2 in one purchase.').waitFor()
    await tickets.fill('3')
    await page.getByText('Enter a whole number from 1 to 2').waitFor()
    // By keyboard alone: the number, and the key that submits.
    await tickets.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('2')
    await screenshot(page, 'drop-buy', { whole: true })
    await page.keyboard.press('Enter')
    // Other drops may have money there already.
    const held = await balance(contract)
    await send()
      .getByText(/^Buy 2 tickets in the drop of .* for 0.1000 ETH. The contract of drops holds it/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Tickets bought', shot)
    expect((await balance(contract)) - held).toBe(parseEther('0.1'))
    await onlooker.getByText('2 of 3 sold').first().waitFor()
    await page.getByRole('heading', { name: 'Your tickets' }).waitFor()
    await page.getByText('You have bought all that you may in this stage').first().waitFor()
    expect(await page.getByRole('button', { name: /^Buy/ }).first().isDisabled()).toBe(true)
  })

  it('stands in the portfolio while tickets wait, and delivers what they get', async () => {
    await visit('/portfolio')
    await page.getByRole('heading', { name: 'Tickets that wait' }).waitFor()
    await screenshot(page, 'portfolio-tickets', { whole: true })
    await page
      .getByRole('link', { name: 'See the drop' })
      .and(page.locator(`[href="/drops/${open}"]`))
      .click()
    const ada = (await api.drop(open)).creator
    const before = await balance(ada)
    await page.getByRole('button', { name: 'Deliver my 2 items' }).click()
    await send()
      .getByText(/^Have the items of 2 tickets minted and delivered/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Delivered', shot)
    // Creator and receiver of the royalty are one here: the prices less the fee of 2.5 %.
    expect((await balance(ada)) - before).toBe(parseEther('0.0975'))
    await page.getByRole('link', { name: 'Key of the archive' }).first().waitFor()
    await screenshot(page, 'drop-delivered', { whole: true })
    const bo = await useAccount(page, BO)
    const { data } = await api.dropTickets(open, { account: bo })
    expect(data.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    expect(await ownerOf(data[0]!.asset!.asset)).toBe(bo)
    await visit('/portfolio')
    await page
      .getByRole('link', { name: /Key of the east gate/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'Key of the east gate' }).waitFor()
  })

  it('is decided after the sale where it is sealed: by a block, and a secret that the creator types', async () => {
    await visit(`/drops/${sealed}`)
    await page.getByText('What they are stays the creator’s secret').waitFor()
    await page.getByRole('button', { name: 'Buy a ticket for 0.2000 ETH' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Tickets bought')
    await page.getByText('Not known yet').waitFor()
    await screenshot(page, 'drop-sealed', { whole: true })
    await useAccount(page, ADA)
    await page.getByRole('button', { name: 'End the sale' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Sale ended', shot)
    await page.getByRole('button', { name: 'Choose the block that decides' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Block chosen', shot)
    // Blocks of the local chain come with transactions.
    await page.getByText(/^Block .* decides, along with the creator’s secret. It is not there yet./).waitFor()
    await mintAsset(url, 'a red apple', 'Apple of the interval', CHEN + 1)
    await mintAsset(url, 'a red apple on a table', 'Apple of the second interval', CHEN + 1)
    await page.getByRole('button', { name: 'Draw the block that decides' }).click({ timeout: 60_000 })
    await confirm(page, /Send this transaction/)
    await finished(page, 'Block drawn', shot)
    await page.getByLabel('The secret of this drop').fill(`0x${'c5'.repeat(32)}`)
    await page.getByText('That is not the secret of this drop').waitFor()
    await page.getByLabel('The secret of this drop').fill(SECRET)
    await screenshot(page, 'drop-reveal', { whole: true })
    await page.getByRole('button', { name: 'Reveal', exact: true }).click()
    await send()
      .getByText(/^Tell everybody the secret/)
      .waitFor()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Revealed', shot)
    await page.getByRole('button', { name: 'Deliver the next item to its buyer' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Delivered')
    const bo = await useAccount(page, BO)
    const [ticket] = (await api.dropTickets(sealed, { account: bo })).data
    expect(ticket).toMatchObject({ state: 'delivered', asset: { minted: true } })
    expect(await ownerOf(ticket!.asset!.asset)).toBe(bo)
    await page.getByRole('link', { name: ticket!.asset!.name! }).first().waitFor()
    await page.getByText('All tickets are delivered').waitFor()
    await screenshot(page, 'drop-over', { whole: true })
  })

  it('gives the money back where nothing was revealed in time', async () => {
    await visit(`/drops/${silent}`)
    const bo = await useAccount(page, BO)
    await page.getByLabel('Tickets', { exact: true }).fill('2')
    await page.getByRole('button', { name: 'Buy 2 tickets for 0.4000 ETH' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Tickets bought')
    await moveTime({ dir: inject('dir'), rpcUrl, seconds: 4 * HOUR })
    await page.getByText('2 tickets of yours were not delivered in time.').waitFor({ timeout: 90_000 })
    await page.getByText('Nothing was revealed in time.').waitFor()
    await screenshot(page, 'drop-refund', { whole: true })
    const before = await balance(contract)
    await page.getByRole('button', { name: 'Take the money back' }).click()
    await confirm(page, /Send this transaction/)
    await finished(page, 'Money given back', shot)
    expect(before - (await balance(contract))).toBe(parseEther('0.4'))
    expect((await api.drop(silent, { account: bo })).account).toMatchObject({ open: 0, refunded: 2 })
    await page.getByText('Given back').first().waitFor()
  })

  it('logged no error in the browser', () => {
    expect(complaints).toEqual([])
  })
})
