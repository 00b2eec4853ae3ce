import type { ErrorTable } from '../errors/table.ts'

/** Expected failures of signing in. */
export const accountErrors = {
  ACCOUNTS_NONCE_UNKNOWN: { status: 422, en: 'The sign-in message was used before or is too old.', zh: '登录消息已被使用或已过期。' },
  ACCOUNTS_MESSAGE_INVALID: { status: 422, en: 'The sign-in message is for another site or chain.', zh: '登录消息属于其他站点或链。' },
  ACCOUNTS_SIGNATURE_INVALID: { status: 401, en: "The signature is not the account's.", zh: '签名不属于该账户。' },
  ACCOUNTS_SESSION_REQUIRED: { status: 401, en: 'Sign in first.', zh: '请先登录。' },
  ACCOUNTS_CSRF_INVALID: { status: 403, en: 'The request does not carry the session token.', zh: '请求缺少会话令牌。' },
} as const satisfies ErrorTable
