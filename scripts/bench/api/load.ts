import autocannon from 'autocannon'

export type Load = { p50: number; p95: number; p99: number; perSecond: number; failed: number }

/** Sends the requests in turn on so many connections, and measures each answer. Milliseconds. */
export async function measure(
  url: string,
  paths: readonly (string | { path: string; body: string })[],
  options: { connections: number; seconds: number },
): Promise<Load> {
  const requests = paths.map((path) =>
    typeof path === 'string'
      ? { path }
      : { path: path.path, method: 'POST' as const, body: path.body, headers: { 'content-type': 'application/json' } },
  )
  const run = autocannon({ url, connections: options.connections, duration: options.seconds, requests })
  const times: number[] = []
  run.on('response', (_client: unknown, _status: number, _bytes: number, time: number) => times.push(time))
  const result = await run
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    p99: round(at(0.99)),
    perSecond: Math.round(result.requests.average),
    failed: result.errors + result.timeouts + result.non2xx,
  }
}
