import { parseArgs } from 'node:util'

const help = `npm start [-- options]

  --port N       port of pages, API and gateway (default 3210)
  --chain-port N port of the local chain's JSON-RPC (default 8545, or a free one when that is taken)
  --dir PATH     folder of the local state (default .daedal)
  --fresh        forget the local chain, database and content first
  --no-samples   do not generate sample assets on the first start
  --no-open      do not open a browser
  --help         this text

Production parts are chosen by environment variables, see README: CHAIN_RPC_URL, DATABASE_URL, IPFS_API_URL.
Ctrl-C stops everything.
`

/** What a person asked of `npm start`. */
export type StackOptions = {
  port: number
  /** Undefined: 8545, or a free port when that is taken. */
  chainPort: number | undefined
  dir: string
  fresh: boolean
  samples: boolean
  open: boolean
}

function portOf(name: string, text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new RangeError(`--${name} must be a port from 1 to 65535, not "${text}".`)
  return port
}

/** Reads the command line; prints the help and returns null when asked for it. Throws with one sentence on a wrong option. */
export function parseOptions(argv: string[]): StackOptions | null {
  const { values } = parseArgs({
    args: argv,
    allowNegative: true,
    options: {
      port: { type: 'string', default: '3210' },
      'chain-port': { type: 'string' },
      dir: { type: 'string', default: '.daedal' },
      fresh: { type: 'boolean', default: false },
      samples: { type: 'boolean', default: true },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return null
  }
  return {
    port: portOf('port', values.port),
    chainPort: values['chain-port'] === undefined ? undefined : portOf('chain-port', values['chain-port']),
    dir: values.dir,
    fresh: values.fresh,
    samples: values.samples,
    open: values.open && process.stdout.isTTY === true && !process.env.CI,
  }
}
