import { describe, expect, it } from 'vitest'
import { accountDid, assetRef, parseAccountDid, parseAssetRef, parseTokenRef } from './caip.ts'

const collection = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'

describe('caip', () => {
  it('writes and reads asset ids', () => {
    const id = assetRef(31_337, collection, 2n ** 256n - 1n)
    expect(parseAssetRef(id)).toEqual({ chainId: 31_337, collection, tokenId: 2n ** 256n - 1n })
    expect(parseAssetRef(id.toLowerCase())?.collection).toBe(collection)
  })

  it('reads ids of tokens with units by name of their standard', () => {
    const id = assetRef(1, collection, 7n, 'erc1155')
    expect(parseTokenRef(id)).toEqual({ chainId: 1, collection, tokenId: 7n, standard: 'erc1155' })
    expect(parseTokenRef(assetRef(1, collection, 7n))?.standard).toBe('erc721')
    expect(parseTokenRef(id.replace('erc1155', 'erc20'))).toBeNull()
  })

  it('refuses what is not an asset id', () => {
    for (const text of [
      '',
      'eip155:1/erc721:0x12/1',
      `eip155:0/erc721:${collection}/1`,
      `eip155:1/erc721:${collection}/01`,
      `eip155:1/erc721:${collection}/${2n ** 256n}`,
      `eip155:1/erc1155:${collection}/1`,
    ])
      expect(parseAssetRef(text)).toBeNull()
  })

  it('writes and reads account identifiers', () => {
    expect(parseAccountDid(accountDid(1, collection))).toEqual({ chainId: 1, address: collection })
    expect(parseAccountDid('did:web:example.org')).toBeNull()
  })
})
