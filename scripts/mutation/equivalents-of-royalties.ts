import type { Explanation } from './equivalents.ts'

const LINEAGE = 'contracts/royalties/libraries/LineageLib.sol'

export const ofRoyalties: readonly Explanation[] = [
  {
    file: LINEAGE,
    code: 'uint256 private constant NUMBER_BITS = 96;',
    original: '96',
    replacements: ['95'],
    why: 'Claims are below 2^32 and leave more than one bit free under the account.',
  },
  {
    file: LINEAGE,
    code: 'uint256 private constant SHARE_BITS = 160;',
    original: '160',
    replacements: ['161'],
    why: 'A share is below 2^14 and has bits to spare above the account, which is read by its own width.',
  },
  {
    file: LINEAGE,
    code: 'if (j == b.length || (i < a.length && a[i] < b[j])) (word, i) = (a[i], i + 1);',
    original: '<',
    replacements: ['<='],
    why: 'Of two equal claims of one account either may come first: they are added up.',
  },
  {
    file: LINEAGE,
    code: 'uint256[] memory table = new uint256[](count + 1);',
    original: '1',
    replacements: ['2'],
    why: 'One place more is never looked at.',
  },
  {
    file: LINEAGE,
    code: 'uint256 divisor = PayeeTableLib.WHOLE * (asked > MAX_PARENTS_BPS ? asked : MAX_PARENTS_BPS);',
    original: '>',
    replacements: ['>='],
    why: 'When both are equal, either is the larger one.',
  },
  {
    file: LINEAGE,
    code: 'else if (word < list[count - 1]) return count;',
    original: '<',
    replacements: ['<='],
    why: 'No two words are equal: an account is in a list once.',
  },
  {
    file: LINEAGE,
    code: 'for (; i > 0 && list[i - 1] < word; --i) list[i] = list[i - 1];',
    original: '<',
    replacements: ['<='],
    why: 'No two words are equal: an account is in a list once.',
  },
  {
    file: 'contracts/royalties/libraries/PayeeTableLib.sol',
    code: 'table = new bytes(length + 0x20);',
    original: '0x20',
    replacements: ['0', '31', '33'],
    why: 'Ten bytes of room are needed, and what is written there are zeros, before anything else is allocated.',
  },
  {
    file: 'contracts/royalties/RoyaltySplit.sol',
    code: 'taken := call(gasLimit, account, amount, 0x00, 0x00, 0x00, 0x00)',
    original: '0x00',
    replacements: ['1'],
    why: 'Where nothing is read or written, the place does not matter, and one byte of an answer goes to scratch space.',
  },
  {
    file: 'contracts/royalties/RoyaltySplit.sol',
    code: 'if (gasleft() < GAS_NEEDED) revert RoyaltiesGasTooLow(gasleft(), GAS_NEEDED);',
    original: '<',
    replacements: ['<='],
    why: 'One unit of gas more or less of what is far above the need.',
  },
  {
    file: 'contracts/royalties/RoyaltySplits.sol',
    code: 'if (split.code.length > 0) return split;',
    original: '0',
    replacements: ['1'],
    why: 'A split has 67 bytes of code or none.',
  },
]
