type Address = `0x${string}`

/** One who gets a share of a royalty, in basis points. Mirrors `contracts/royalties/types/Payee.sol`. */
export type Payee = { readonly account: Address; readonly bps: number }

/** What a derivative owes to one parent. Mirrors `contracts/royalties/types/ParentShare.sol`. */
export type ParentShare = { readonly receiver: Address; readonly remixBps: number; readonly payees: readonly Payee[] }

/** Bounds of a lineage, as `contracts/royalties/libraries` has them. Shares are basis points. */
export const MAX_LINEAGE_PARENTS = 4
export const MAX_PAYEES = 8
export const MAX_PARENTS_BPS = 5_000
export const DUST_BPS = 10

const WHOLE = 10_000
const ZERO = '0x0000000000000000000000000000000000000000'
const keyOf = (account: Address) => account.toLowerCase()
const byKey = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1)

/**
 * Who shares the royalty of a derivative, by ascending account, exactly as `RoyaltySplits.lineageOf` computes it. `unpayable` are the
 * addresses of the contract and of its implementation: nobody could use what they are paid.
 */
export function lineageOf(own: Address, parents: readonly ParentShare[], unpayable: readonly Address[] = []): Payee[] {
  const nobody = [own, ZERO, ...unpayable].map((account) => keyOf(account as Address))
  const owed = parents.filter(({ receiver, remixBps }) => remixBps > 0 && !nobody.includes(keyOf(receiver)))
  const asked = owed.reduce((sum, { remixBps }) => sum + remixBps, 0)
  const claims = new Map<string, number>()
  for (const { receiver, remixBps, payees } of owed)
    for (const { account, bps } of payees.length > 0 ? payees : [{ account: receiver, bps: WHOLE }])
      claims.set(keyOf(account), (claims.get(keyOf(account)) ?? 0) + remixBps * bps)
  claims.delete(keyOf(own))
  const shares = [...claims]
    .map(([account, claim]) => [account, Math.trunc((claim * MAX_PARENTS_BPS) / (WHOLE * Math.max(asked, MAX_PARENTS_BPS)))] as const)
    .filter(([, bps]) => bps >= DUST_BPS)
    .toSorted((a, b) => b[1] - a[1] || byKey(a, b))
    .slice(0, MAX_PAYEES - 1)
  const rest = shares.reduce((left, [, bps]) => left - bps, WHOLE)
  return [...shares, [keyOf(own), rest] as const].toSorted(byKey).map(([account, bps]) => ({ account: account as Address, bps }))
}
