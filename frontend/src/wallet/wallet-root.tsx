/** The wallet library and its dialogs. */
export function WalletRoot() {
  return null
}
