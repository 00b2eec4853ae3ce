import { expect, it } from 'vitest'
import { marketAbi } from '../market/abi.gen.ts'
import { reproductionRegistryAbi } from '../provenance/abi.gen.ts'
import { assetCollectionAbi, creatorCollectionAbi, editionCollectionAbi } from '../tokens/abi.gen.ts'
import { worldRegistryAbi } from '../worlds/abi.gen.ts'
import { codeOfError, knownCodeOf } from './contract-errors.ts'

it('every error of our contracts has its twin in the API', () => {
  const abis = [
    ...marketAbi,
    ...assetCollectionAbi,
    ...creatorCollectionAbi,
    ...editionCollectionAbi,
    ...reproductionRegistryAbi,
    ...worldRegistryAbi,
  ]
  const names = abis.flatMap((entry) => (entry.type === 'error' ? [entry.name] : []))
  const ours = names.filter((name) => /^(Market|Tokens|Provenance|Worlds)[A-Z]/.test(name))
  expect(ours.length).toBeGreaterThan(60)
  expect(ours.filter((name) => knownCodeOf(name) === null)).toEqual([])
})

it('leaves the errors of standards alone', () => {
  expect(codeOfError('MarketOrderEpochPassed')).toBe('MARKET_ORDER_EPOCH_PASSED')
  expect(knownCodeOf('ERC721InsufficientApproval')).toBeNull()
})
