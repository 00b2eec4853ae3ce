import type { ErrorTable } from '../errors/table.ts'

/** Expected failures of records and stored content. */
export const provenanceErrors = {
  PROVENANCE_CORE_INVALID: { status: 422, en: 'The record does not match its schema.', zh: '记录不符合规范。' },
  PROVENANCE_SIGNATURE_INVALID: { status: 422, en: "The signature over the record is not the creator's.", zh: '记录签名不属于创作者。' },
  PROVENANCE_MINT_UNKNOWN: { status: 404, en: 'No record with this hash was prepared.', zh: '没有准备过这条记录。' },
  CONTENT_CID_MALFORMED: { status: 400, en: 'This is not a CID we can read.', zh: 'CID 格式不正确。' },
  CONTENT_CID_UNSUPPORTED: { status: 400, en: 'Only CIDv1 with sha2-256 and raw or dag-pb are served.', zh: '仅支持 sha2-256 的 CIDv1。' },
  CONTENT_PATH_INVALID: { status: 400, en: 'The path is not allowed.', zh: '路径不被允许。' },
  CONTENT_NOT_FOUND: { status: 404, en: 'There is no such content here.', zh: '没有这个内容。' },
  CONTENT_CORRUPT: {
    status: 500,
    en: 'The stored bytes do not match their hash and are not served.',
    zh: '存储的数据与哈希不符，拒绝提供。',
  },
  CONTENT_STORE_FULL: { status: 507, en: 'The content store is full.', zh: '内容存储已满。' },
  CONTENT_STORE_UNAVAILABLE: { status: 503, en: 'The content store does not answer.', zh: '内容存储无响应。' },
  CONTENT_TOO_LARGE: { status: 413, en: 'The content is larger than what is taken here.', zh: '内容超过允许的大小。' },
  CONTENT_FORMAT_UNKNOWN: { status: 400, en: 'The gateway answers as file, raw block or CAR.', zh: '网关仅支持文件、raw 或 car 格式。' },
  CONTENT_RANGE_INVALID: { status: 416, en: 'The range lies outside the file.', zh: '请求范围超出文件。' },
} as const satisfies ErrorTable
