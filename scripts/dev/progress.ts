/** Prints one line a step: its name, then how long it took or why it failed. */
export async function step<T>(name: string, work: () => Promise<T>, note?: (value: T) => string): Promise<T> {
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  try {
    const value = await work()
    process.stdout.write(`  ${name.padEnd(28)}${seconds().padStart(7)}${note ? `   ${note(value)}` : ''}\n`)
    return value
  } catch (cause) {
    process.stdout.write(`  ${name.padEnd(28)}${seconds().padStart(7)}   failed\n`)
    throw cause
  }
}
