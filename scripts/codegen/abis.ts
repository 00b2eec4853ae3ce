import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hardhat } from '@wagmi/cli/plugins'
import { buildContracts } from '../dev/build.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Which contract's ABI each generated file holds. */
const outputs: Record<string, readonly string[]> = {
  'protocol/src/market/abi.gen.ts': [
    'market/AuctionHouse.sol/AuctionHouse.json',
    'market/Drops.sol/Drops.json',
    'market/Market.sol/Market.json',
    'market/OrderValidator.sol/OrderValidator.json',
    'market/Rentals.sol/Rentals.json',
    'market/WrappedEther.sol/WrappedEther.json',
    'market/interfaces/IAssetStateSource.sol/IAssetStateSource.json',
  ],
  'protocol/src/provenance/abi.gen.ts': ['provenance/ReproductionRegistry.sol/ReproductionRegistry.json'],
  'protocol/src/royalties/abi.gen.ts': [
    'royalties/RoyaltyRegistry.sol/RoyaltyRegistry.json',
    'royalties/RoyaltySplit.sol/RoyaltySplit.json',
    'royalties/RoyaltySplits.sol/RoyaltySplits.json',
  ],
  'protocol/src/tokens/abi.gen.ts': [
    'tokens/AssetCollection.sol/AssetCollection.json',
    'tokens/CollectionFactory.sol/CollectionFactory.json',
    'tokens/CreatorCollection.sol/CreatorCollection.json',
    'tokens/EditionCollection.sol/EditionCollection.json',
    'tokens/interfaces/IVoucherMinter.sol/IVoucherMinter.json',
  ],
  'protocol/src/worlds/abi.gen.ts': [
    'worlds/AvatarAccount.sol/AvatarAccount.json',
    'worlds/WorldCurrency.sol/WorldCurrency.json',
    'worlds/WorldCurrencyFactory.sol/WorldCurrencyFactory.json',
    'worlds/WorldRegistry.sol/WorldRegistry.json',
    'worlds/interfaces/IAccountRegistry.sol/IAccountRegistry.json',
  ],
}

/** `WrappedEther` → `wrappedEtherAbi`, and the interface `IVoucherMinter` → `voucherMinterAbi`. */
const constantOf = (contract: string) => {
  const name = contract.replace(/^I(?=[A-Z])/, '')
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Abi`
}

/** Every generated file as `[path, text]`, from the compiler's artifacts. */
export async function abiFiles(): Promise<[path: string, text: string][]> {
  await buildContracts()
  return Promise.all(
    Object.entries(outputs).map(async ([path, include]): Promise<[string, string]> => {
      const plugin = hardhat({ project: root, artifacts: 'artifacts/contracts', include: [...include], commands: { build: false } })
      const contracts = (await plugin.contracts?.()) ?? []
      if (contracts.length !== include.length) throw new Error(`${path}: ${contracts.length} of ${include.length} artifacts were found`)
      const constants = contracts
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, abi }) => {
          const entries = (abi as readonly unknown[]).map((entry) => `  ${JSON.stringify(entry)},\n`)
          return `/** ABI of \`contracts/${include.find((file) => file.endsWith(`/${name}.json`))?.replace(/\/[^/]+$/, '')}\`. */\nexport const ${constantOf(name)} = [\n${entries.join('')}] as const\n`
        })
      return [path, `// Written by npm run codegen from the compiler's artifacts.\n\n${constants.join('\n')}`]
    }),
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, text] of await abiFiles()) {
    const file = join(root, path)
    let before = ''
    try {
      before = readFileSync(file, 'utf8')
    } catch {
      mkdirSync(dirname(file), { recursive: true })
    }
    if (before === text) process.stdout.write(`${path}: up to date\n`)
    else if (process.argv.includes('--check')) {
      process.stderr.write(`${path}: does not match the contracts; run npm run codegen\n`)
      process.exitCode = 1
    } else {
      writeFileSync(file, text)
      process.stdout.write(`${path}: written\n`)
    }
  }
}
