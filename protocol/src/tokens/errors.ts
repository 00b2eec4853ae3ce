import type { ErrorTable } from '../errors/table.ts'

/** Expected failures around tokens and their index. */
export const tokenErrors = {
  TOKENS_ASSET_UNKNOWN: { status: 404, en: 'There is no such asset.', zh: '没有这个资产。' },
  TOKENS_CONTENT_NOT_VERIFIED: {
    status: 404,
    en: 'The content of this token is not here, or contradicts what the chain says of it.',
    zh: '该资产的内容尚未取得，或与链上记录不符。',
  },
  TOKENS_ASSET_ID_MALFORMED: {
    status: 400,
    en: 'This is not an asset id (eip155:<chain>/erc721:<contract>/<id>).',
    zh: '资产编号格式不正确。',
  },
  TOKENS_CURSOR_INVALID: { status: 400, en: 'The cursor is not one of ours or belongs to another query.', zh: '翻页标记无效。' },
  TOKENS_MINTED: { status: 409, en: 'This record was minted already.', zh: '该记录已铸造。' },
  TOKENS_FROZEN: { status: 409, en: 'The content of this token can no longer change.', zh: '该资产的内容已冻结。' },
  TOKENS_NOT_CREATOR: { status: 403, en: 'Only the creator can do this.', zh: '只有创作者可以执行此操作。' },
  TOKENS_NOT_CREATOR_OR_OWNER: { status: 403, en: 'Only the creator or the owner can do this.', zh: '只有创作者或持有者可以执行此操作。' },
  TOKENS_NOT_OWNER: { status: 403, en: 'Only the owner can do this.', zh: '只有持有者可以执行此操作。' },
  TOKENS_CORE_HASH_ZERO: { status: 422, en: 'The record has no hash.', zh: '记录缺少哈希。' },
  TOKENS_ROOT_ZERO: { status: 422, en: 'The content has no root.', zh: '内容缺少根哈希。' },
  TOKENS_MARKET_ZERO: { status: 422, en: 'The collection needs a market.', zh: '合集缺少市场合约。' },
  TOKENS_DISCLOSURE_UNKNOWN: { status: 422, en: 'How it was made is not declared.', zh: '未声明制作方式。' },
  TOKENS_POLICY_UNKNOWN: { status: 422, en: 'The policy has bits that mean nothing.', zh: '策略包含未知位。' },
  TOKENS_ROYALTY_TOO_HIGH: { status: 422, en: 'The royalty is above 10 %.', zh: '版税高于 10 %。' },
  TOKENS_ROYALTY_RECEIVER_ZERO: { status: 422, en: 'The royalty has no receiver.', zh: '版税缺少接收者。' },
  TOKENS_REMIX_TOO_HIGH: { status: 422, en: 'The remix share is above 50 %.', zh: '再创作分成高于 50 %。' },
  TOKENS_PARENT_UNKNOWN: { status: 422, en: 'It is made from a token that does not exist.', zh: '来源资产不存在。' },
  TOKENS_PARENT_REPEATED: { status: 422, en: 'It names the same origin twice.', zh: '来源资产重复。' },
  TOKENS_TOO_MANY_PARENTS: { status: 422, en: 'It is made from too many tokens.', zh: '来源资产过多。' },
  TOKENS_DERIVATIVE_FORBIDDEN: { status: 403, en: 'The creator allows no remixes.', zh: '创作者不允许再创作。' },
  TOKENS_DERIVATIVE_NOT_APPROVED: { status: 403, en: 'The creator has not approved this remix.', zh: '创作者尚未批准该再创作。' },
} as const satisfies ErrorTable
