import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { PromptOpening } from '@daedal/protocol/provenance/commitment'
import { Check as matches } from 'typebox/value'
import { engineCodeDigest, readEngineSources } from '../engine-sources.ts'
import { type Check, checkSentences, oneLine } from '../verify/check.ts'
import type { ReachedProof } from '../verify/reached-proof.ts'
import { type Verification, verifyAsset } from '../verify.ts'
import { findRpc, readAsset, readUrl } from './arguments.ts'
import { DEFAULT_GATEWAY } from './default-gateway.ts'
import { EXIT, UsageError } from './exit-codes.ts'

const rungs = ['claimed', 'attested', 'reproduced'] as const satisfies readonly ReachedProof[]

const words = { pass: 'pass', weak: 'weaker', none: 'not assessed', fail: 'FAILED', checking: 'checking' } as const

/** `daedal verify` */
export async function verifyCommand(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      car: { type: 'string' },
      rpc: { type: 'string' },
      gateway: { type: 'string' },
      reveal: { type: 'string' },
      require: { type: 'string', default: 'claimed' },
      json: { type: 'boolean', default: false },
    },
  })
  const { asset, id } = readAsset(positionals[0])
  if (positionals.length > 1) throw new UsageError('One asset at a time.')
  const required = rungs.find((rung) => rung === values.require)
  if (!required) throw new UsageError(`--require is one of ${rungs.join(', ')}, not ${JSON.stringify(values.require)}.`)
  const gateway = values.car === undefined || values.gateway !== undefined ? readUrl('gateway', values.gateway ?? DEFAULT_GATEWAY) : null
  const opening = values.reveal === undefined ? undefined : await readOpening(values.reveal)
  const bytes = values.car === undefined ? null : await readFile(values.car)
  const rpcUrl = await findRpc(values.rpc, gateway, asset.chainId)
  const found = await verifyAsset(
    {
      assetId: id,
      source: bytes ? { kind: 'car', bytes } : { kind: 'gateway', baseUrl: gateway ?? DEFAULT_GATEWAY },
      chain: rpcUrl === null ? null : { rpcUrl },
      engineCodeSha256: engineCodeDigest(await readEngineSources()),
      ...(opening && { opening }),
    },
    showProgress(),
  )
  const chainWasSilent = rpcUrl !== null && found.checks.some((check) => check.id === 'root' && check.state === 'none')
  const reached = found.proof !== null && rungs.indexOf(found.proof) >= rungs.indexOf(required)
  const exit = found.counts.fail > 0 ? EXIT.failed : reached && !chainWasSilent ? EXIT.good : EXIT.weaker
  process.stdout.write(values.json ? `${JSON.stringify({ ...found, required, exit }, null, 2)}\n` : report(found, required, exit))
  return exit
}

/** The tally in words, then a line a check, then what it amounts to. */
function report({ assetId, cid, checks, counts, proof }: Verification, required: ReachedProof, exit: number): string {
  const tally = (['pass', 'weak', 'none', 'fail'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${words[state]}`)
  const rows = checks.map(({ id, state, reading }) => `${words[state].padEnd(14)}${checkSentences[id]}: ${reading}`)
  const end = {
    [EXIT.good]: `${proof === 'reproduced' ? 'Reproduced: this machine made the same, bit for bit.' : "Claimed: the maker's signed record holds."}`,
    [EXIT.failed]: 'Failed: this is not the asset that its id names, or it is damaged.',
    [EXIT.weaker]: `Weaker than asked: ${required} was required, ${proof ?? 'less than a claim'} was reached${proof === null || rungs.indexOf(proof) < rungs.indexOf(required) ? '' : ', and the chain did not answer'}.`,
  }[exit]
  return `${assetId}\n${cid}\n\n${tally.join(', ')}\n\n${rows.join('\n')}\n\n${end}\n`
}

/** One line that is written over, for a person who waits; nothing when nobody watches. */
function showProgress(): (check: Check) => void {
  const { stderr } = process
  if (!stderr.isTTY) return () => {}
  return ({ id, state, reading }) => {
    const line = state === 'checking' ? `${checkSentences[id]} … ${reading}` : ''
    stderr.write(`\r\u001b[K${line.slice(0, Math.max(20, (stderr.columns ?? 80) - 1))}`)
  }
}

/** What opens a prompt: as it stands, or inside the service's answer (`{coreHash, opening}`). */
async function readOpening(file: string): Promise<PromptOpening> {
  const text = await readFile(file, 'utf8')
  try {
    const json = JSON.parse(text) as { opening?: unknown } | null
    const opening = json?.opening ?? json
    if (matches(PromptOpening, opening)) return opening
  } catch (cause) {
    throw new UsageError(`${file} is not JSON: ${oneLine((cause as Error).message)}`)
  }
  throw new UsageError(`${file} does not open a prompt: {"prompt": {"text", "salt"}, "negative": null} is expected.`)
}
