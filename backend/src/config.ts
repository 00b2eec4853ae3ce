import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'

const text = (description: string, options: Record<string, unknown> = {}) => Type.String({ description, ...options })
const count = (description: string, value: number, minimum = 0, maximum = Number.MAX_SAFE_INTEGER) =>
  Type.Integer({ description, default: value, minimum, maximum })

/**
 * Every variable the backend reads, with its default and its sentence. The README's table is made from it.
 * A variable without a default must be given; one with an empty default is off until it is given.
 */
export const Config = Type.Object({
  HOST: text('Address to listen on', { default: '127.0.0.1', minLength: 1 }),
  PORT: count('Port of the API, the pages and the gateway; 0 takes a free one', 4000, 0, 65_535),
  PUBLIC_URL: text('Address people open; sign-in messages must name it. Empty: http://HOST:PORT', {
    default: '',
    pattern: '^$|^https?://[^/?#]+$',
  }),
  DATABASE_URL: text('PostgreSQL connection string', { pattern: '^postgres(ql)?://' }),
  DATABASE_POOL: count('Connections to the database a process may hold', 10, 1, 200),
  CHAIN_RPC_URL: text('JSON-RPC URL of the chain; several, separated by commas, are failover', { pattern: '^https?://[^\\s]+$' }),
  DEPLOYMENT_FILE: text('JSON file that says where the contracts are (chainId, market, assetCollection, wrappedEther, deploymentBlock)', {
    minLength: 1,
  }),
  DATA_DIR: text('Folder of blocks and keys', { default: '.daedal', minLength: 1 }),
  FRONTEND_DIR: text('Folder of the built pages; nothing is served when it is missing', { default: 'frontend/dist' }),
  IPFS_API_URL: text('RPC address of a Kubo node. Empty: the embedded block store under DATA_DIR', {
    default: '',
    pattern: '^$|^https?://',
  }),
  CHAIN_NAME: text('Name of the chain in the pages. Empty: Localhost on 31337, else the chain id', { default: '' }),
  CHAIN_PUBLIC_RPC_URL: text('JSON-RPC URL that browsers use. Empty: /rpc on the local chain, else the first CHAIN_RPC_URL', {
    default: '',
  }),
  CHAIN_EXPLORER_URL: text('Block explorer, for links. Empty: none', { default: '', pattern: '^$|^https?://' }),
  RATE_LIMIT_PER_MINUTE: count('Reads an address may make in a minute', 6_000, 1),
  RATE_LIMIT_WRITES_PER_MINUTE: count('Writes (POST, PUT, PATCH, DELETE) an address may make in a minute', 600, 1),
  TRUST_PROXY: Type.Boolean({ description: 'Take the client address from X-Forwarded-For; only behind a proxy of yours', default: false }),
  GENERATION_WORKERS: count('Pictures drawn at once; 0: one for each processor core', 0, 0, 256),
  GENERATION_TIMEOUT_SECONDS: count('Time one picture may take', 120, 1, 3_600),
  GENERATION_MEMORY_MB: count('Memory one picture may take, MiB', 1_024, 64, 65_536),
  GENERATION_QUEUE: count('Jobs that may wait or run in total', 500, 1),
  GENERATION_JOBS_PER_CLIENT: count('Jobs one account or network address may have open', 4, 1),
  GENERATION_DAYS: count('Days a picture that was not minted is kept', 7, 1, 3_650),
  OPENAI_API_KEY: text('Key of a provider with the OpenAI API, for personas. Empty: none, or a server that needs none', { default: '' }),
  OPENAI_BASE_URL: text('Address of that API. Empty: https://api.openai.com/v1 when a key is given', {
    default: '',
    pattern: '^$|^https?://',
  }),
  OPENAI_MODEL: text('Model of that provider', { default: 'gpt-5-mini', minLength: 1 }),
  OPENAI_TIMEOUT_SECONDS: count('Silence after which the provider is given up', 30, 1, 600),
  SESSION_HOURS: count('Hours a sign-in lasts', 24, 1, 720),
  LOG_LEVEL: Type.Unsafe<'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'>(
    Type.String({
      description: 'fatal, error, warn, info, debug, trace or silent',
      default: 'info',
      enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    }),
  ),
})
export type Config = Static<typeof Config>

/** A variable that is missing or wrong; the message has one line for each. */
export class ConfigError extends Error {
  constructor(lines: readonly string[]) {
    super(`The configuration is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

/** Reads the environment once. Throws ConfigError with every wrong variable named; values of secrets are not repeated. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given: Record<string, unknown> = {}
  for (const key of Object.keys(Config.properties)) {
    const value = environment[key]?.trim()
    if (value !== undefined && value !== '') given[key] = value
  }
  const config = Value.Default(Config, Value.Convert(Config, given)) as Config
  if (Value.Check(Config, config)) return config
  const lines = new Map<string, string>()
  for (const error of Value.Errors(Config, config)) {
    const missing = (error.params as { requiredProperties?: string[] }).requiredProperties
    if (missing) for (const key of missing) lines.set(key, `${key} is missing: ${sentenceOf(key)}`)
    else {
      const key = error.instancePath.slice(1)
      lines.set(key, `${key} ${error.message}: ${sentenceOf(key)}`)
    }
  }
  throw new ConfigError([...lines.values()])
}

const sentenceOf = (key: string): string => (Config.properties as Record<string, { description?: string }>)[key]?.description ?? ''
