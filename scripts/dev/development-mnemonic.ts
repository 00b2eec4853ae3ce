/** Public development mnemonic of Hardhat: its keys own nothing outside the local chain. */
export const DEVELOPMENT_MNEMONIC = 'test test test test test test test test test test test junk'
