import type { ErrorTable } from '../errors/table.ts'

/** Expected failures around royalties: those of the splits, of one split, and of the registry. */
export const royaltyErrors = {
  ROYALTIES_TOO_MANY_PARENTS: { status: 422, en: 'It is made from more than four tokens.', zh: '来源资产超过四个。' },
  ROYALTIES_TOO_MANY_PAYEES: { status: 422, en: 'More than eight payees cannot share a royalty.', zh: '版税收款人超过八个。' },
  ROYALTIES_PAYEES_UNORDERED: {
    status: 422,
    en: 'The payees are not in order, or one is named twice or not at all.',
    zh: '收款人顺序不正确，或有重复、为空。',
  },
  ROYALTIES_SHARE_ZERO: { status: 422, en: 'A payee has no share.', zh: '有收款人的份额为零。' },
  ROYALTIES_SHARES_NOT_WHOLE: { status: 422, en: 'The shares do not sum to 100 %.', zh: '份额之和不等于 100 %。' },
  ROYALTIES_ACCOUNT_UNPAYABLE: { status: 422, en: 'This account can never use what it is paid.', zh: '该账户无法使用收到的款项。' },
  ROYALTIES_PAYEES_FALSE: { status: 422, en: 'These are not the payees of the split.', zh: '这些不是该分账合约的收款人。' },
  ROYALTIES_NOT_PAYEE: { status: 403, en: 'This account has no share of the split.', zh: '该账户不是此分账合约的收款人。' },
  ROYALTIES_NOTHING_DUE: { status: 409, en: 'The payee has taken everything that it is owed.', zh: '该收款人没有可领取的款项。' },
  ROYALTIES_PAYMENT_FAILED: { status: 409, en: 'The payee did not take the money. It stays due.', zh: '收款人未能收款，款项仍保留待领。' },
  ROYALTIES_GAS_TOO_LOW: { status: 422, en: 'There is too little gas to pay everybody.', zh: '燃料不足，无法支付所有收款人。' },
  ROYALTIES_NOT_SPLIT: { status: 422, en: 'This is the code of splits and no split itself.', zh: '这是分账合约的代码，并非分账合约。' },
  ROYALTIES_NOT_COLLECTION_OWNER: {
    status: 403,
    en: 'Only the owner or an administrator of the collection can do this.',
    zh: '只有合集的所有者或管理员可以执行此操作。',
  },
  ROYALTIES_TOO_HIGH: { status: 422, en: 'The royalty is above 10 %.', zh: '版税高于 10 %。' },
  ROYALTIES_RECEIVER_ZERO: { status: 422, en: 'The royalty has no receiver.', zh: '版税缺少接收者。' },
} as const satisfies ErrorTable
