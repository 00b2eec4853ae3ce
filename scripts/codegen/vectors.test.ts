import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { vectorFiles } from './vectors.ts'

it('the committed vectors are the generated ones', () => {
  for (const [name, text] of vectorFiles())
    expect(readFileSync(new URL(`../../protocol/vectors/${name}`, import.meta.url), 'utf8')).toBe(text)
})
