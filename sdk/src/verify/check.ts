/** Every check, in the order they are made and shown. The id is stable: pages name their own sentence by it. */
export const checkSentences = {
  root: 'The chain names this content',
  blocks: 'Every block matches its hash',
  core: 'The record matches its hash',
  token: 'The token id is made of creator and record',
  binding: 'The record names this chain, contract and creator',
  signature: 'Signed by the creator',
  asset: 'The files are the ones recorded',
  metadata: 'The metadata names these files',
  label: 'The AI label agrees on chain, in file and in record',
  terms: 'Licence and royalty terms agree on chain and in record',
  owner: 'The chain knows its owner',
  prompt: 'The prompt matches its commitment',
  parents: 'Parents exist and verify',
  c2pa: 'C2PA manifest',
  pixels: 'The decoded pixels and vertices are the ones recorded',
  engine: 'The recorded engine is at hand',
  regeneration: 'Made again, bit for bit',
} as const

export type CheckId = keyof typeof checkSentences
export const checkIds = Object.keys(checkSentences) as CheckId[]

/** How a check ended. `weak`: true, but less than it could show; `none`: not assessed, the reading says why. */
export type Verdict = 'pass' | 'weak' | 'none' | 'fail'

/** What a check found: its state and what was measured, in one English line. */
export type Finding = { state: Verdict; reading: string }

/** A check as it stands. `checking` may be told several times, with how far it is. */
export type Check = { id: CheckId; state: Verdict | 'checking'; reading: string }

const finding =
  (state: Verdict) =>
  (reading: string): Finding => ({ state, reading: oneLine(reading) })

export const pass = finding('pass')
export const weak = finding('weak')
export const notAssessed = finding('none')
export const fail = finding('fail')

const READING_LIMIT = 400

/** One line without control or direction characters: readings repeat text that a stranger wrote. */
export function oneLine(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return clean.length > READING_LIMIT ? `${clean.slice(0, READING_LIMIT - 1)}…` : clean
}

/** `1 block`, `2 blocks`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** A CID, hash or address that keeps both ends: `bafybei…4bnu`. */
export const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 10)}…${text.slice(-6)}` : text)
