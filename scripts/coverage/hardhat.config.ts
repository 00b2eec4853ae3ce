import { defineConfig } from 'hardhat/config'
import config from '../../hardhat.config.ts'

/**
 * The project with counted statements. Its artifacts are kept apart: a contract that counts must never be deployed by another
 * command. It is larger and needs more gas, so the limits of size do not hold.
 */
export default defineConfig({
  ...config,
  paths: { ...config.paths, artifacts: '.daedal/coverage/artifacts', cache: '.daedal/coverage/cache' },
  typechain: { tsNocheck: true, outDir: '.daedal/coverage/types' },
  networks: { default: { type: 'edr-simulated', chainId: 31_337, hardfork: 'osaka', allowUnlimitedContractSize: true } },
})
