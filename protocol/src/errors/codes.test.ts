import { describe, expect, it } from 'vitest'
import { errorCodes } from './codes.ts'

describe('error codes', () => {
  it('follow <DOMAIN>_<FACT> and speak both languages', () => {
    for (const [code, { en, zh, status }] of Object.entries(errorCodes)) {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/)
      expect(en).toMatch(/[.!)]$/)
      expect(zh).toMatch(/[\u4e00-\u9fff].*[。）]$/u)
      expect(status >= 400 && status < 600).toBe(true)
    }
  })
})
