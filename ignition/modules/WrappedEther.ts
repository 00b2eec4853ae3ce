import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

/** Wrapped ether, for a chain that has none, such as the local one. */
export default buildModule('WrappedEther', (m) => ({ wrappedEther: m.contract('WrappedEther') }))
