import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Names of the development wallet's accounts, in their order. */
const people = ['Ada', 'Bo', 'Chen', 'Dara', 'Emil'] as const

/** A dialog by its heading. */
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

/** Says yes to what the development wallet asks. */
export async function confirm(page: Page, title: RegExp = /\?$/): Promise<void> {
  const sheet = dialog(page, title)
  await sheet.waitFor()
  await sheet.getByRole('button', { name: 'Confirm', exact: true }).click()
  await sheet.waitFor({ state: 'hidden' })
}

/** Says no. */
export async function reject(page: Page): Promise<void> {
  const sheet = dialog(page, /\?$/)
  await sheet.waitFor()
  await sheet.getByRole('button', { name: 'Reject', exact: true }).click()
}

/** Picks the development wallet in the connect dialog, which is open, and lets it connect. */
export async function connectHere(page: Page): Promise<void> {
  await dialog(page, 'Connect a wallet').getByRole('button', { name: 'Development wallet' }).click()
  await confirm(page, /Connect to this site/)
}

/** Connects from the header. */
export async function connect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await connectHere(page)
  await page.getByRole('button', { name: /^Account 0x/ }).waitFor()
}

/** Switches to another account of the development wallet, by its place in the list. Answers its address. */
export async function useAccount(page: Page, index: number): Promise<`0x${string}`> {
  const button = page.getByRole('button', { name: /^Account 0x/ })
  await button.click()
  const sheet = dialog(page, 'Your account')
  await sheet.getByRole('radio').nth(index).check()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: new RegExp(`^Account 0x.*${people[index]}`) }).waitFor()
  return addressOf(page)
}

/** The connected account, as the header names it. */
export async function addressOf(page: Page): Promise<`0x${string}`> {
  const label = await page.getByRole('button', { name: /^Account 0x/ }).getAttribute('aria-label')
  const address = /0x[0-9a-fA-F]{40}/.exec(label ?? '')?.[0]
  expect(address, 'the header names the account').toBeDefined()
  return address as `0x${string}`
}

/** Waits until the transaction dialog says that it is over, e.g. `Bought`, then closes it. */
export async function finished(page: Page, words: string, shot?: (name: string) => Promise<void>): Promise<void> {
  const sheet = dialog(page, words)
  await sheet.waitFor({ timeout: 60_000 })
  await shot?.(`flow-${words.toLowerCase().replaceAll(' ', '-')}`)
  await sheet.getByRole('button', { name: 'Close' }).first().click()
  await sheet.waitFor({ state: 'hidden' })
}
