import { bytesToHex } from 'viem'
import { type HDAccount, mnemonicToAccount, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { people } from './selection.ts'

/** The mnemonic every local chain uses. It is public: nothing of worth belongs to it. */
const MNEMONIC = 'test test test test test test test test test test test junk'

let parent: ReturnType<HDAccount['getHdKey']> | undefined

/** The accounts of the development wallet, in the order of {@link people}. */
export function developmentAccounts(): PrivateKeyAccount[] {
  // Stretching the mnemonic takes long; the children are quick.
  parent ??= mnemonicToAccount(MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey()
  const root = parent
  return people.map((_, index) => {
    const { privateKey } = root.deriveChild(index + 1)
    if (!privateKey) throw new Error(`development account ${index} has no key`)
    return privateKeyToAccount(bytesToHex(privateKey))
  })
}
