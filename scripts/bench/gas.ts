import hre from 'hardhat'

/**
 * Gas of whole transactions in the steady state, measured on Hardhat's EVM by the scenarios that the contracts' tests hold to
 * ceilings. With `--json` one line a figure.
 */
await hre.tasks.getTask('build').run({ quiet: true })
const { gasTable, measureGas } = await import('../../test/fixtures/gas-scenarios.ts')
const figures = await measureGas()
if (process.argv.includes('--json'))
  for (const { name, gas, firstInLane } of figures)
    process.stdout.write(
      `${JSON.stringify({ name, value: Number(gas), ...(firstInLane === null ? {} : { firstInLane: Number(firstInLane) }) })}\n`,
    )
else process.stdout.write(`${gasTable(figures)}\n`)
process.exit(0)
