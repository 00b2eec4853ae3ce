import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ofMarket } from './equivalents-of-market.ts'
import { ofRoyalties } from './equivalents-of-royalties.ts'

describe('explanations', () => {
  it('are each about a line that is there, and that the change can be made in', () => {
    for (const { file, code, original, replacements, why } of [...ofMarket, ...ofRoyalties]) {
      const lines = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
        .split('\n')
        .map((line) => line.trim())
      expect(lines, `${file}: ${code}`).toContain(code)
      expect(code.includes(original), `${original} in ${code}`).toBe(true)
      expect(replacements.length).toBeGreaterThan(0)
      expect(why).toMatch(/^[A-Z].*\.$/)
    }
  })
})
