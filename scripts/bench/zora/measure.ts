import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContractFactory, type InterfaceAbi, MaxUint256, ZeroAddress } from 'ethers'
import { loadAuctions } from '../../../test/fixtures/auctions.ts'
import { networkHelpers, PRICE } from '../../../test/fixtures/trade.ts'

/** The auction house of Zora as npm has it (GPL-3.0): it is fetched for a measurement and never kept. */
const PACKAGE = '@zoralabs/auction-house@1.1.3'
const ARTIFACT = 'package/dist/artifacts/AuctionHouse.sol/AuctionHouse.json'
const DURATION = 3_600n

type Artifact = { abi: InterfaceAbi; bytecode: string }
type House = Record<string, (...args: unknown[]) => Promise<{ wait(): Promise<{ gasUsed: bigint } | null> }>>

/** Null without a registry that has the package, which is said. */
function fetchArtifact(): Artifact | null {
  const dir = mkdtempSync(join(tmpdir(), 'daedal-zora-'))
  try {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', dir], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ filename: string }]
    execFileSync('tar', ['xzf', join(dir, filename.replace('@', '').replace('/', '-')), '-C', dir, ARTIFACT])
    return JSON.parse(readFileSync(join(dir, ARTIFACT), 'utf8')) as Artifact
  } catch (cause) {
    process.stderr.write(`${PACKAGE} could not be had, so nothing is measured of it: ${String(cause).split('\n')[0]}\n`)
    return null
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * What the auction house of Zora needs for what our own is measured at, with the same tokens and currencies, by the titles of
 * `test/fixtures/auction-gas.ts`. Everyone has tokens and money, it holds others, approvals are done. Empty where it cannot be had.
 */
export async function measureZora(): Promise<Map<string, bigint>> {
  const artifact = fetchArtifact()
  const figures = new Map<string, bigint>()
  if (!artifact) return figures
  const scene = await loadAuctions()
  const { plain, plainAddress, collectionAddress, seller, buyer, stranger, wrappedEther, wrappedAddress, at } = scene
  const deployed = await new ContractFactory(artifact.abi, artifact.bytecode, seller).deploy(collectionAddress, wrappedAddress)
  const address = await deployed.getAddress()
  const by = (who: typeof seller) => deployed.connect(who) as unknown as House
  await plain.connect(seller).setApprovalForAll(address, true)
  for (const who of [buyer, stranger]) await wrappedEther.connect(who).approve(address, MaxUint256)
  for (let id = 10n; id < 30n; id += 1n) await plain.mint(seller.address, id)
  await plain.mint(buyer.address, 90n)

  let auctions = 0n
  const open = async (tokenId: bigint, currency: string) => {
    const sent = await by(seller).createAuction?.(tokenId, plainAddress, DURATION, PRICE, ZeroAddress, 0, currency)
    const id = auctions
    auctions += 1n
    return { id, gas: (await sent?.wait())?.gasUsed ?? 0n }
  }
  const spent = async (sent: ReturnType<NonNullable<House[string]>> | undefined) => (await (await sent)?.wait())?.gasUsed ?? 0n
  const bid = (who: typeof seller, id: bigint, amount: bigint, currency: string) =>
    spent(by(who).createBid?.(id, amount, { value: currency === ZeroAddress ? amount : 0n }))
  const now = async () => BigInt(await networkHelpers.time.latest())

  // What it holds already, so that no balance is new.
  for (const [index, currency] of [ZeroAddress, wrappedAddress].entries()) {
    const { id } = await open(10n + BigInt(index), currency)
    await bid(buyer, id, PRICE, currency)
    figures.set(`create, ${index === 0 ? 'in ether' : 'in an ERC-20'}`, (await open(14n + BigInt(index) * 4n, currency)).gas)
  }
  for (const [index, currency] of [ZeroAddress, wrappedAddress].entries()) {
    const name = index === 0 ? 'in ether' : 'in an ERC-20'
    const { id } = await open(15n + BigInt(index), currency)
    figures.set(`first bid, ${name}`, await bid(buyer, id, 2n * PRICE, currency))
    const end = (await now()) + DURATION
    figures.set(`higher bid, ${name}`, await bid(stranger, id, 3n * PRICE, currency))
    await at(end - 1n)
    figures.set(`higher bid that moves the end, ${name}`, await bid(buyer, id, 4n * PRICE, currency))
    await at((await now()) + DURATION)
    figures.set(`settle, ${name}`, await spent(by(stranger).endAuction?.(id)))
  }
  const { id } = await open(19n, ZeroAddress)
  figures.set('cancel', await spent(by(seller).cancelAuction?.(id)))
  return figures
}
