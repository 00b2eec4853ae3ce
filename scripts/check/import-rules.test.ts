import { describe, expect, it } from 'vitest'
import { brokenImports } from './import-rules.ts'

const path = 'contracts/market/libraries/PaymentLib.sol'
const broken = (line: string, at = path) =>
  brokenImports({ path: at, text: `// SPDX-License-Identifier: MIT\npragma solidity 0.8.30;\n\n${line}\n` })

describe('Solidity imports', () => {
  it.each([
    'import {Order} from "../types/Order.sol";',
    'import {IAssetCollection} from "../../tokens/interfaces/IAssetCollection.sol";',
    'import {Terms} from "../../tokens/types/Terms.sol";',
    'import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";',
    '// import "../../tokens/AssetCollection.sol";',
    '/* import "solady/x.sol"; */',
  ])('may have %s', (line) => {
    expect(broken(line)).toEqual([])
  })

  it.each([
    ['import {AssetCollection} from "../../tokens/AssetCollection.sol";', 'the domain tokens'],
    ['import {CidLib} from "../../tokens/libraries/CidLib.sol";', 'the domain tokens'],
    ['import {LibSort} from "solady/utils/LibSort.sol";', "neither ours nor OpenZeppelin's"],
    ['import "../types/Order.sol";', 'imported whole'],
    ['import * as Orders from "../types/Order.sol";', 'imported whole'],
    ['import {\n    Mock\n} from "../../../test/mocks/Mock.sol";', 'no domain'],
  ])('may not have %s', (line, why) => {
    expect(broken(line)).toEqual([expect.stringContaining(why)])
    expect(broken(line)[0]).toMatch(/^contracts\/market\/libraries\/PaymentLib\.sol:4: /)
  })

  it('stand in a domain', () => {
    expect(broken('', 'contracts/Loose.sol')).toHaveLength(1)
  })
})
