import { createStore } from '../lib/store.ts'

/** What the wallet shows: nothing, the connect dialog, or the account's sheet. */
export type WalletDialog = 'none' | 'connect' | 'account'

export const walletDialog = createStore<WalletDialog>('none')

/** Whether the wallet library is wanted. Once true it stays so. */
export const walletWanted = createStore(false)

/** Opens the connect dialog; loads the wallet library when it is not there yet. */
export function openWallet(dialog: 'connect' | 'account' = 'connect'): void {
  walletDialog.set(dialog)
  walletWanted.set(true)
}
