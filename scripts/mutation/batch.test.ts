import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { network } from 'hardhat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileBatch, planOf } from './batch.ts'
import { type Artifact, type Compiler, createCompiler } from './compiler.ts'
import { type Mutant, mutantsOf, mutate } from './mutants.ts'

const FILE = 'contracts/X.sol'
const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract X {
    uint256 private constant LIMIT = 5;
    uint8 private constant FEW = 3;
    uint256 public total;
    bool private _busy;
    event Seen(uint256 what);
    error TooMany(uint256 many);

    modifier once() {
        if (_busy) revert TooMany(0);
        _busy = true;
        _;
    }

    function f(uint256 a, bool b) external once returns (uint256 r) {
        uint256[2] memory list = [uint256(4), 9];
        if (a < LIMIT && !b) {
            total += a;
            emit Seen(a + 1);
        } else if (a > 90) revert TooMany(a);
        for (uint256 i; i < FEW; ++i) list[i % 2] -= 1;
        assembly ("memory-safe") {
            if iszero(gt(a, 0x03)) { r := add(r, 7) }
            r := or(r, shl(8, a))
        }
        if (b) return list[0] * (a == 2 ? 10 : 20);
        r += list[1] << 64;
    }
}
`

let root: string
let compiler: Compiler
let mutants: Mutant[]

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'daedal-mutants-'))
  mkdirSync(join(root, 'contracts'))
  writeFileSync(join(root, FILE), SOURCE)
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(root, 'node_modules'))
  compiler = createCompiler(root)
  mutants = mutantsOf(FILE, SOURCE, compiler.astOf(FILE))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What a contract does with some arguments: its answers, its errors, what it stores and what it logs. */
async function behaviourOf(artifacts: readonly Artifact[], ethers: Awaited<ReturnType<typeof network.create>>['ethers']): Promise<string> {
  const { abi, bytecode } = artifacts.find(({ contractName }) => contractName === 'X') as Artifact
  const [signer] = await ethers.getSigners()
  const seen: unknown[] = []
  for (const [a, b] of [
    [0, false],
    [2, true],
    [3, false],
    [4, false],
    [5, false],
    [6, true],
    [90, false],
    [91, true],
    [92, false],
  ] as const) {
    const contract = await new ethers.ContractFactory(abi as never, bytecode, signer).deploy({ gasLimit: 10_000_000 })
    const f = contract.getFunction('f')
    const short = (cause: { message: string }) => cause.message.replace(/0x[\da-f]{40}/gi, '')
    seen.push(await f.staticCall(a, b, { gasLimit: 1_000_000 }).catch(short))
    const receipt = await f.send(a, b, { gasLimit: 1_000_000 }).then(
      (sent) => sent.wait(),
      () => null,
    )
    seen.push(
      receipt?.logs.map(({ data }) => data),
      await contract.getFunction('total')(),
    )
    seen.push(
      await f.staticCall(a, b, { gasLimit: 1_000_000 }).then(
        () => 'again',
        () => 'once',
      ),
    )
  }
  return JSON.stringify(seen, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

describe('a batch', () => {
  it('does with each mutant chosen what the mutant does that is compiled on its own, and without one what the original does', async () => {
    const { ethers } = await network.create()
    const plan = planOf(mutants, compiler)
    expect(plan.batches.flat().flatMap((unit) => unit.mutants).length + plan.alone.length).toBe(mutants.length)
    const original = await behaviourOf(compiler.compile(FILE).artifacts, ethers)
    let compared = 0
    for (const compiled of plan.batches.flatMap((batch) => compileBatch(batch, compiler))) {
      if (compiled.units.length === 0) continue
      expect(await behaviourOf(compiled.artifactsOf(null), ethers)).toBe(original)
      for (const mutant of compiled.units.flatMap((unit) => unit.mutants)) {
        const alone = compiler.compile(FILE, mutate(SOURCE, mutant))
        // A change that the compiler sees through by itself is none that could be chosen.
        if (alone.error) continue
        const what = `${mutant.line}: ${mutant.original} → ${mutant.replacement}`
        expect(await behaviourOf(compiled.artifactsOf(mutant), ethers), what).toBe(await behaviourOf(alone.artifacts, ethers))
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(mutants.length * 0.8)
  }, 120_000)

  it('leaves out what does not compile with the others, by name', () => {
    const modifier = mutants.find(({ kind }) => kind === 'modifier') as Mutant
    expect(planOf(mutants, compiler).alone).toContainEqual(modifier)
    const units = planOf(mutants, compiler).batches[0] ?? []
    const good = units.find(({ mutants: [mutant] }) => mutant?.kind === 'condition' && mutant.code.startsWith('if'))
    if (!good) throw new Error('There is no condition.')
    const broken = { ...good, mutants: good.mutants.map((mutant) => ({ ...mutant, replacement: 'undeclared' })) }
    const others = units.filter((unit) => unit !== good)
    const found = compileBatch([broken, ...others], compiler)
    expect(found.flatMap(({ left }) => left)).toEqual([broken])
    expect(found.flatMap(({ units }) => units)).toEqual(others)
  })
})
