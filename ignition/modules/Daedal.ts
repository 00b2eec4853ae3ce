import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

/** Fee in force from the start, basis points. */
const FEE_BPS = 250
/** Stands for a contract that the chain does not have. */
const NOBODY = '0x0000000000000000000000000000000000000000'

/**
 * Market and house collection. Parameters: `wrappedEther`, the ERC-20 that pays offers; `owner` of the market and `feeReceiver`
 * (both the deployer when left out); `feeBps`; `royaltyRegistry` and `permit2`, where the chain has them; `contractUri`, the ERC-7572 address of the collection.
 */
export default buildModule('Daedal', (m) => {
  const deployer = m.getAccount(0)
  const market = m.contract('Market', [
    m.getParameter('owner', deployer),
    m.getParameter('feeReceiver', deployer),
    m.getParameter('feeBps', FEE_BPS),
    [m.getParameter<string>('wrappedEther')],
    m.getParameter('royaltyRegistry', NOBODY),
    m.getParameter('permit2', NOBODY),
  ])
  const assetCollection = m.contract('AssetCollection', [market, m.getParameter('contractUri', '')])
  return { market, assetCollection }
})
