import { parseArgs } from 'node:util'
import { isAddress } from 'viem'
import { createClient } from '../client.ts'
import { ownedAssets } from '../owned-assets.ts'
import { oneLine } from '../verify/check.ts'
import { readUrl } from './arguments.ts'
import { DEFAULT_GATEWAY } from './default-gateway.ts'
import { EXIT, UsageError } from './exit-codes.ts'

/** `daedal owned` */
export async function ownedCommand(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { api: { type: 'string', default: DEFAULT_GATEWAY }, json: { type: 'boolean', default: false } },
  })
  const account = positionals[0]?.replace(/^(did:pkh:)?eip155:[0-9]+:/, '')
  if (account === undefined || !isAddress(account, { strict: false })) throw new UsageError('Whose assets? Name an account by its address.')
  const client = createClient({ baseUrl: readUrl('api', values.api) })
  let count = 0
  for await (const passport of ownedAssets(client, account)) {
    count += 1
    const { asset, kind, name, licence, renditions } = passport
    const files = renditions.map(({ role, mime }) => `${role} ${mime}`).join(', ')
    process.stdout.write(
      values.json ? `${JSON.stringify(passport)}\n` : `${asset}\n  ${oneLine(`${kind}, “${name}”, ${licence}; ${files}`)}\n`,
    )
  }
  if (count === 0 && !values.json) process.stdout.write(`${account} owns nothing here.\n`)
  return EXIT.good
}
