/** A currency of a world on paper: what may be poured, and what the flows of its events make of it. */

type PaperFaucet = { perWindow: bigint; perAccount: bigint; total: bigint; window: bigint }
type PaperPoint = { time: bigint; most: bigint }
type Terms = { declaredAt: bigint; curve: readonly PaperPoint[]; faucets: readonly PaperFaucet[]; sinks: number }

const key = (...parts: unknown[]) => parts.join(':')

export class PaperCurrency {
  readonly emitted: bigint[]
  readonly drained: bigint[]
  readonly balances = new Map<string, bigint>()
  readonly allowances = new Map<string, bigint>()
  /** By faucet and window, and by faucet, window and account. */
  readonly #poured = new Map<string, bigint>()
  readonly #terms: Terms

  constructor(terms: Terms) {
    this.#terms = terms
    this.emitted = terms.faucets.map(() => 0n)
    this.drained = Array.from({ length: terms.sinks }, () => 0n)
  }

  /** The straight line between the points around a time, cut to a whole number. */
  curveAt(time: bigint): bigint {
    const { curve } = this.#terms
    const left = curve.findLast((point) => point.time <= time)
    const right = curve.find((point) => point.time > time)
    if (!left) return 0n
    return right ? left.most + ((right.most - left.most) * (time - left.time)) / (right.time - left.time) : left.most
  }

  get supply(): bigint {
    const sum = (parts: readonly bigint[]) => parts.reduce((all, part) => all + part, 0n)
    return sum(this.emitted) - sum(this.drained)
  }

  balanceOf = (account: string) => this.balances.get(account) ?? 0n
  allowanceOf = (owner: string, spender: string) => this.allowances.get(key(owner, spender)) ?? 0n

  #windowOf(faucet: number, time: bigint, account = '') {
    const terms = this.#terms.faucets[faucet] as PaperFaucet
    return key(faucet, (time - this.#terms.declaredAt) / terms.window, account)
  }

  /** The most that can be poured to an account at a time. */
  leftFor(faucet: number, account: string, time: bigint): bigint {
    const terms = this.#terms.faucets[faucet] as PaperFaucet
    const used = (of: string) => this.#poured.get(of) ?? 0n
    const limits = [
      this.curveAt(time) - this.supply,
      terms.perWindow - used(this.#windowOf(faucet, time)),
      terms.perAccount - used(this.#windowOf(faucet, time, account)),
      ...(terms.total === 0n ? [] : [terms.total - (this.emitted[faucet] as bigint)]),
    ]
    return limits.toSorted((a, b) => (a < b ? -1 : 1))[0] as bigint
  }

  /** Pours all or none; whether it could. */
  pour(faucet: number, pours: readonly { to: string; amount: bigint }[], time: bigint): boolean {
    const before = { poured: new Map(this.#poured), emitted: this.emitted[faucet] as bigint, balances: new Map(this.balances) }
    for (const { to, amount } of pours) {
      if (amount === 0n || amount > this.leftFor(faucet, to, time)) {
        this.emitted[faucet] = before.emitted
        for (const [map, old] of [
          [this.#poured, before.poured],
          [this.balances, before.balances],
        ] as const) {
          map.clear()
          for (const [name, value] of old) map.set(name, value)
        }
        return false
      }
      this.emitted[faucet] = (this.emitted[faucet] as bigint) + amount
      for (const window of [this.#windowOf(faucet, time), this.#windowOf(faucet, time, to)])
        this.#poured.set(window, (this.#poured.get(window) ?? 0n) + amount)
      this.balances.set(to, this.balanceOf(to) + amount)
    }
    return true
  }

  drain(sink: number, from: string, amount: bigint): boolean {
    if (amount === 0n || amount > this.balanceOf(from)) return false
    this.drained[sink] = (this.drained[sink] as bigint) + amount
    this.balances.set(from, this.balanceOf(from) - amount)
    return true
  }

  drainFrom(sink: number, from: string, by: string, amount: bigint): boolean {
    if (amount > this.allowanceOf(from, by) || !this.drain(sink, from, amount)) return false
    this.allowances.set(key(from, by), this.allowanceOf(from, by) - amount)
    return true
  }

  allow(owner: string, spender: string, amount: bigint): void {
    this.allowances.set(key(owner, spender), amount)
  }

  transfer(from: string, to: string, amount: bigint): boolean {
    if (amount > this.balanceOf(from)) return false
    this.balances.set(from, this.balanceOf(from) - amount)
    this.balances.set(to, this.balanceOf(to) + amount)
    return true
  }
}
