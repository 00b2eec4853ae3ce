import type { market as english } from '../en/market.ts'

export const market: Record<keyof typeof english, string> = {}
