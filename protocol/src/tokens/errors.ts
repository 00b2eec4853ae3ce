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
} as const satisfies ErrorTable
