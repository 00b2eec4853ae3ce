import { createDevelopmentProvider } from './provider.ts'
import { DEVELOPMENT_RDNS } from './rdns.ts'

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 26 26' fill='none' stroke='%2314191a' stroke-width='1.7'%3E%3Cpath fill='%23f3f5f3' stroke='none' d='M0 0h26v26H0z'/%3E%3Cpath d='M5 9h16v11H5zM5 9l11-4v4M16 14.500h2'/%3E%3C/svg%3E" as const

let announced = false

/** Announces the development wallet to this page (EIP-6963), once. */
export function announceDevelopmentWallet(options: { name: string; rpcUrl: string; chainId: number; chainName: string }): void {
  if (announced) return
  announced = true
  const detail = Object.freeze({
    info: { uuid: crypto.randomUUID(), name: options.name, icon, rdns: DEVELOPMENT_RDNS },
    provider: createDevelopmentProvider(options),
  })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}
