import type { asset as english } from '../en/asset.ts'

export const asset: Record<keyof typeof english, string> = {}
