import type { Explanation } from './equivalents.ts'

type Place = readonly [code: string, original: string, ...replacements: string[]]

/** Places of one file that have one reason. */
const of = (file: string, why: string, ...places: readonly Place[]): Explanation[] =>
  places.map(([code, original, ...replacements]) => ({ file: `contracts/market/${file}`, code, original, replacements, why }))

const ROUNDED = 'A piece of memory that ends some bytes earlier or later: what lies behind it is not used any more, or is written first.'
const FREE = 'Any place beyond what is in use does, only farther away.'
const SCRATCH = 'Where nothing is read or written the place does not matter, and one byte more lies in scratch space.'
const TRAILING = 'A byte more of a question than it has is not read.'
const ONE_GAS = 'One unit of gas more or less of a reserve that is larger by hundreds.'

export const ofMarket: readonly Explanation[] = [
  ...of('Market.sol', 'The lists are paid out of ether only.', ['if (currency == address(0)) {', 'currency == address(0)', 'true']),
  ...of(
    'Market.sol',
    'Of a token that is no units, the number before is not looked at; what no units were is asked for and is none either.',
    ['uint256 before = quantity == 0 ? 0 : TokenLib.unitsOf(collection, tokenId, msg.sender);', '0', '1'],
  ),
  ...of('Market.sol', 'In ether there is no contract at the currency’s address, and a call of nobody moves nothing.', [
    'if (!native) _transfer({currency: currency, buyer: buyer, to: FEE_RECEIVER, amount: fee});',
    '!native',
    'true',
  ]),
  ...of('MarketOrders.sol', 'The shortcut saves gas: the longer way recovers the same signer again.', [
    'if (signer != order.maker() || signer == address(0))',
    'signer != order.maker() || signer == address(0)',
    'true',
  ]),
  ...of('MarketOrders.sol', 'Nothing is left of a quantity that is filled exactly, on either side.', [
    'uint256 left = order.quantity() > filled ? order.quantity() - filled : 0;',
    '>',
    '>=',
  ]),
  ...of('OrderQuotes.sol', 'Room for one payment more stays empty.', [
    'PayList payments = PayListLib.create(found.royalties.length + 2);',
    '2',
    '3',
  ]),
  ...of(
    'OrderValidator.sol',
    'A statement that only tells the compiler that the arguments are used.',
    ['(order, state, selection, signature, filler);', '(order, state, selection, signature, filler);', '{}'],
    ['(order, voucher, selection, signature, filler);', '(order, voucher, selection, signature, filler);', '{}'],
    ['(order, selection, signature, filler);', '(order, selection, signature, filler);', '{}'],
    ['(order, items, limit, signature, filler);', '(order, items, limit, signature, filler);', '{}'],
    ['(order, trait, proof, selection, signature, filler);', '(order, trait, proof, selection, signature, filler);', '{}'],
  ),
  ...of(
    'OrderValidator.sol',
    'Two payments to one account or one of their sum need the same balance and the same permission.',
    ['_requireSettled(order, found, limit, false);', 'false', 'true'],
    ['_requireSettled(order, found, selection.limit, true);', 'true', 'false'],
  ),
  ...of('OrderValidator.sol', 'A reason is cut to 1,024 bytes before it comes here.', [
    'uint256 private constant MAX_REASON = 1_024;',
    '1_024',
    '1025',
  ]),
  ...of('libraries/AskLib.sol', 'A reason is cut to 1,024 bytes once more where it arrives.', [
    'uint256 private constant MAX_REASON = 1_024;',
    '1_024',
    '1025',
  ]),
  ...of('libraries/AskLib.sol', ONE_GAS, ['uint256 private constant CALL_GAS = 1_000_000;', '1_000_000', '1000001', '999999']),
  ...of('libraries/AskLib.sol', SCRATCH, [
    'answered := staticcall(gasCap, target, add(question, 0x20), mload(question), 0x00, 0x00)',
    '0x00',
    '1',
  ]),
  ...of('libraries/AskLib.sol', ROUNDED, [
    'mstore(0x40, add(add(answer, 0x20), and(add(length, 0x1f), not(0x1f))))',
    '0x1f',
    '0',
    '30',
    '32',
  ]),
  ...of('libraries/DeliveryLib.sol', 'Nothing is left of a balance that is moved exactly, on either side.', [
    'balance = balance > moved ? balance - moved : 0;',
    '>',
    '>=',
  ]),
  ...of('libraries/DeliveryLib.sol', 'Of a token that is no units it only matters whether it was moved at all.', [
    'quantity += items[i].quantity == 0 ? 1 : items[i].quantity;',
    '1',
    '2',
  ]),
  ...of('libraries/GasLib.sol', ONE_GAS, ['if (gasleft() < needed) revert IMarket.MarketGasTooLow(gasleft(), needed);', '<', '<=']),
  ...of('libraries/MintLib.sol', 'The terms of a token that exists are those by which its collection has just said that nothing is due.', [
    'if (!ours || _exists(records, tokenId)) return (address(0), 0);',
    '!ours || _exists(records, tokenId)',
    '(!ours)',
  ]),
  ...of('libraries/MintLib.sol', 'A share of one basis point is dust, and a split drops it.', [
    'if (asked.remixBps == 0 || asked.royaltyReceiver == address(0)) continue;',
    '0',
    '1',
  ]),
  ...of('libraries/MintLib.sol', 'Empty shares at the end of the list count for nothing.', [
    'mstore(shares, paid)',
    'mstore(shares, paid)',
    '',
  ]),
  ...of('libraries/PaymentLib.sol', SCRATCH, ['taken := call(PUSH_GAS, to, amount, 0x00, 0x00, 0x00, 0x00)', '0x00', '1']),
  ...of('libraries/PaymentLib.sol', FREE, ['let question := mload(0x40)', '0x40', '65']),
  ...of('libraries/RoyaltyLib.sol', FREE, ['let question := mload(0x40)', '0x40', '65']),
  ...of('libraries/RoyaltyLib.sol', ONE_GAS, ['uint256 private constant CALL_GAS = 60_000;', '60_000', '59999', '60001']),
  ...of('libraries/RoyaltyLib.sol', 'A reserve for reaching a collection that was not called before; in a fill it was, by the transfer.', [
    'uint256 private constant CALL_OVERHEAD = 3_500;',
    '3_500',
    '3501',
    '3499',
    '0',
  ]),
  ...of('libraries/RoyaltyLib.sol', 'Nobody answers at the zero address, which comes to the same.', [
    'if (registry == address(0)) return (address(0), 0);',
    '0',
    '1',
  ]),
  ...of('libraries/SweepLib.sol', ROUNDED, [
    'let size := add(add(0x84, ORDER_SIZE), add(0x40, and(add(signature.length, 0x1f), not(0x1f))))',
    '0x84',
    '133',
  ]),
  ...of('libraries/SweepLib.sol', ROUNDED, [
    'let size := add(add(0x84, ORDER_SIZE), add(0x40, and(add(signature.length, 0x1f), not(0x1f))))',
    '0x1f',
    '32',
  ]),
  ...of('libraries/SweepLib.sol', SCRATCH, ['settled := call(ORDER_GAS, address(), 0x00, question, size, 0x00, 0x00)', '0x00', '1']),
  ...of('libraries/SweepLib.sol', ROUNDED, [
    'mstore(0x40, add(reason, add(0x20, and(add(length, 0x1f), not(0x1f)))))',
    '0x1f',
    '0',
    '30',
    '32',
  ]),
  ...of('libraries/SweepLib.sol', ONE_GAS, ['uint256 internal constant ORDER_GAS = 400_000;', '400_000', '400001', '399999']),
  ...of('libraries/TokenLib.sol', FREE, ['let question := mload(0x40)', '0x40', '65']),
  ...of('libraries/TokenLib.sol', SCRATCH, ['moved := call(gas(), collection, 0x00, question, 0x64, 0x00, 0x00)', '0x00', '1']),
  ...of('libraries/TokenLib.sol', SCRATCH, ['answered := staticcall(gas(), collection, 0x00, 0x24, 0x00, 0x20)', '0x20', '33']),
  ...of('libraries/TokenLib.sol', 'Without an answer the word is zero, and nobody buys.', ['if (answered)', 'answered', 'true']),
  ...of('libraries/TokenLib.sol', ROUNDED, [
    'mstore(0x40, add(add(reason, 0x20), and(add(length, 0x1f), not(0x1f))))',
    '0x1f',
    '0',
    '30',
    '32',
  ]),
  ...of('libraries/TokenLib.sol', ROUNDED, ['mstore(0x40, add(add(reason, 0x20), and(add(length, 0x1f), not(0x1f))))', '0x20', '33', '31']),
  ...of('libraries/VoucherLib.sol', SCRATCH, [
    'if iszero(call(gas(), collection, 0x00, add(question, 0x20), mload(question), 0x00, 0x20)) {',
    '0x20',
    '33',
  ]),
  ...of('libraries/VoucherLib.sol', 'What follows the voucher is not read: zeros behind it change nothing.', [
    'raw.length := sub(calldatasize(), voucher)',
    'sub',
    'add',
  ]),
  ...of(
    'types/BulkSignature.sol',
    'Without the mark the rest is not looked at, and a shorter signature has no room for a proof.',
    ['if (signature.length < TAIL + 32) return (0, 0, 0);', '0', '1'],
    ['if (signature.length < TAIL + 32) return (0, 0, 0);', '32', '0', '31'],
  ),
  ...of('types/Order.sol', FREE, ['mstore(0x40, add(order, 0x1c0))', '0x1c0', '449']),
  ...of('types/Purse.sol', 'A payment of nothing is possible with any balance and any permission.', [
    'if (amount == 0 || to == self.payer) return true;',
    'amount == 0 || to == self.payer',
    '(to == self.payer)',
  ]),
  ...of('types/Purse.sol', 'No price comes near to what an unlimited permission would have to fall by to be too small.', [
    'return permission == type(uint256).max ? permission : permission - amount;',
    'permission == type(uint256).max',
    'false',
  ]),
  ...of('types/Purse.sol', 'The lesser of two equal numbers is either.', ['return amount < granted ? amount : granted;', '<', '<=']),
  ...of('types/Signature.sol', 'Nothing was written beyond the free memory yet, and nobody signs with v = 0.', [
    'formed := 0',
    'formed := 0',
    '',
  ]),
  ...of('Market.sol', 'The price is one wei at least, so of one wei nothing is left.', [
    'if (msg.value > 0) _refund(msg.value - price);',
    '0',
    '1',
  ]),
  ...of('Market.sol', 'A refund of nothing is none.', ['if (msg.value > price) _refund(msg.value - price);', '>', '>=']),
  ...of('MarketOrders.sol', 'The shortcut saves gas: the longer way recovers the same signer again.', [
    'if (signer != order.maker() || signer == address(0))',
    '==',
    '!=',
  ]),
  ...of('libraries/AskLib.sol', ROUNDED, ['mstore(0x40, add(add(answer, 0x20), and(add(length, 0x1f), not(0x1f))))', '0x20', '33', '31']),
  ...of('libraries/DeliveryLib.sol', 'Every item before was found to be there, so no more was moved than there is.', [
    'balance = balance > moved ? balance - moved : 0;',
    'balance > moved',
    'true',
  ]),
  ...of('libraries/EscrowLib.sol', FREE, ['let question := mload(0x40)', '0x40', '65']),
  ...of('libraries/EscrowLib.sol', SCRATCH, ['pop(call(moveGas, currency, 0x00, question, 0x44, 0x00, 0x00))', '0x00', '1']),
  ...of('libraries/EscrowLib.sol', SCRATCH, ['let answered := staticcall(lookGas, currency, 0x00, 0x24, 0x00, 0x20)', '0x20', '33']),
  ...of('libraries/MintLib.sol', 'What was agreed at the first mint still is: approvals are not taken back, and burned parents exist.', [
    'if (!_exists(records, tokenId)) _requireAgreed(voucher, records, order.maker(), tokenId);',
    '!_exists(records, tokenId)',
    'true',
  ]),
  ...of(
    'libraries/PaymentLib.sol',
    SCRATCH,
    ['moved := call(gas(), currency, 0x00, question, 0x64, 0x00, 0x20)', '0x20', '33'],
    ['answered := staticcall(gas(), currency, 0x00, 0x24, 0x00, 0x20)', '0x20', '33'],
  ),
  ...of('libraries/PaymentLib.sol', TRAILING, ['answered := staticcall(gas(), currency, 0x00, 0x24, 0x00, 0x20)', '0x24', '37']),
  ...of('libraries/RoyaltyLib.sol', 'The lesser of two equal numbers is either.', ['amount = due < most ? due : most;', '<', '<=']),
  ...of('libraries/RoyaltyLib.sol', TRAILING, ['answered := staticcall(CALL_GAS, collection, question, 0x44, 0x00, 0x40)', '0x44', '69']),
  ...of('libraries/RoyaltyLib.sol', SCRATCH, [
    'let answered := staticcall(CALL_GAS, registry, add(question, 0x20), mload(question), 0x00, 0x40)',
    '0x40',
    '65',
  ]),
  ...of('libraries/RoyaltyLib.sol', 'What is read without an answer is replaced by what the registry says, or by nothing.', [
    'if answered {',
    'answered',
    '1',
  ]),
  ...of('libraries/SweepLib.sol', ROUNDED, [
    'let size := add(add(0x84, ORDER_SIZE), add(0x40, and(add(signature.length, 0x1f), not(0x1f))))',
    '0x1f',
    '30',
  ]),
  ...of('libraries/SweepLib.sol', ROUNDED, ['mstore(0x40, add(reason, add(0x20, and(add(length, 0x1f), not(0x1f)))))', '0x20', '31', '33']),
  ...of('libraries/TokenLib.sol', TRAILING, ['answered := staticcall(gas(), collection, 0x00, 0x24, 0x00, 0x20)', '0x24', '37']),
  ...of('libraries/TokenLib.sol', 'What is read without an answer is not looked at.', ['if answered {', 'answered', '1']),
  ...of('libraries/TokenLib.sol', FREE, ['mstore(0x40, add(add(reason, 0x20), and(add(length, 0x1f), not(0x1f))))', '0x40', '63']),
  ...of('libraries/TokenLib.sol', SCRATCH, ['let answered := staticcall(gas(), collection, question, 0x44, 0x00, 0x20)', '0x20', '33']),
  ...of('libraries/TokenLib.sol', TRAILING, ['let answered := staticcall(gas(), collection, question, 0x44, 0x00, 0x20)', '0x44', '69']),
  ...of('libraries/VoucherLib.sol', SCRATCH, [
    'answered := staticcall(gas(), collection, add(question, 0x20), mload(question), 0x00, 0x20)',
    '0x20',
    '33',
  ]),
  ...of('types/Auction.sol', 'An end that is moved to itself stays where it is.', ['if (extended > end) {', '>', '>=']),
  ...of('types/Auction.sol', 'The lesser of two equal times is either.', [
    'end = extended < self.lastEnd ? extended : self.lastEnd;',
    '<',
    '<=',
  ]),
  ...of('types/Order.sol', FREE, ['order := add(mload(0x40), 0x20)', '0x20', '33'], ['order := add(mload(0x40), 0x20)', '0x40', '65']),
  ...of('types/Order.sol', 'What lies behind what is hashed is overwritten or not used.', [
    'calldatacopy(add(words, 0x20), self, 0x1c0)',
    '0x1c0',
    '449',
  ]),
  ...of('types/Order.sol', 'The first byte of the word, and of the account behind it, is zero.', [
    'return _word(self, 0x00) == uint256(OrderKind.Listing);',
    '0x00',
    '1',
  ]),
  ...of('types/Order.sol', 'Between two equal prices the line is flat.', ['if (from == to) return from;', 'from == to', 'false']),
  ...of(
    'types/PayList.sol',
    FREE,
    ['mstore(0x40, add(add(list, 0x20), shl(6, most)))', '0x20', '33'],
    ['mstore(0x40, add(add(list, 0x20), shl(6, most)))', '6', '7'],
  ),
  ...of('types/Signature.sol', TRAILING, ['pop(staticcall(gas(), 0x01, question, 0x80, 0x00, 0x20))', '0x80', '129']),
  ...of('types/Trait.sol', 'Nothing but a proof of that length leads to the root, since no leaf can be a node.', [
    'bool fits = proof.length == self.height && self.height <= MAX_HEIGHT;',
    'proof.length == self.height && self.height <= MAX_HEIGHT',
    '(self.height <= MAX_HEIGHT)',
  ]),
  ...of('libraries/UserLib.sol', ONE_GAS, ['uint256 private constant LOOK_GAS = 50_000;', '50_000', '50001', '49999']),
]
