import { rename, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { cidOfRoot } from '@daedal/protocol/tokens/root'
import { counted } from '../verify/check.ts'
import { checkBlocks } from '../verify/check-blocks.ts'
import { checkRoot } from '../verify/check-root.ts'
import { fetchCar } from '../verify/fetch-car.ts'
import { gatherEvidence, statedCid } from '../verify/gather-evidence.ts'
import { readChain } from '../verify/read-chain.ts'
import { VerifyFailed } from '../verify/verify-failed.ts'
import { findRpc, readAsset, readUrl } from './arguments.ts'
import { DEFAULT_GATEWAY } from './default-gateway.ts'
import { EXIT, UsageError } from './exit-codes.ts'

/** `daedal car` */
export async function carCommand(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { out: { type: 'string' }, gateway: { type: 'string', default: DEFAULT_GATEWAY }, rpc: { type: 'string' } },
  })
  const { asset } = readAsset(positionals[0])
  if (positionals.length > 1) throw new UsageError('One asset at a time.')
  if (!values.out) throw new UsageError('--out says where to write it.')
  const gateway = readUrl('gateway', values.gateway)
  const rpcUrl = await findRpc(values.rpc, gateway, asset.chainId)
  const chain = rpcUrl === null ? null : await readChain(rpcUrl, asset)
  if (chain && chain.state !== 'known')
    throw new VerifyFailed(chain.state === 'silent' ? 'CHAIN_UNAVAILABLE' : 'CONTENT_NOT_FOUND', `${chain.why}.`)
  const cid = chain?.facts ? cidOfRoot(chain.facts.root) : await statedCid(gateway, asset)
  const bytes = await fetchCar(gateway, cid)
  const evidence = await gatherEvidence({
    asset,
    source: { kind: 'car', bytes },
    rpcUrl,
    opening: null,
    engineCodeSha256: null,
    signal: undefined,
    fetch: undefined,
    onStep: () => {},
  })
  for (const { state, reading } of [checkRoot(evidence), checkBlocks(evidence)]) {
    if (state !== 'fail') continue
    process.stderr.write(`Nothing was written: ${reading}.\n`)
    return EXIT.failed
  }
  await writeWhole(values.out, bytes)
  process.stdout.write(`${values.out}: ${cid}, ${counted(evidence.dag.sound.size, 'block')}, ${counted(bytes.length, 'byte')}\n`)
  if (chain === null) process.stdout.write('The chain was not asked: that the token names this content is not assessed.\n')
  return EXIT.good
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.part`
  try {
    await writeFile(draft, bytes, { flag: 'wx' })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
