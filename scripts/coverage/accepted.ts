/** Code that no test reaches, and why that is right. `code` is the line without the space around it. */
export type Accepted = { file: string; code: string; reason: string }

/** Nothing is in here without a reason; an entry that accepts nothing any more fails the run. */
export const accepted: readonly Accepted[] = [
  {
    file: 'contracts/market/OrderQuotes.sol',
    code: 'if (payments[i].receiver != found.buyer) approval.amount += payments[i].amount;',
    reason:
      'The first payment goes to the seller, who is never the buyer: no call meets payments to the buyer alone, so this outcome is not seen ' +
      'on its own. test/market/order-validator.test.ts holds the amount where the buyer receives the royalty.',
  },
  {
    file: 'contracts/tokens/OwnedToken.sol',
    code: 'if (from != address(0)) _holdings[from] = held - 1;',
    reason:
      'A token without an owner never comes here: mints write it themselves, and every caller gives an account that is checked, which reverts ' +
      'for such a token. The override keeps what OpenZeppelin lets its callers do, rather than let the balance of nobody fall below zero.',
  },
]
