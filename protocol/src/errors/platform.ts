import type { ErrorTable } from './table.ts'

/** Failures of the service itself. */
export const platformErrors = {
  REQUEST_INVALID: { status: 400, en: 'The request does not match its schema.', zh: '请求不符合规范。' },
  REQUEST_TOO_LARGE: { status: 413, en: 'The request is too large.', zh: '请求过大。' },
  REQUEST_UNSUPPORTED_TYPE: { status: 415, en: 'This content type is not read here.', zh: '不支持的内容类型。' },
  REQUEST_RATE_LIMITED: { status: 429, en: 'Too many requests. Try again shortly.', zh: '请求过于频繁，请稍后再试。' },
  ROUTE_UNKNOWN: { status: 404, en: 'There is nothing at this address.', zh: '该地址没有内容。' },
  CHAIN_UNAVAILABLE: { status: 503, en: 'The chain node does not answer.', zh: '链节点无响应。' },
  CHAIN_MISMATCH: { status: 409, en: 'The node serves another chain than the index.', zh: '节点与索引不是同一条链。' },
  CHAIN_METHOD_CLOSED: { status: 403, en: 'This method is not open here.', zh: '该方法未开放。' },
  INDEX_BEHIND: { status: 503, en: 'The index has not reached this block yet.', zh: '索引尚未到达该区块。' },
  DATABASE_UNAVAILABLE: { status: 503, en: 'The database does not answer.', zh: '数据库无响应。' },
  DISK_FULL: { status: 507, en: 'The disk is full. Nothing was stored.', zh: '磁盘已满，未保存任何内容。' },
  SERVER_FAILED: { status: 500, en: 'Something failed on our side.', zh: '服务器出错。' },
} as const satisfies ErrorTable
