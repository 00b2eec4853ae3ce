#!/usr/bin/env node
// The way into the `daedal` command. The sources are TypeScript that Node runs as it is, so Node must be able to.
if (!process.features.typescript) {
  process.stderr.write(
    `daedal needs Node 22.18 or newer, and this is ${process.versions.node}. Run it with a newer one: npx -p node@24 -- daedal …\n`,
  )
  process.exit(69)
}
const warn = process.emitWarning
process.emitWarning = (warning, ...rest) => {
  const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0]
  if (type !== 'ExperimentalWarning') warn.call(process, warning, ...rest)
}
process.stdout.on('error', (error) => {
  // The reader of a pipe has seen enough.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
const { main } = await import('../src/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
