import hre from 'hardhat'

/**
 * Gas of whole transactions in the steady state, measured on Hardhat's EVM by the scenarios that the contracts' tests hold to
 * ceilings, and beside it what Seaport 1.6 needs for the same trade of the same token, and Zora's auction house for the same auction.
 * With `--json` one line a figure.
 */
await hre.tasks.getTask('build').run({ quiet: true })
const { measureGas } = await import('../../test/fixtures/gas-scenarios.ts')
const { measureSeaport } = await import('./seaport/measure.ts')
const { measureAuctions } = await import('../../test/fixtures/auction-gas.ts')
const { measureZora } = await import('./zora/measure.ts')

/** Our scenario → the one of Seaport that it is compared with, where that is not its namesake. */
const peers: Record<string, string> = { 'gas.a-own': 'gas.a', 'gas.a-house': 'gas.a', 'gas.f-own': 'gas.f' }

const ours = await measureGas()
const theirs = await measureSeaport()
const ofAuctions = await measureAuctions()
const ofZora = await measureZora()
const rows = ours.map((figure) => ({ ...figure, seaport: theirs.get(peers[figure.name] ?? figure.name) ?? null }))
const ratio = (gas: bigint | null, of: bigint | null) =>
  gas === null || of === null ? '–' : `${((Number(gas) * 100) / Number(of)).toFixed(1)} %`

if (process.argv.includes('--json')) {
  for (const { name, gas, firstInLane, seaport } of rows)
    process.stdout.write(
      `${JSON.stringify({ name, value: Number(gas), firstInLane: firstInLane && Number(firstInLane), seaport: seaport && Number(seaport) })}\n`,
    )
  for (const { title, gas } of ofAuctions) {
    const zora = ofZora.get(title)
    process.stdout.write(
      `${JSON.stringify({ name: `auction: ${title}`, value: Number(gas), zora: zora === undefined ? null : Number(zora) })}\n`,
    )
  }
} else {
  const columns = ['steady', 'first', 'Seaport', 'of it', 'first of it']
  process.stdout.write(`${''.padEnd(56)}${columns.map((column) => column.padStart(12)).join('')}\n`)
  for (const { name, title, gas, firstInLane, seaport } of rows) {
    const cells = [String(gas), String(firstInLane ?? '–'), String(seaport ?? '–'), ratio(gas, seaport), ratio(firstInLane, seaport)]
    process.stdout.write(`${`${name.padEnd(16)}${title}`.padEnd(56)}${cells.map((cell) => cell.padStart(12)).join('')}\n`)
  }
  process.stdout.write(`\n${'auctions'.padEnd(56)}${['ours', 'Zora', 'of it'].map((column) => column.padStart(12)).join('')}\n`)
  for (const { title, gas } of ofAuctions) {
    const zora = ofZora.get(title) ?? null
    const cells = [String(gas), String(zora ?? '–'), ratio(gas, zora)]
    process.stdout.write(`${title.padEnd(56)}${cells.map((cell) => cell.padStart(12)).join('')}\n`)
  }
}
process.exit(0)
