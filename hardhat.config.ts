import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import type {} from '@nomicfoundation/hardhat-ethers-chai-matchers'
import hardhatIgnitionEthers from '@nomicfoundation/hardhat-ignition-ethers'
import type {} from '@nomicfoundation/hardhat-mocha'
import type {} from '@nomicfoundation/hardhat-network-helpers'
import type {} from '@nomicfoundation/hardhat-typechain'
import { defineConfig, overrideTask } from 'hardhat/config'
import type { HardhatPlugin } from 'hardhat/types/plugins'

const require = createRequire(import.meta.url)

/** What only the tests need. A run-time installation leaves these packages out and still compiles and deploys. */
const testPlugins = [
  '@nomicfoundation/hardhat-ethers-chai-matchers',
  '@nomicfoundation/hardhat-mocha',
  '@nomicfoundation/hardhat-network-helpers',
  '@nomicfoundation/hardhat-typechain',
]

async function installed(names: readonly string[]): Promise<HardhatPlugin[]> {
  const found: HardhatPlugin[] = []
  for (const name of names) {
    try {
      import.meta.resolve(name)
    } catch {
      continue
    }
    found.push(((await import(name)) as { default: HardhatPlugin }).default)
  }
  return found
}

const plugins = [hardhatIgnitionEthers, ...(await installed(testPlugins))]

/** Mocha runs the contracts' tests only: those in test/e2e belong to another runner. */
const contractTests = () =>
  globSync('test/{market,tokens,royalties,provenance,worlds,parity,invariant,findings}/**/*.test.ts', { cwd: import.meta.dirname }).sort()
const mocha = overrideTask(['test', 'mocha'])
  .setInlineAction((args, _, runSuper) => runSuper({ ...args, testFiles: args.testFiles.length > 0 ? args.testFiles : contractTests() }))
  .build()

const compiler = {
  version: '0.8.30',
  // The compiler comes with npm, so nothing is downloaded.
  path: require.resolve('solc/soljson.js'),
  settings: { viaIR: true, evmVersion: 'prague', optimizer: { enabled: true, runs: 1_000_000 } },
}

/** Contracts that would not fit if everything in them were laid out for speed, and the optimizer runs with which they do. */
const runsOf = {
  'contracts/market/Market.sol': 2_000,
  'contracts/market/Rentals.sol': 10_000,
  // Only asked off chain.
  'contracts/market/OrderValidator.sol': 1,
  'contracts/tokens/AssetCollection.sol': 10_000,
  'contracts/tokens/CollectionFactory.sol': 10_000,
  'contracts/tokens/CreatorCollection.sol': 10_000,
  'contracts/tokens/EditionCollection.sol': 10_000,
  // It makes its own market and collection.
  'test/market/Market.t.sol': 2_000,
}
const overrides = Object.fromEntries(
  Object.entries(runsOf).map(([path, runs]) => [
    path,
    { ...compiler, settings: { ...compiler.settings, optimizer: { enabled: true, runs } } },
  ]),
)
const profile = { compilers: [compiler], overrides }

export default defineConfig({
  plugins,
  tasks: plugins.length > 1 ? [mocha] : [],
  solidity: { profiles: { default: profile, production: profile } },
  networks: {
    default: { type: 'edr-simulated', chainId: 31_337, hardfork: 'osaka', allowUnlimitedContractSize: false },
  },
  // Written by a tool in another style than ours: typed, but not checked.
  typechain: { tsNocheck: true },
  paths: { tests: { solidity: './test', mocha: './test' } },
})
